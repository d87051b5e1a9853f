import assert from 'node:assert/strict';
import type { Behaviour } from '../types';
import { widgetGroup } from '../widgetDefinition';

const apiVersion = `${widgetGroup}/v1`;

/** @internal */
export const creating: Behaviour[] = [
  {
    name: 'a new object gets uid, time, generation 1 and a resourceVersion, and no status',
    async run({ createWidget, namespace }) {
      const { metadata, status, spec } = await createWidget({
        status: { message: 'mine' },
      });
      assert.match(String(metadata.uid), /^[0-9a-f-]{36}$/);
      assert.match(String(metadata.creationTimestamp), /^\d{4}-.*\dZ$/);
      assert.match(String(metadata.resourceVersion), /^\d+$/);
      assert.equal(metadata.generation, 1);
      assert.equal(metadata.namespace, namespace);
      assert.equal(status, undefined);
      assert.deepEqual(spec, {
        owner: 'team-a',
        size: 'small',
        nested: { enabled: true },
      });
    },
  },
  {
    name: 'unknown fields are dropped, but where they are preserved',
    async run({ createWidget }) {
      const { spec } = await createWidget({
        spec: {
          owner: 'team-a',
          typo: 1,
          nested: { enabled: false, typo: 1 },
          settings: { any: 'key' },
          free: { any: { thing: [1] } },
          parts: [{ name: 'a', typo: 1 }],
          embedded: {
            apiVersion: 'v1',
            kind: 'Thing',
            metadata: { name: 'x' },
            any: 1,
          },
        },
      });
      assert.deepEqual(spec, {
        owner: 'team-a',
        size: 'small',
        nested: { enabled: false },
        settings: { any: 'key' },
        free: { any: { thing: [1] } },
        parts: [{ name: 'a', weight: 1 }],
        embedded: {
          apiVersion: 'v1',
          kind: 'Thing',
          metadata: { name: 'x' },
          any: 1,
        },
      });
    },
  },
  {
    name: 'integers and texts are both taken where both are allowed, and null is nothing but where it is allowed',
    async run({ createWidget }) {
      const both = { owner: 'team-a', nothing: null, code: null, size: null };
      const one = await createWidget({ spec: { ...both, port: 80 } });
      const two = await createWidget({ spec: { ...both, port: 'http' } });
      assert.deepEqual((two.spec as { port: unknown }).port, 'http');
      assert.deepEqual(one.spec, {
        owner: 'team-a',
        port: 80,
        nothing: null,
        size: 'small',
        nested: { enabled: true },
      });
    },
  },
  {
    name: 'null in metadata is absent, or an empty text',
    async run({ call, widgets, name }) {
      const { code, body, text } = await call({
        method: 'POST',
        path: `${widgets()}?dryRun=All`,
        body: {
          apiVersion,
          kind: 'Widget',
          metadata: {
            name: name(),
            labels: { tier: null },
            annotations: null,
            finalizers: [],
          },
          spec: { owner: 'team-a' },
        },
      });
      assert.equal(code, 201, text);
      assert.deepEqual(body.metadata.labels, { tier: '' });
      assert.equal(body.metadata.annotations, undefined);
      assert.equal(body.metadata.finalizers, undefined);
    },
  },
  {
    name: 'a name that is taken is a conflict',
    async run({ createWidget, call, widgets }) {
      const { metadata } = await createWidget();
      const { code, body } = await call({
        method: 'POST',
        path: widgets(),
        body: {
          apiVersion,
          kind: 'Widget',
          metadata: { name: metadata.name },
          spec: { owner: 'team-a' },
        },
      });
      assert.equal(code, 409);
      assert.equal(body.reason, 'AlreadyExists');
      assert.equal(
        body.message,
        `widgets.${widgetGroup} "${metadata.name}" already exists`,
      );
    },
  },
  {
    name: 'a namespace that is not there is not found',
    async run({ call }) {
      const { code, body } = await call({
        method: 'POST',
        path: `/apis/${apiVersion}/namespaces/no-such-namespace/widgets`,
        body: {
          apiVersion,
          kind: 'Widget',
          metadata: { name: 'x' },
          spec: { owner: 'team-a' },
        },
      });
      assert.equal(code, 404);
      assert.equal(body.message, 'namespaces "no-such-namespace" not found');
      assert.deepEqual(body.details, {
        name: 'no-such-namespace',
        kind: 'namespaces',
      });
    },
  },
  {
    name: 'a dry run answers like a create and keeps nothing',
    async run({ call, widgets, name }) {
      const wanted = name();
      const { code, body } = await call({
        method: 'POST',
        path: `${widgets()}?dryRun=All`,
        body: {
          apiVersion,
          kind: 'Widget',
          metadata: { name: wanted },
          spec: { owner: 'team-a' },
        },
      });
      assert.equal(code, 201);
      assert.equal((body.spec as { size: string }).size, 'small');
      assert.ok(body.metadata.uid);
      assert.equal((await call({ path: widgets(wanted) })).code, 404);
    },
  },
  {
    name: 'an unknown field is an error, a warning or nothing, as fieldValidation says',
    async run({ call, widgets, name }) {
      const create = (fieldValidation: string) =>
        call({
          method: 'POST',
          path: `${widgets()}?fieldValidation=${fieldValidation}`,
          body: {
            apiVersion,
            kind: 'Widget',
            metadata: { name: name() },
            spec: { owner: 'team-a', sice: 'small' },
          },
        });
      const strict = await create('Strict');
      assert.equal(strict.code, 400);
      assert.equal(
        strict.body.message,
        'Widget in version "v1" cannot be handled as a Widget: strict decoding error: unknown field "spec.sice"',
      );
      const warned = await create('Warn');
      assert.equal(warned.code, 201);
      assert.equal(
        warned.headers.warning,
        '299 - "unknown field \\"spec.sice\\""',
      );
      const ignored = await create('Ignore');
      assert.equal(ignored.code, 201);
      assert.equal(ignored.headers.warning, undefined);
    },
  },
  {
    name: 'generateName makes a name',
    async run({ createWidget }) {
      const { metadata } = await createWidget({
        metadata: { name: '', generateName: 'made-' },
      });
      assert.match(metadata.name, /^made-[a-z0-9]{5}$/);
    },
  },
  {
    name: 'a body for another kind or namespace is refused',
    async run({ call, widgets }) {
      const create = (body: object) =>
        call({ method: 'POST', path: widgets(), body });
      const object = {
        apiVersion,
        kind: 'Widget',
        metadata: { name: 'x' },
        spec: { owner: 'team-a' },
      };
      const other = await create({ ...object, apiVersion: 'v1' });
      assert.equal(other.code, 400);
      const elsewhere = await create({
        ...object,
        metadata: { name: 'x', namespace: 'default' },
      });
      assert.equal(elsewhere.code, 400);
      const nameless = await create({ ...object, metadata: {} });
      assert.equal(nameless.code, 422);
      const broken = await call({
        method: 'POST',
        path: widgets(),
        body: '{"apiVersion":',
      });
      assert.equal(broken.code, 400);
      const labelled = await create({
        ...object,
        metadata: { name: 'x', labels: { a: 1 } },
      });
      assert.equal(labelled.code, 400);
    },
  },
  {
    name: 'objects may be sent as YAML',
    async run({ call, widgets, name }) {
      const { code, text } = await call({
        method: 'POST',
        path: widgets(),
        type: 'application/yaml',
        body: `apiVersion: ${apiVersion}\nkind: Widget\nmetadata: {name: ${name()}}\nspec: {owner: team-a}\n`,
      });
      assert.equal(code, 201, text);
    },
  },
];

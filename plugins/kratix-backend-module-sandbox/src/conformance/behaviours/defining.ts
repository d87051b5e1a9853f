import assert from 'node:assert/strict';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Behaviour } from '../types';
import {
  crds,
  definition,
  group,
  newKind,
  schema,
  type Version,
} from './newKind';

const merge = 'application/merge-patch+json';

const refused: [what: string, object: KubeObject, ...fields: string[]][] = [
  [
    'whose name is not that of its plural and group',
    {
      ...definition('Wrong'),
      metadata: { name: `others.${group}` },
    },
    'metadata.name',
  ],
  [
    'without a schema',
    definition('Bare', {
      versions: [{ name: 'v1', served: true, storage: true }],
    }),
    'spec.versions[0].schema.openAPIV3Schema',
  ],
  [
    'with a field without type',
    definition('Loose', {
      versions: [
        { name: 'v1', served: true, storage: true, schema: schema({ a: {} }) },
      ],
    }),
    'spec.validation.openAPIV3Schema.properties[spec].properties[a].type',
  ],
  [
    'with a type that is none',
    definition('Odd', {
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: schema({ a: { type: 'text' } }),
        },
      ],
    }),
    'spec.validation.openAPIV3Schema.properties[spec].properties[a].type',
  ],
  [
    'with a list of nothing',
    definition('Listless', {
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: schema({ a: { type: 'array' } }),
        },
      ],
    }),
    'spec.validation.openAPIV3Schema.properties[spec].properties[a].items',
  ],
  [
    'with two storage versions',
    definition('Double', {
      versions: [
        { name: 'v1', served: true, storage: true, schema: schema() },
        {
          name: 'v2',
          served: true,
          storage: true,
          schema: schema({ a: { type: 'string' } }),
        },
      ],
    }),
    'spec.versions',
  ],
];

/** @internal */
export const defining: Behaviour[] = [
  {
    name: 'a new kind is Established, and has names that were not given',
    async run(world) {
      const { kind, plural, crd } = await newKind(world);
      const { body } = await world.call({ path: crd });
      const { conditions, storedVersions, acceptedNames } = body.status as {
        conditions: { type: string; status: string; reason: string }[];
        storedVersions: string[];
        acceptedNames: object;
      };
      const of = (type: string) => {
        const { status, reason } =
          conditions.find(one => one.type === type) ?? {};
        return [status, reason];
      };
      assert.deepEqual(of('Established'), ['True', 'InitialNamesAccepted']);
      assert.deepEqual(of('NamesAccepted'), ['True', 'NoConflicts']);
      assert.deepEqual(storedVersions, ['v1']);
      assert.deepEqual(acceptedNames, {
        kind,
        plural,
        singular: kind.toLocaleLowerCase('en-US'),
        listKind: `${kind}List`,
      });
      assert.equal(body.metadata.generation, 1);
    },
  },
  ...refused.map(
    ([what, object, ...fields]): Behaviour => ({
      name: `a kind ${what} is refused`,
      async run({ call }) {
        const { code, body, text } = await call({
          method: 'POST',
          path: crds,
          body: object,
        });
        assert.equal(code, 422, text);
        const { causes } = body.details as { causes: { field: string }[] };
        const found = causes.map(({ field }) => field);
        for (const field of fields) assert.ok(found.includes(field), text);
      },
    }),
  ),
  {
    name: 'a new default shows in what is there already, without a new generation',
    async run(world) {
      const { crd, path, create } = await newKind(world);
      const { body: before } = await create('old', { size: 'small' });
      const { body } = await world.call({ path: crd });
      const spec = body.spec as { versions: Version[] };
      const changed = await world.call({
        method: 'PATCH',
        path: crd,
        type: merge,
        body: {
          spec: {
            versions: [
              {
                ...spec.versions[0],
                schema: schema({
                  size: { type: 'string' },
                  backup: { type: 'boolean', default: true },
                }),
              },
            ],
          },
        },
      });
      assert.equal(changed.code, 200, changed.text);
      await world.eventually('the default shows', async () => {
        const { body: now } = await world.call({ path: `${path()}/old` });
        return (now.spec as { backup?: boolean }).backup === true;
      });
      const { body: after } = await world.call({ path: `${path()}/old` });
      assert.equal(
        after.metadata.resourceVersion,
        before.metadata.resourceVersion,
      );
      const labelled = await world.call({
        method: 'PATCH',
        path: `${path()}/old`,
        type: merge,
        body: { metadata: { labels: { a: 'b' } } },
      });
      assert.equal(labelled.body.metadata.generation, 1);
    },
  },
  {
    name: 'what a new schema forbids is let be until it is changed',
    async run(world) {
      const { crd, path, create } = await newKind(world);
      await create('old', { size: 'enormous' });
      const { body } = await world.call({ path: crd });
      const spec = body.spec as { versions: Version[] };
      await world.call({
        method: 'PATCH',
        path: crd,
        type: merge,
        body: {
          spec: {
            versions: [
              {
                ...spec.versions[0],
                schema: schema({
                  size: { type: 'string', maxLength: 5 },
                  other: { type: 'string' },
                }),
              },
            ],
          },
        },
      });
      await world.eventually('the new schema rules', async () => {
        const { code } = await create('too-long', { size: 'enormous' });
        return code === 422;
      });
      const patch = (change: object) =>
        world.call({
          method: 'PATCH',
          path: `${path()}/old`,
          type: merge,
          body: change,
        });
      const labelled = await patch({ metadata: { labels: { a: 'b' } } });
      assert.equal(labelled.code, 200, labelled.text);
      const beside = await patch({ spec: { other: 'x' } });
      assert.equal(beside.code, 200, beside.text);
      const itself = await patch({ spec: { size: 'gigantic' } });
      assert.equal(itself.code, 422);
    },
  },
  {
    name: 'a kind whose storage version was used can not lose it',
    async run(world) {
      const { crd, create } = await newKind(world);
      await create('old', {});
      const { code, body, text } = await world.call({
        method: 'PATCH',
        path: crd,
        type: merge,
        body: {
          spec: {
            versions: [
              { name: 'v2', served: true, storage: true, schema: schema() },
            ],
          },
        },
      });
      assert.equal(code, 422, text);
      const { causes } = body.details as { causes: { field: string }[] };
      assert.deepEqual(
        causes.map(({ field }) => field),
        ['status.storedVersions[0]'],
      );
    },
  },
  {
    name: 'the storage version moves; objects keep uid and generation',
    async run(world) {
      const { crd, path, create } = await newKind(world);
      const { body: before } = await create('old', { size: 'small' });
      const properties = { size: { type: 'string' } };
      await world.call({
        method: 'PATCH',
        path: crd,
        type: merge,
        body: {
          spec: {
            versions: [
              {
                name: 'v1',
                served: true,
                storage: false,
                schema: schema(properties),
              },
              {
                name: 'v2',
                served: true,
                storage: true,
                schema: schema({ ...properties, more: { type: 'string' } }),
              },
            ],
          },
        },
      });
      await world.eventually('the new version is served', async () => {
        const { code } = await world.call({ path: `${path('v2')}/old` });
        return code === 200;
      });
      const { body } = await world.call({ path: `${path('v2')}/old` });
      assert.equal(body.metadata.uid, before.metadata.uid);
      assert.equal(body.metadata.generation, 1);
      const { body: stored } = await world.call({ path: crd });
      assert.deepEqual(
        (stored.status as { storedVersions: string[] }).storedVersions,
        ['v1', 'v2'],
      );
    },
  },
  {
    name: 'scope and group of a kind stay',
    async run(world) {
      const { crd } = await newKind(world);
      const { code, body } = await world.call({
        method: 'PATCH',
        path: crd,
        type: merge,
        body: { spec: { scope: 'Cluster' } },
      });
      assert.equal(code, 422);
      assert.match(
        String(body.message),
        /spec\.scope: Invalid value: "Cluster": field is immutable/,
      );
    },
  },
  {
    name: 'a kind that goes takes its objects along, and waits for their finalizers',
    async run(world) {
      const { crd, path, create } = await newKind(world);
      await create('held', {}, { finalizers: ['example.org/hold'] });
      await create('loose', {});
      const removed = await world.call({ method: 'DELETE', path: crd });
      assert.equal(removed.code, 200, removed.text);
      await world.eventually('the objects are deleted', async () => {
        const { body } = await world.call({ path: `${path()}/held` });
        const loose = await world.call({ path: `${path()}/loose` });
        return Boolean(body.metadata?.deletionTimestamp) && loose.code === 404;
      });
      assert.equal((await world.call({ path: crd })).code, 200);
      const late = await create('late', {});
      assert.equal(late.code, 403, late.text);
      assert.match(
        String(late.body.message),
        /create not allowed while custom resource definition is terminating/,
      );
      await world.call({
        method: 'PATCH',
        path: `${path()}/held`,
        type: merge,
        body: { metadata: { finalizers: null } },
      });
      await world.eventually('the kind is gone', async () => {
        const answer = await world.call({ path: crd });
        return answer.code === 404;
      });
      await world.eventually('its path is gone', async () => {
        const answer = await world.call({ path: path() });
        return answer.code === 404;
      });
    },
  },
];

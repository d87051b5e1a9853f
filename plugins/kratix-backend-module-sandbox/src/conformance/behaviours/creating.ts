import assert from 'node:assert/strict';
import type { Behaviour, ConformanceWorld } from '../types';
import { widgetGroup } from '../widgetDefinition';

const apiVersion = `${widgetGroup}/v1`;
const noise = '<nil>';

interface Cause {
  reason?: string;
  message?: string;
  field?: string;
}

async function refusedCauses(
  { call, widgets }: ConformanceWorld,
  spec: object,
  metadata: object = {},
): Promise<Cause[]> {
  const { code, body, text } = await call({
    method: 'POST',
    path: `${widgets()}?dryRun=All`,
    body: {
      apiVersion,
      kind: 'Widget',
      metadata: { name: 'refused', ...metadata },
      spec,
    },
  });
  assert.equal(code, 422, text);
  assert.equal(body.reason, 'Invalid');
  assert.equal(body.kind, 'Status');
  const { causes } = body.details as { causes: Cause[] };
  return causes;
}

const meaningful = (causes: Cause[]) =>
  causes.filter(({ field }) => field !== noise);

type Refusal = [what: string, spec: object, ...causes: Cause[]];

const refusals: Refusal[] = [
  [
    'a missing field',
    {},
    {
      field: 'spec.owner',
      reason: 'FieldValueRequired',
      message: 'Required value',
    },
  ],
  [
    'a value outside the enum',
    { owner: 'team-a', size: 'huge' },
    {
      field: 'spec.size',
      reason: 'FieldValueNotSupported',
      message: 'Unsupported value: "huge": supported values: "small", "large"',
    },
  ],
  [
    'a number for a text',
    { owner: 7 },
    {
      field: 'spec.owner',
      reason: 'FieldValueTypeInvalid',
      message:
        'Invalid value: "integer": spec.owner in body must be of type string: "integer"',
    },
  ],
  [
    'a text for a number',
    { owner: 'team-a', replicas: 'many' },
    {
      field: 'spec.replicas',
      reason: 'FieldValueTypeInvalid',
      message:
        'Invalid value: "string": spec.replicas in body must be of type integer: "string"',
    },
  ],
  [
    'a fraction for a whole number',
    { owner: 'team-a', replicas: 1.5 },
    {
      field: 'spec.replicas',
      reason: 'FieldValueTypeInvalid',
      message:
        'Invalid value: "number": spec.replicas in body must be of type integer: "number"',
    },
  ],
  [
    'a list for an object',
    { owner: 'team-a', settings: ['a'] },
    {
      field: 'spec.settings',
      reason: 'FieldValueTypeInvalid',
      message:
        'Invalid value: "array": spec.settings in body must be of type object: "array"',
    },
  ],
  [
    'a number too large',
    { owner: 'team-a', replicas: 9 },
    {
      field: 'spec.replicas',
      reason: 'FieldValueInvalid',
      message:
        'Invalid value: 9: spec.replicas in body should be less than or equal to 5',
    },
  ],
  [
    'a number too small',
    { owner: 'team-a', replicas: 0 },
    {
      field: 'spec.replicas',
      reason: 'FieldValueInvalid',
      message:
        'Invalid value: 0: spec.replicas in body should be greater than or equal to 1',
    },
  ],
  [
    'a text too short',
    { owner: 'x' },
    {
      field: 'spec.owner',
      reason: 'FieldValueInvalid',
      message:
        'Invalid value: "x": spec.owner in body should be at least 3 chars long',
    },
  ],
  [
    'a text too long',
    { owner: 'team-a', code: 'abcdefghij' },
    {
      field: 'spec.code',
      reason: 'FieldValueTooLong',
      message: 'Too long: may not be more than 8 bytes',
    },
  ],
  [
    'a text that does not match',
    { owner: 'team-a', code: 'ABC' },
    {
      field: 'spec.code',
      reason: 'FieldValueInvalid',
      message:
        'Invalid value: "ABC": spec.code in body should match \'^[a-z]+$\'',
    },
  ],
  [
    'a date that is none',
    { owner: 'team-a', day: 'tomorrow' },
    {
      field: 'spec.day',
      reason: 'FieldValueTypeInvalid',
      message:
        'Invalid value: "tomorrow": spec.day in body must be of type date: "tomorrow"',
    },
  ],
  [
    'a list too long',
    { owner: 'team-a', tags: ['a', 'b', 'c'] },
    {
      field: 'spec.tags',
      reason: 'FieldValueTooMany',
      message: 'Too many: 3: must have at most 2 items',
    },
  ],
  [
    'the same item twice in a set',
    { owner: 'team-a', tags: ['a', 'a'] },
    {
      field: 'spec.tags[1]',
      reason: 'FieldValueDuplicate',
      message: 'Duplicate value: "a"',
    },
  ],
  [
    'the same key twice in a map',
    { owner: 'team-a', parts: [{ name: 'a' }, { name: 'a' }] },
    {
      field: 'spec.parts[1]',
      reason: 'FieldValueDuplicate',
      message: 'Duplicate value: {"name":"a"}',
    },
  ],
  [
    'a field missing in an item',
    { owner: 'team-a', parts: [{ weight: 2 }] },
    {
      field: 'spec.parts[0].name',
      reason: 'FieldValueRequired',
      message: 'Required value',
    },
  ],
  [
    'what a rule forbids',
    { owner: 'team-a', size: 'large', replicas: 1 },
    {
      field: 'spec',
      reason: 'FieldValueInvalid',
      message:
        'Invalid value: "object": a large widget needs at least 3 replicas',
    },
  ],
];

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
  ...refusals.map(
    ([what, spec, ...causes]): Behaviour => ({
      name: `${what} is refused, with the field as cause`,
      async run(world) {
        const found = meaningful(await refusedCauses(world, spec));
        assert.deepEqual(found, causes);
      },
    }),
  ),
  {
    name: 'several errors come together',
    async run(world) {
      const found = meaningful(
        await refusedCauses(world, { owner: 'x', size: 'huge', replicas: 9 }),
      );
      assert.deepEqual(found.map(({ field }) => field).sort(), [
        'spec.owner',
        'spec.replicas',
        'spec.size',
      ]);
    },
  },
  {
    name: 'rules that were not checked are mentioned as a cause without field',
    async run(world) {
      const of = async (spec: object) =>
        (await refusedCauses(world, spec)).some(({ field }) => field === noise);
      assert.equal(await of({}), true, 'a missing field');
      assert.equal(await of({ owner: 7 }), true, 'a wrong type');
      assert.equal(await of({ owner: 'team-a', size: 'x' }), true, 'an enum');
      assert.equal(
        await of({ owner: 'team-a', replicas: 9 }),
        false,
        'a number too large',
      );
    },
  },
  {
    name: 'each pattern is its own',
    async run(world) {
      const found = meaningful(
        await refusedCauses(world, {
          owner: 'team-a',
          code: '123',
          colour: 'red',
        }),
      );
      assert.deepEqual(found.map(({ message }) => message).sort(), [
        'Invalid value: "123": spec.code in body should match \'^[a-z]+$\'',
        'Invalid value: "red": spec.colour in body should match \'^#[0-9a-f]+$\'',
      ]);
    },
  },
  {
    name: 'one of several shapes must fit',
    async run(world) {
      const none = await refusedCauses(world, { owner: 'team-a', choice: {} });
      assert.deepEqual(none.slice(0, 2), [
        {
          field: noise,
          reason: 'FieldValueInvalid',
          message:
            'Invalid value: "": "spec.choice" must validate one and only one schema (oneOf). Found none valid',
        },
        {
          field: 'spec.choice.a',
          reason: 'FieldValueRequired',
          message: 'Required value',
        },
      ]);
      const both = await refusedCauses(world, {
        owner: 'team-a',
        choice: { a: 'x', b: 'y' },
      });
      assert.match(String(both[0].message), /Found 2 valid alternatives$/);
    },
  },
  {
    name: 'an embedded object needs apiVersion and kind',
    async run(world) {
      const found = meaningful(
        await refusedCauses(world, { owner: 'team-a', embedded: { a: 1 } }),
      );
      assert.deepEqual(found.map(({ field }) => field).sort(), [
        'spec.embedded.apiVersion',
        'spec.embedded.kind',
      ]);
    },
  },
  {
    name: 'a name that is no name is refused with metadata.name as cause',
    async run(world) {
      const [cause] = meaningful(
        await refusedCauses(world, { owner: 'team-a' }, { name: 'Bad_Name' }),
      );
      assert.equal(cause.field, 'metadata.name');
      assert.match(
        String(cause.message),
        /^Invalid value: "Bad_Name": a lowercase RFC 1123 subdomain must consist/,
      );
    },
  },
  {
    name: 'a label value that is none is refused with metadata.labels as cause',
    async run(world) {
      const [cause] = meaningful(
        await refusedCauses(
          world,
          { owner: 'team-a' },
          { labels: { tier: 'gold plated' } },
        ),
      );
      assert.equal(cause.field, 'metadata.labels');
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
    name: 'an annotation whose key is none is refused',
    async run(world) {
      const causes = async (annotations: object) =>
        refusedCauses(world, { owner: 'team-a' }, { annotations });
      const [cause] = await causes({ 'not a key': 'x' });
      assert.equal(cause.field, 'metadata.annotations');
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

import { parse } from 'yaml';
import { aDestination, aPromise } from '../testing';
import type { PromiseDescription } from '../api';
import { apiExamplesView } from './apiExamplesView';
import { apiFieldsView } from './apiFieldsView';
import { promiseDetailView } from './promiseDetailView';
import { promiseTexts } from './promiseTexts';
import { promiseView } from './promiseView';

const schemaOf = (spec: object) => ({ properties: { spec } });
const schema = {
  type: 'object',
  required: ['spec'],
  properties: {
    apiVersion: { type: 'string' },
    status: { type: 'object' },
    spec: {
      type: 'object',
      required: ['size', 'users'],
      properties: {
        size: {
          type: 'string',
          enum: ['small', 'large'],
          description: 'How big.\n',
        },
        mode: { type: 'string', pattern: '^(dev|prod)$' },
        host: { type: 'string', pattern: '^[a-z]+$', maxLength: 10 },
        replicas: { type: 'integer', default: 1, minimum: 1, maximum: 5 },
        region: {
          type: 'string',
          'x-kubernetes-validations': [{ rule: 'self == oldSelf' }],
        },
        users: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            required: ['name'],
            properties: {
              name: { type: 'string' },
              admin: { type: 'boolean' },
            },
          },
        },
        tags: { type: 'array', items: { type: 'string' } },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        port: { 'x-kubernetes-int-or-string': true },
        extra: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
      },
      'x-kubernetes-validations': [
        { rule: 'self.replicas < 4', message: 'At most three' },
        { rule: 'self.mode == oldSelf.mode' },
      ],
    },
  },
};

const fields = new Map(apiFieldsView(schema).map(field => [field.path, field]));

describe('the table of fields', () => {
  it('lists what people may set, parents first', () => {
    expect([...fields.keys()]).toEqual([
      'spec',
      'spec.size',
      'spec.mode',
      'spec.host',
      'spec.replicas',
      'spec.region',
      'spec.users',
      'spec.users[].name',
      'spec.users[].admin',
      'spec.tags',
      'spec.labels',
      'spec.port',
      'spec.extra',
    ]);
  });

  it.each<[string, object]>([
    [
      'spec',
      {
        type: 'object',
        required: true,
        rules: ['At most three', 'self.mode == oldSelf.mode'],
      },
    ],
    [
      'spec.size',
      {
        type: 'string',
        required: true,
        allowed: ['"small"', '"large"'],
        description: 'How big.',
        immutable: false,
      },
    ],
    ['spec.mode', { allowed: ['"dev"', '"prod"'], immutable: true }],
    ['spec.host', { pattern: '^[a-z]+$', constraints: ['length ≤ 10'] }],
    [
      'spec.replicas',
      {
        type: 'integer',
        required: false,
        default: '1',
        constraints: ['≥ 1', '≤ 5'],
      },
    ],
    ['spec.region', { immutable: true }],
    ['spec.users', { type: 'list of object', constraints: ['items ≥ 1'] }],
    ['spec.users[].name', { required: true }],
    ['spec.tags', { type: 'list of string' }],
    ['spec.labels', { type: 'map of string' }],
    ['spec.port', { type: 'integer or string' }],
    ['spec.extra', { type: 'anything' }],
  ])('says of %s what holds for it', (path, expected) => {
    expect(fields.get(path)).toMatchObject(expected);
  });

  it('takes all below a fixed field for fixed', () => {
    const fixed = schemaOf({
      'x-kubernetes-validations': [{ rule: ' oldSelf == self ' }],
      properties: { a: { properties: { b: {} } } },
    });
    expect(apiFieldsView(fixed).map(({ immutable }) => immutable)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each([
    [undefined],
    [null],
    ['text'],
    [[]],
    [{ properties: 'no' }],
    [{ properties: { spec: 7 } }],
  ])('reads a schema that is %p', broken => {
    expect(() => apiFieldsView(broken)).not.toThrow();
  });

  it('ends, however deep a schema goes', () => {
    const deep: { properties: { spec: object } } = { properties: { spec: {} } };
    let at: Record<string, unknown> = deep.properties.spec as Record<
      string,
      unknown
    >;
    for (let i = 0; i < 10_000; i += 1) {
      const next = {};
      at.properties = { x: next };
      at = next;
    }
    expect(apiFieldsView(deep).length).toBeLessThan(20);
  });
});

describe('examples', () => {
  const api = {
    crd: 'redis.example.io',
    group: 'example.io',
    version: 'v1',
    kind: 'Redis',
    plural: 'redis',
  };

  it('has a minimal one with what is required, and a full one', () => {
    const { minimal, full } = apiExamplesView(api, schema);
    expect(parse(minimal)).toEqual({
      apiVersion: 'example.io/v1',
      kind: 'Redis',
      metadata: { name: 'example', namespace: 'default' },
      spec: { size: 'small', users: [{ name: 'text' }] },
    });
    expect(parse(full).spec).toEqual({
      size: 'small',
      mode: 'dev',
      host: 'a',
      replicas: 1,
      region: 'text',
      users: [{ name: 'text', admin: false }],
      tags: ['text'],
      labels: { key: 'text' },
      port: 1,
      extra: {},
    });
  });

  it.each<[string, object, unknown]>([
    ['a number above one', { type: 'number', minimum: 2.5 }, 2.5],
    [
      'more than a number',
      { type: 'integer', minimum: 2, exclusiveMinimum: true },
      3,
    ],
    ['at most nought', { type: 'integer', maximum: 0 }, 0],
    ['a multiple', { type: 'integer', minimum: 7, multipleOf: 5 }, 10],
    ['a long text', { type: 'string', minLength: 6 }, 'textxx'],
    ['a short text', { type: 'string', maxLength: 2 }, 'te'],
    ['a time', { type: 'string', format: 'date-time' }, '2030-01-31T08:00:00Z'],
  ])('finds %s', (_what, field, value) => {
    const { full } = apiExamplesView(api, schemaOf({ properties: { field } }));
    expect(parse(full).spec.field).toEqual(value);
  });

  it('keeps an empty spec', () => {
    expect(parse(apiExamplesView(api, undefined).minimal)).not.toHaveProperty(
      'spec',
    );
    const { minimal } = apiExamplesView(api, schemaOf({ type: 'object' }));
    expect(parse(minimal).spec).toEqual({});
  });
});

describe('an author’s words', () => {
  const textsOf = (annotations: Record<string, string>, description?: string) =>
    promiseTexts(
      aPromise({ name: 'app-stack', annotations }),
      {
        crd: '',
        group: '',
        version: '',
        kind: '',
        plural: '',
        namespaced: true,
        printerColumns: [],
        schema: { description },
      },
      'px/',
    );

  it.each([
    [
      'the portal’s own',
      textsOf({ 'px/title': 'A', 'ske.backstage.component/title': 'B' }).title,
      'A',
    ],
    [
      'those of other portals',
      textsOf({ 'ske.backstage.component/title': 'B' }).title,
      'B',
    ],
    ['the name in words', textsOf({}).title, 'App stack'],
    [
      'the first sentence',
      textsOf({}, 'Runs v1.2 for you. And\nmore.').summary,
      'Runs v1.2 for you.',
    ],
    ['no summary', textsOf({}).summary, undefined],
  ])('takes %s', (_what, text, expected) => {
    expect(text).toBe(expected);
  });

  it('cuts what is no summary any more', () => {
    expect(textsOf({}, 'x'.repeat(500)).summary).toHaveLength(160);
  });
});

const description: PromiseDescription = {
  label: 'available',
  tone: 'ok',
  causes: [
    {
      id: 'done',
      params: {},
      responsible: 'nobody',
      evidence: [{ object: 'Promise redis', field: 'status', value: 'x' }],
    },
  ],
  flags: [],
  version: 'v1.0.0',
  requirements: [],
  requestable: true,
};
const input = {
  platform: 'eu',
  promise: aPromise({
    annotations: { 'px/owner': 'data' },
    status: {
      requiredBy: [
        { promise: { name: 'stack' } },
        { promise: { name: 'long-gone' } },
      ],
    },
  }),
  description,
  promiseNames: new Set(['redis', 'stack']),
  reportsHealth: false,
  platformOwner: 'group:default/platform',
  annotationPrefix: 'px/',
};

it('shows a Promise in lists without evidence and without those that are gone', () => {
  const view = promiseView(input);
  expect(view).toMatchObject({
    name: 'redis',
    title: 'Redis',
    version: 'v1.0.0',
    owner: 'group:default/data',
    requiredBy: ['stack'],
    api: { crd: 'rediss.demo.kratix-portal.io', kind: 'Redis' },
    entityRef: 'component:default/eu.redis',
    templateRef: 'template:default/eu.redis',
  });
  expect(view.description.causes[0].evidence).toEqual([]);
});

it('tells equal APIs by their hash, and installs-only Promises by none', () => {
  const hashOf = (promise = aPromise()) =>
    promiseView({ ...input, promise }).apiHash;
  expect(hashOf()).toBe(
    hashOf(aPromise({ status: { status: 'Unavailable' } })),
  );
  expect(hashOf(aPromise({ name: 'kafka' }))).not.toBe(hashOf());
  const installs = promiseView({
    ...input,
    promise: aPromise({ spec: { api: undefined } }),
  });
  expect(installs).toMatchObject({ api: undefined, apiHash: undefined });
  expect(installs.templateRef).toBeUndefined();
});

it('shows on its page where it goes and what clashes with it', () => {
  const promise = aPromise({
    labels: { 'kratix.io/paused': 'true' },
    spec: { destinationSelectors: [{ matchLabels: { environment: 'prod' } }] },
  });
  const twin = aPromise({
    name: 'twin',
    spec: { api: promise.spec && aPromise().spec },
  });
  const clash = {
    ...aPromise(),
    metadata: { ...aPromise().metadata, name: 'clash' },
  };
  const detail = promiseDetailView({
    view: promiseView({ ...input, promise }),
    description,
    freshness: { platform: 'eu', title: 'EU', label: 'connected' },
    promise,
    promises: [promise, twin, clash],
    destinations: [
      aDestination(),
      aDestination({ name: 'worker-2', labels: { environment: 'prod' } }),
    ],
    annotationPrefix: 'px/',
    forAuthor: false,
  });
  expect(detail).toMatchObject({
    paused: true,
    destinationSelectors: [{ environment: 'prod' }],
    matchingDestinations: ['worker-2'],
    destinationCount: 2,
    clashesWith: ['clash'],
    fields: [{ path: 'spec' }, { path: 'spec.size' }],
  });
  expect(detail.description.causes[0].evidence).toHaveLength(1);
});

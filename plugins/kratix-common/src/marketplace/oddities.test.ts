import { stringify } from 'yaml';
import { listingDetailSchema } from '../api';
import { listingDetailView } from './listingDetailView';
import { readMarketplace } from './readMarketplace';
import type { MarketplaceListing } from './types';

const prefix = 'px/';
const read = (files: Record<string, string>) =>
  readMarketplace(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    { annotationPrefix: prefix },
  );

interface Oddity {
  metadata?: Record<string, unknown>;
  crd?: Record<string, unknown>;
  names?: Record<string, unknown>;
  version?: Record<string, unknown>;
  schema?: unknown;
  spec?: Record<string, unknown>;
  more?: Record<string, unknown>;
}

/** A Promise with an API, odd in one respect. */
function odd(oddity: Oddity): string {
  const { metadata, crd, names, version, schema, spec, more } = oddity;
  const fields = {
    type: 'object',
    properties: { size: { type: 'string' } },
  };
  const whole = { type: 'object', properties: { spec: fields } };
  return stringify({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: {
      name: 'redis',
      labels: { 'kratix.io/promise-version': 'v1.0.0' },
      ...metadata,
    },
    spec: {
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'redis.example.io' },
        ...crd,
        spec: {
          group: 'example.io',
          scope: 'Namespaced',
          names: { kind: 'Redis', plural: 'redis', ...names },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: { openAPIV3Schema: schema ?? whole },
              ...version,
            },
          ],
        },
      },
      ...spec,
    },
    ...more,
  });
}

const pageOf = (listing: MarketplaceListing) =>
  listingDetailView({
    source: 'tools',
    listing,
    installs: [],
    sameName: 0,
    images: new Set(),
    externalImages: false,
    others: [],
    allowed: { install: true, upgrade: false, uninstall: false },
    annotationPrefix: prefix,
  });

const rooted = (properties: unknown) => ({ type: 'object', properties });

it.each<[string, Oddity, string[]]>([
  ['nothing odd', {}, []],
  ['no API', { spec: { api: undefined } }, []],
  ['an empty API', { spec: { api: {} } }, []],
  [
    'an API of v1alpha1',
    { crd: { apiVersion: 'apiextensions.k8s.io/v1alpha1' } },
    [
      'warning: Its spec.api says apiextensions.k8s.io/v1alpha1; Kratix reads it as v1.',
    ],
  ],
  [
    'no properties',
    { schema: rooted({}) },
    ['note: Its API names no fields: its form is YAML.'],
  ],
  [
    'a spec without children',
    { schema: rooted({ spec: { type: 'object' } }) },
    ['note: Its API names no fields: its form is YAML.'],
  ],
  [
    'no schema at all',
    { version: { schema: undefined } },
    ['note: Its API names no fields: its form is YAML.'],
  ],
  [
    'columns as in v1beta1',
    {
      version: {
        additionalPrinterColumns: [
          { name: 'Size', type: 'string', JSONPath: '.spec.size' },
        ],
      },
    },
    [],
  ],
  [
    'a kind in lower case',
    { names: { kind: 'redis' } },
    ['note: Its kind is redis; kinds are written like Redis.'],
  ],
  [
    'a kind with a hyphen',
    { names: { kind: 'my-redis' } },
    ['note: Its kind is my-redis; kinds are written like Redis.'],
  ],
  [
    'a kind in camel case',
    { names: { kind: 'myRedis' } },
    ['note: Its kind is myRedis; kinds are written like Redis.'],
  ],
  ['a plural of Kubernetes', { names: { plural: 'namespaces' } }, []],
  [
    'a pattern in the place of values',
    {
      schema: rooted({
        spec: rooted({ size: { type: 'string', pattern: '^(small|large)$' } }),
      }),
    },
    [],
  ],
  [
    'all kinds of fields',
    {
      schema: {
        type: 'object',
        properties: {
          apiVersion: { type: 'string' },
          kind: { type: 'string' },
          metadata: { type: 'object' },
          spec: rooted({
            any: { 'x-kubernetes-preserve-unknown-fields': true },
            map: {
              type: 'object',
              additionalProperties: { type: 'string' },
            },
            maybe: { type: 'string', nullable: true, default: 'a' },
            list: { type: 'array', items: { type: 'integer' } },
          }),
        },
      },
    },
    [],
  ],
  [
    'what an export leaves behind',
    {
      metadata: { creationTimestamp: null },
      spec: { workflows: { promise: {}, config: {} } },
      more: { status: {} },
    },
    [],
  ],
  [
    'a namespace',
    { metadata: { namespace: 'default' } },
    ['warning: It names a namespace, though Promises have none.'],
  ],
  [
    'a portal’s label instead of a version',
    { metadata: { labels: { 'kratix.io/backstage': 'true' } } },
    [
      'note: It has no version: label it kratix.io/promise-version to make upgrades visible.',
    ],
  ],
  [
    'an API of another kind',
    { crd: { kind: 'ConfigMap' } },
    ["broken: Its spec.api can't be used: it is of kind ConfigMap."],
  ],
  [
    'an API without a version',
    { version: { served: false } },
    ["broken: Its spec.api can't be used: no version is served."],
  ],
])('reads a Promise with %s', (_what, oddity, expected) => {
  const { listings, broken, findings } = read({
    'a/promise.yaml': odd(oddity),
  });
  expect({ broken, findings }).toEqual({ broken: [], findings: [] });
  const [listing] = listings;
  expect(
    listing.findings.map(({ severity, text }) => `${severity}: ${text}`),
  ).toEqual(expected);
  const page = pageOf(listing);
  expect(listingDetailSchema.parse(page)).toEqual(page);
  const problem = expected.find(one => one.startsWith('broken'));
  expect(page.problem).toBe(problem?.replace('broken: ', ''));
});

it.each([
  ['my-promise.yaml', 'a'],
  ['example-promise.yml', 'a'],
  ['promise.yaml', 'sql/aws'],
  ['promises/redis.yaml', 'x'],
])('finds one in %s of %s', (file, folder) => {
  const { listings } = read({
    [`${folder}/${file}`]: odd({}),
    [`${folder}/README.md`]: '# Cache\n',
  });
  expect(listings.map(one => one.title)).toEqual(['Cache']);
});

it('takes nothing for a request or a Promise that is none', () => {
  const { listings, broken, findings } = read({
    'a/promise.yaml': odd({}),
    'a/values.yaml': 'size: small\n',
    'a/list.yaml': '- kind: Promise\n',
    'a/other.yaml': 'apiVersion: example.io/v2\nkind: Redis\n',
    'a/older.yaml': 'apiVersion: platform.kratix.io/v1\nkind: Promise\n',
    'a/chart.yaml': 'image: {{ .Values.image }}\n  tag: [\n',
    'a/empty.yaml': '',
  });
  expect(listings).toHaveLength(1);
  expect(listings[0].examples).toEqual([]);
  // A chart is no listing that is broken: it is told to curators alone.
  expect(broken).toEqual([]);
  expect(findings).toMatchObject([{ path: 'a/chart.yaml' }]);
});

describe('requests by example', () => {
  const request = 'apiVersion: example.io/v1\nkind: Redis\n';
  const paths = (listing: MarketplaceListing) =>
    listing.examples.map(({ path }) => path);

  it('lie anywhere below, and may lack namespace and spec', () => {
    const [listing] = read({
      'a/promise.yaml': odd({}),
      'a/resource-request.yaml': request,
      'a/examples/large/one.yaml': `${request}metadata: { name: x }\nspec: { size: large }\n`,
    }).listings;
    expect(paths(listing)).toEqual([
      'a/examples/large/one.yaml',
      'a/resource-request.yaml',
    ]);
    expect(pageOf(listing).examples.byAuthor[1].yaml).toBe(request);
  });

  it('belong to the nearest of several of the same API', () => {
    const { listings } = read({
      'a/promise.yaml': odd({}),
      'a/v2/promise.yaml': odd({}),
      'a/request.yaml': request,
      'a/v2/request.yaml': request,
      'b/request.yaml': request,
    });
    expect(listings.map(paths)).toEqual([
      ['a/request.yaml', 'b/request.yaml'],
      ['a/v2/request.yaml', 'b/request.yaml'],
    ]);
  });

  it('come from the Promise itself, too', () => {
    const annotations = { 'px/example': 'spec: { size: small } # for a start' };
    const [listing] = read({
      'a/promise.yaml': odd({ metadata: { annotations } }),
    }).listings;
    expect(pageOf(listing).examples.byAuthor).toEqual([
      {
        path: 'a/promise.yaml',
        yaml: expect.stringContaining('# for a start'),
      },
    ]);
  });
});

it.each([
  'https://raw.example.com/o/r/main/a/promise.yaml',
  'https://raw.example.com/o/r/refs/tags/v1/a/promise.yaml',
  'https://raw.example.com/o/r/0123456789abcdef/a/promise.yaml',
])('reads a release of %s', url => {
  const release = stringify({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'PromiseRelease',
    metadata: { name: 'redis' },
    spec: { version: 'v1.0.0', sourceRef: { type: 'http', url } },
  });
  const [listing] = read({
    'a/promise.yaml': odd({}),
    'a/promise-release.yaml': release,
    // Installs what the Promise requires.
    'a/promises/db-release.yaml': release,
  }).listings;
  expect(listing.releases).toEqual([
    { path: 'a/promise-release.yaml', url, version: 'v1.0.0' },
  ]);
});

it('keeps what is broken apart from what is not', () => {
  const cut = 'apiVersion: platform.kratix.io/v1alpha1\nkind: [';
  const { listings, broken } = read({
    'a/promise.yaml': odd({}),
    'a/old.yaml': cut,
    'b/promise.yaml': cut,
    'promise.yaml': cut,
  });
  expect(listings.map(one => one.entry)).toEqual(['a']);
  expect(broken.map(one => one.entry)).toEqual([
    'a~old.yaml',
    'b',
    'promise.yaml',
  ]);
});

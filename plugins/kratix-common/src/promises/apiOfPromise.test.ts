import { formOf } from '../forms';
import { aCrd, aPromise } from '../testing';
import { apiOfPromise } from './apiOfPromise';

const rooted = (properties: object) => ({ type: 'object', properties });

const offered = (api: unknown) => apiOfPromise(aPromise({ spec: { api } }));

const version = (name: string, more: Record<string, unknown> = {}) => ({
  name,
  served: true,
  storage: false,
  ...more,
});

const withVersions = (...versions: unknown[]) => {
  const crd = aCrd();
  return { ...crd, spec: { ...Object(crd.spec), versions } };
};

it('reads an ordinary API', () => {
  expect(offered(aCrd())).toEqual({
    api: {
      crd: 'rediss.demo.kratix-portal.io',
      group: 'demo.kratix-portal.io',
      version: 'v1',
      kind: 'Redis',
      plural: 'rediss',
      namespaced: true,
      schema: expect.objectContaining({ type: 'object' }),
      printerColumns: [],
    },
  });
});

it.each([
  ['none', undefined],
  ['none', null],
  ['none', {}],
  ['not-a-crd', { kind: 'ConfigMap', data: { a: 'b' } }],
  ['incomplete', { kind: 'CustomResourceDefinition', spec: {} }],
  ['no-version', withVersions()],
  ['no-version', withVersions(version('v1', { served: false }))],
])('says why there is no API: %s', (reason, api) => {
  expect(offered(api)).toMatchObject({ reason });
});

it('does not mind a wrong apiVersion of the CRD', () => {
  expect(
    offered({ ...aCrd(), apiVersion: 'apiextensions.k8s.io/v1alpha1' }),
  ).toMatchObject({ api: { kind: 'Redis' } });
});

it.each([
  [
    'the storage version where it is served',
    'v2',
    [version('v1'), version('v2', { storage: true })],
  ],
  [
    'the first served where the storage version is not',
    'v1',
    [version('v1'), version('v2', { storage: true, served: false })],
  ],
  ['the first where none is for storage', 'v1', [version('v1'), version('v2')]],
])('takes %s', (_choice, expected, versions) => {
  expect(offered(withVersions(...versions))).toMatchObject({
    api: { version: expected },
  });
});

it('reads printer columns in both spellings and leaves out broken ones', () => {
  const columns = [
    { name: 'Size', type: 'string', jsonPath: '.spec.size' },
    { name: 'Ready', JSONPath: '.status.ready', priority: 1 },
    { name: 'Nothing' },
    null,
  ];
  expect(
    offered(withVersions(version('v1', { additionalPrinterColumns: columns }))),
  ).toMatchObject({
    api: {
      printerColumns: [
        { name: 'Size', jsonPath: '.spec.size', priority: 0 },
        { name: 'Ready', jsonPath: '.status.ready', priority: 1 },
      ],
    },
  });
});

it('knows an API of cluster scope', () => {
  const crd = aCrd();
  expect(
    offered({ ...crd, spec: { ...Object(crd.spec), scope: 'Cluster' } }),
  ).toMatchObject({ api: { namespaced: false } });
});

describe('what Promises in the wild look like', () => {
  it.each([
    ['a kind in lower case', 'redis', 'redis'],
    ['a kind with a hyphen', 'my-app', 'my-apps'],
    ['a plural of the core', 'namespace', 'namespaces'],
  ])('%s', (_what, kind, plural) => {
    const crd = aCrd();
    const names = { kind, plural, singular: kind };
    const spec = { ...Object(crd.spec), names };
    expect(offered({ ...crd, metadata: {}, spec })).toMatchObject({
      api: { kind, plural, crd: `${plural}.${spec.group}` },
    });
  });

  it.each([
    ['no schema', undefined, undefined],
    ['no properties', { type: 'object', properties: {} }, 'yaml'],
    ['a spec without children', rooted({ spec: { type: 'object' } }), 'form'],
    ['no spec', rooted({ data: { type: 'string' } }), 'form'],
    [
      'a whole envelope',
      rooted({
        apiVersion: { type: 'string' },
        kind: { type: 'string' },
        metadata: { type: 'object' },
        spec: { type: 'object', properties: { a: { type: 'string' } } },
        status: {},
      }),
      'form',
    ],
  ])('%s', (_what, openAPIV3Schema, kind) => {
    const schema = openAPIV3Schema && { openAPIV3Schema };
    const found = offered(withVersions(version('v1', { schema })));
    const api = 'api' in found ? found.api : undefined;
    expect(api?.schema).toEqual(openAPIV3Schema);
    expect(api?.schema && formOf(api.schema).kind).toBe(kind);
  });

  it('takes a version that does not say whether it is served', () => {
    const { served: _served, ...silent } = version('v1');
    expect(offered(withVersions(silent))).toMatchObject({
      api: { version: 'v1' },
    });
  });
});

import { aCrd, aPromise } from '../testing';
import { apiOfPromise } from './apiOfPromise';

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

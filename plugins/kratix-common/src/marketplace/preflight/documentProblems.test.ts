import fc from 'fast-check';
import { recordAt, type KubeObject } from '../../kube';
import { aCrd, aPromise } from '../../testing';
import { documentProblems } from './documentProblems';

const kratix = 'platform.kratix.io/v1alpha1';

const aPipeline = (parts: object = {}, spec: object = {}) => ({
  apiVersion: kratix,
  kind: 'Pipeline',
  metadata: { name: 'configure' },
  spec: { containers: [{ name: 'make', image: 'a/b:v1' }], ...spec },
  ...parts,
});

const withPipelines = (...configure: unknown[]) =>
  aPromise({ spec: { workflows: { resource: { configure } } } });

const withApi = (change: (api: ReturnType<typeof aCrd>) => object) =>
  aPromise({ spec: { api: change(aCrd()), workflows: {} } });

const inSpec = (spec: object) => (api: ReturnType<typeof aCrd>) => ({
  ...api,
  spec: { ...recordAt(api, 'spec'), ...spec },
});

const versionOf = (openAPIV3Schema: unknown, more: object = {}) => ({
  name: 'v1',
  served: true,
  storage: true,
  schema: { openAPIV3Schema },
  ...more,
});

it('finds nothing wrong with a good one', () => {
  expect(documentProblems(withPipelines(aPipeline()), 'redis')).toEqual([]);
  const without = { ...aPromise(), spec: { dependencies: [] } };
  expect(documentProblems(without, 'redis')).toEqual([]);
});

it.each<[string, KubeObject, RegExp]>([
  [
    'another kind',
    { ...withPipelines(), kind: 'Deployment' },
    /kind has to be Promise/,
  ],
  [
    'another group',
    { ...withPipelines(), apiVersion: 'v1' },
    /apiVersion has to be platform.kratix.io/,
  ],
  [
    'another name than the listing',
    aPromise({ name: 'other', spec: { workflows: {} } }),
    /has to be redis, as in the listing/,
  ],
  [
    'no spec',
    { apiVersion: kratix, kind: 'Promise', metadata: { name: 'redis' } },
    /spec is missing/,
  ],
  [
    'an API that is none',
    withApi(() => ({ kind: 'ConfigMap' })),
    /spec.api can't be used: it is of kind ConfigMap/,
  ],
  [
    'a wrong CRD name',
    withApi(api => ({ ...api, metadata: { name: 'x' } })),
    /metadata.name has to be rediss.demo/,
  ],
  [
    'cluster scope',
    withApi(inSpec({ scope: 'Cluster' })),
    /scope has to be Namespaced/,
  ],
  [
    'no storage version',
    withApi(inSpec({ versions: [versionOf({}, { storage: false })] })),
    /one version with storage: true/,
  ],
  [
    'no schema',
    withApi(inSpec({ versions: [versionOf(undefined)] })),
    /versions\[0\].schema.openAPIV3Schema: Required value/,
  ],
  [
    'a schema that is not structural',
    withApi(
      inSpec({ versions: [versionOf({ properties: { spec: { a: 1 } } })] }),
    ),
    /properties\[spec\].type: Required value/,
  ],
  ['no list of pipelines', withPipelinesAs({}), /configure has to be a list/],
  ['no pipeline', withPipelines('x'), /configure\[0\] is no Pipeline/],
  [
    'another kind of pipeline',
    withPipelines(aPipeline({ kind: 'Task' })),
    /is no Pipeline of platform.kratix.io/,
  ],
  [
    'two of one name',
    withPipelines(aPipeline(), aPipeline()),
    /two pipelines 'configure'/,
  ],
  [
    'one without name',
    withPipelines(aPipeline({ metadata: {} })),
    /metadata.name is missing/,
  ],
  [
    'one whose account is 61 characters long',
    withPipelines(aPipeline({ metadata: { name: 'p'.repeat(36) } })),
    /is too long: redis-resource-configure-p+ has more than 60/,
  ],
  [
    'one without containers',
    withPipelines(aPipeline({}, { containers: [] })),
    /containers is empty/,
  ],
  [
    'a container without image',
    withPipelines(aPipeline({}, { containers: [{ name: 'x' }] })),
    /containers\[0\].image is missing/,
  ],
  [
    'a key that Kratix does not know',
    withPipelines(aPipeline({}, { retries: 3 })),
    /spec has the unknown key 'retries'/,
  ],
])('finds %s', (_what, promise, problem) => {
  expect(documentProblems(promise, 'redis')).toEqual([
    expect.stringMatching(problem),
  ]);
});

it('takes a name whose account is 60 characters long', () => {
  const longest = aPipeline({ metadata: { name: 'p'.repeat(35) } });
  expect(documentProblems(withPipelines(longest), 'redis')).toEqual([]);
});

// Go reads keys in any letter case: these would run, and escape every check.
it.each([
  [aPipeline({ Spec: { containers: [] } }), /unknown key 'Spec'/],
  [aPipeline({}, { Containers: [] }), /unknown key 'Containers'/],
  [
    aPipeline({}, { containers: [{ image: 'ours', Image: 'theirs' }] }),
    /has 'Image', which has to be 'image'/,
  ],
  [
    aPipeline({}, { rbac: { Permissions: [] } }),
    /has 'Permissions', which has to be 'permissions'/,
  ],
  [
    aPipeline({}, { rbac: { permissions: [{ Verbs: ['*'] }] } }),
    /has 'Verbs', which has to be 'verbs'/,
  ],
])('is not led astray by letter case: %#', (pipeline, problem) => {
  expect(documentProblems(withPipelines(pipeline), 'redis')).toEqual([
    expect.stringMatching(problem),
  ]);
});

function withPipelinesAs(configure: unknown) {
  return aPromise({ spec: { workflows: { resource: { configure } } } });
}

it('never throws', () => {
  fc.assert(
    fc.property(fc.anything(), spec => {
      const odd = { ...aPromise(), spec } as KubeObject;
      expect(Array.isArray(documentProblems(odd, 'redis'))).toBe(true);
    }),
  );
});

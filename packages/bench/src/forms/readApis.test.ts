import { apisIn, readApis } from './readApis';

const crd = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: caches.example.org
  annotations:
    api-approved.kubernetes.io: unapproved
    controller-gen.kubebuilder.io/version: v0.1.0
spec:
  group: example.org
  scope: Cluster
  conversion: { strategy: Webhook }
  names: { kind: Cache, plural: caches }
  versions:
    - name: v1beta1
      served: true
      storage: false
      schema: { openAPIV3Schema: { type: object } }
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              properties:
                size: { type: integer, maximum: 9223372036854775807 }
`;

const promise = `
apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: cache
  annotations:
    kratix-portal.io/form: 'spec.size: { title: How large }'
spec:
  api:
${crd.replace(/^/gm, '    ')}
`;

const one = { allVersions: false };

it('a CRD is made fit for requests in namespaces, for the version in use', () => {
  const [{ api, crd: made }] = apisIn(crd, 'a.yaml', one).apis;
  expect(api).toMatchObject({ crd: 'caches.example.org', version: 'v1' });
  expect(made.metadata.annotations).toEqual({
    'api-approved.kubernetes.io': 'unapproved',
  });
  expect(made).toMatchObject({
    spec: { scope: 'Namespaced', versions: [{ name: 'v1', storage: true }] },
  });
  expect(made.spec).not.toHaveProperty('conversion');
});

it('numbers keep their digits', () => {
  const [{ api }] = apisIn(crd, 'a.yaml', one).apis;
  expect(api.schema).toMatchObject({
    properties: {
      spec: { properties: { size: { maximum: 9223372036854775807n } } },
    },
  });
});

it('a Promise is read with its hints', () => {
  const [found] = apisIn(promise, 'promise.yaml', one).apis;
  expect(found).toMatchObject({
    promise: 'cache',
    hints: { 'spec.size': { title: 'How large' } },
    api: { kind: 'Cache' },
  });
});

it('all versions, each as if it were the only one', () => {
  const { apis } = apisIn(crd, 'a.yaml', { allVersions: true });
  expect(apis.map(({ api }) => api.version)).toEqual(['v1beta1', 'v1']);
});

it('several documents in one file, others among them', () => {
  const text = `${crd}---\nkind: ConfigMap\n---${promise}---\nkind: Promise\nmetadata: { name: tools }\n`;
  const { apis, withoutApi, unreadable } = apisIn(text, 'a.yaml', one);
  expect(apis).toHaveLength(2);
  expect(withoutApi).toEqual(['a.yaml']);
  expect(unreadable).toEqual([]);
});

it.each([
  ['no YAML', 'kind: Promise\n  x: ]', /\S/],
  [
    'a CRD without names',
    'kind: CustomResourceDefinition\nspec: {}',
    /spec\.group, spec\.names\.kind, spec\.names\.plural missing/,
  ],
])('%s is said to be unreadable', (_what, text, why) => {
  const { apis, unreadable } = apisIn(text, 'a.yaml', one);
  expect(apis).toEqual([]);
  expect(unreadable).toEqual([
    { file: 'a.yaml', why: expect.stringMatching(why) },
  ]);
});

it('what is not there is unreadable, too', () => {
  const { unreadable } = readApis(['/no/such/file'], { from: '/', ...one });
  expect(unreadable).toHaveLength(1);
});

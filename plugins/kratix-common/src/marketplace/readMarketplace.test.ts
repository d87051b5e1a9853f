import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { readMarketplace } from './readMarketplace';

const options = { annotationPrefix: 'px/' };
const read = (files: Record<string, string>) =>
  readMarketplace(
    Object.entries(files).map(([path, text]) => ({ path, text })),
    options,
  );

const promise = (name: string, more = '') => `
apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: ${name}
${more}`;

const api = (group: string, kind: string) => `
spec:
  api:
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: { name: ${kind.toLowerCase()}s.${group} }
    spec:
      group: ${group}
      scope: Namespaced
      names: { kind: ${kind}, plural: ${kind.toLowerCase()}s }
      versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec: { type: object, properties: { size: { type: string } } }
`;

it('reads a Promise with what lies beside it', () => {
  const { listings, findings } = read({
    'redis/promise.yaml': promise(
      'redis',
      `  labels: { kratix.io/promise-version: v0.1.0 }\n${api(
        'example.io',
        'Redis',
      )}`,
    ),
    'redis/README.md': '# Redis\n\nA cache **near** you. And more.\n',
    'redis/logo.svg': '<svg/>',
    'redis/resource-request.yaml':
      'apiVersion: example.io/v1\nkind: Redis\nmetadata: { name: my-cache }\n',
    'redis/promise-release.yaml':
      'apiVersion: platform.kratix.io/v1alpha1\nkind: PromiseRelease\nmetadata: { name: redis }\nspec: { version: v0.1.0, sourceRef: { type: http, url: "https://example.com/redis.yaml" } }\n',
  });
  expect(findings).toEqual([]);
  expect(listings).toEqual([
    expect.objectContaining({
      entry: 'redis',
      name: 'redis',
      title: 'Redis',
      summary: 'A cache near you.',
      version: 'v0.1.0',
      api: {
        group: 'example.io',
        kind: 'Redis',
        version: 'v1',
        plural: 'rediss',
      },
      readme: 'redis/README.md',
      logo: 'redis/logo.svg',
      examples: [
        {
          path: 'redis/resource-request.yaml',
          object: expect.objectContaining({ metadata: { name: 'my-cache' } }),
        },
      ],
      releases: [
        {
          path: 'redis/promise-release.yaml',
          url: 'https://example.com/redis.yaml',
          version: 'v0.1.0',
        },
      ],
      findings: [],
    }),
  ]);
});

it('has a key of its own for each of several in a folder, and of one name', () => {
  const { listings } = read({
    'a/one.yaml': promise('x'),
    'a/two.yaml': `${promise('y')}\n---\n${promise('y')}`,
    'b/promise.yaml': promise('x'),
    'promise.yaml': promise('root'),
  });
  expect(listings.map(({ entry }) => entry)).toEqual([
    'a~x',
    'a~y',
    'a~y~2',
    'b',
    'root',
  ]);
});

it.each([
  'internal/promise.yaml',
  'x/dependencies/promise.yaml',
  'x/test/deep/promise.yaml',
  '.template-promise/promise.yaml',
  'x/promise.txt',
])('passes over %s', path => {
  expect(read({ [path]: promise('x') })).toEqual({
    listings: [],
    broken: [],
    findings: [],
  });
});

it('tells what is broken, and reads the rest', () => {
  const { listings, findings } = read({
    'a/promise.yaml': 'apiVersion: [',
    'b/promise.yaml': promise('null'),
    'c/promise.yaml': `{{ .Values.x }}\n---\n${promise('good')}`,
    'd/promise.yaml': 'x'.repeat(1_000_001),
    'e/bomb.yaml': `a: &a [x, x, x]\nb: &b [${Array(9)
      .fill('*a')
      .join()}]\nc: &c [${Array(9).fill('*b').join()}]\nd: [${Array(9)
      .fill('*c')
      .join()}]\n`,
    'f/deep.yaml': `${'{ a: '.repeat(150)}1${' }'.repeat(150)}`,
  });
  expect(listings.map(({ name }) => name)).toEqual(['good']);
  expect(
    findings.map(({ path, text }) => [path, text.slice(0, 24)]).sort(),
  ).toEqual([
    ['a/promise.yaml', 'It is no valid YAML on l'],
    ['b/promise.yaml', 'It is a Promise without '],
    ['d/promise.yaml', 'It is longer than 1,000,'],
    ['e/bomb.yaml', 'Its YAML repeats itself '],
    ['f/deep.yaml', 'Its YAML is nested too d'],
  ]);
  expect(findings.find(one => one.path === 'a/promise.yaml')?.line).toBe(1);
});

it('says what a pipeline asks for and runs', () => {
  const { listings } = read({
    'x/promise.yaml': promise(
      'x',
      `spec:
  requiredPromises: [{ name: db, version: v1.0.0 }, { name: any }, {}]
  dependencies: [{ kind: Namespace }, { kind: Deployment }, { kind: Namespace }]
  workflows:
    resource:
      configure:
        - metadata: { name: main }
          spec:
            rbac:
              permissions:
                - { resourceNamespace: "*", apiGroups: [""], resources: [secrets], verbs: [get] }
                - { apiGroups: [apps], resources: [deployments], verbs: [list] }
            containers:
              - { name: a, image: "ghcr.io/x/y:v1" }
              - { name: b, image: "localhost:5000/x" }
              - { name: c, image: "x@sha256:abc" }
              - { name: d, image: "x:latest" }
`,
    ),
  });
  const [{ requires, dependencies, rights, images, findings }] = listings;
  expect(requires).toEqual([
    { name: 'db', version: 'v1.0.0' },
    { name: 'any' },
  ]);
  expect(dependencies).toEqual([
    { kind: 'Deployment', count: 1 },
    { kind: 'Namespace', count: 2 },
  ]);
  expect(rights).toMatchObject([
    {
      pipeline: 'resource.configure/main',
      clusterWide: true,
      readsSecrets: true,
    },
    { clusterWide: false, readsSecrets: false },
  ]);
  expect(images.map(({ container, mutable }) => [container, mutable])).toEqual([
    ['a', false],
    ['b', true],
    ['c', false],
    ['d', true],
  ]);
  expect(findings.map(({ severity }) => severity)).toEqual([
    'note',
    'warning',
    'warning',
    'warning',
  ]);
});

it('does not take a warning for a title', () => {
  const { listings } = read({
    'my-db/promise.yaml': promise('my-db'),
    'my-db/README.md': '# WARNING: alpha\n\n> careful\n\n[Docs](x) of it.',
  });
  expect(listings[0]).toMatchObject({ title: 'My DB', summary: 'Docs of it.' });
});

const shared = resolve(__dirname, '../../../../../shared/kratix/marketplace');

const present = existsSync(shared);
const everything = { recursive: true, withFileTypes: true } as const;
if (!present) {
  process.stdout.write(`Not read, as it is not there: ${shared}\n`);
}

it('reads every Promise of the public marketplace', () => {
  const files = (present ? readdirSync(shared, everything) : [])
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => ({
      path: relative(shared, file),
      text: readFileSync(file, 'utf8'),
    }));
  const { listings, findings } = readMarketplace(files, options);
  expect(findings).toEqual([]);
  expect(
    listings.map(
      ({ entry, version = '-', examples }) =>
        `${entry} ${version} ${examples.length}`,
    ),
  ).toEqual(
    present
      ? [
          'app-as-a-service v1.0.0-beta.1 1',
          'app-stack v0.1.0 1',
          'cert-manager v1.0.0-beta.1 0',
          'jenkins - 1',
          'kafka - 1',
          'kubeflow-pipelines - 1',
          'namespace-claim - 1',
          'namespace v1.0.0 1',
          'nginx-ingress v1.0.0-beta.2 0',
          'redis v0.1.0 1',
          'runtime v1.0.0 1',
          'sql~aws v1.0.0-beta.1 1',
          'sql~azure - 1',
        ]
      : [],
  );
  expect(
    listings
      .flatMap(one => one.findings)
      .filter(one => one.severity === 'broken'),
  ).toEqual([]);
});

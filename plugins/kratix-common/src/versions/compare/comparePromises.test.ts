import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { isRecord, type KubeObject } from '../../kube';
import { readRecording, recordingPath } from '../../testing/recordingFiles';
import { comparePromises } from './comparePromises';
import { promiseManifest } from './promiseManifest';

const promise = (spec: unknown, metadata: object = {}) => ({
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'redis', ...metadata },
  spec,
});

const pipeline = (
  name: string,
  containers: unknown[] = [],
  more: object = {},
) => ({
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Pipeline',
  metadata: { name },
  spec: { containers, ...more },
});

const configured = (...pipelines: unknown[]) =>
  promise({ workflows: { resource: { configure: pipelines } } });

const container = { name: 'create', image: 'ghcr.io/acme/create:v1' };
const at = 'resource.configure/instance';

const rights = (...permissions: object[]) =>
  configured(pipeline('instance', [container], { rbac: { permissions } }));

const version = (name: string, more: object = {}) => ({
  name,
  served: true,
  storage: true,
  schema: {
    openAPIV3Schema: {
      type: 'object',
      properties: { spec: { type: 'object', properties: {} } },
    },
  },
  ...more,
});

const api = (spec: object = {}, names: object = {}) =>
  promise({
    api: {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'redis.example.org' },
      spec: {
        group: 'example.org',
        scope: 'Namespaced',
        names: { kind: 'Redis', plural: 'redis', ...names },
        versions: [version('v1')],
        ...spec,
      },
    },
  });

describe('what differs beside the API', () => {
  it.each([
    [
      'a pipeline more, with what it runs and may do',
      configured(),
      configured(
        pipeline('instance', [container], {
          rbac: {
            permissions: [
              {
                apiGroups: [''],
                resources: ['secrets'],
                verbs: ['list', 'get'],
                resourceNamespace: '*',
              },
            ],
          },
        }),
      ),
      [
        { about: 'pipeline', change: 'added', name: at },
        {
          about: 'container',
          change: 'added',
          name: `${at}/create`,
          after: 'ghcr.io/acme/create:v1',
        },
        {
          about: 'right',
          change: 'added',
          name: at,
          after: 'get, list: secrets (core) @ *',
        },
      ],
    ],
    [
      'pipelines in another order: only the one that jumped has moved',
      configured(pipeline('a'), pipeline('b'), pipeline('c')),
      configured(pipeline('c'), pipeline('a'), pipeline('b')),
      [
        {
          about: 'pipeline',
          change: 'moved',
          name: 'resource.configure/c',
          before: '3',
          after: '1',
        },
      ],
    ],
    [
      'what a container runs',
      configured(pipeline('instance', [container])),
      configured(
        pipeline('instance', [
          {
            ...container,
            image: 'ghcr.io/acme/create:v2',
            args: ['--fast'],
            env: [{ name: 'REGION', value: 'eu' }],
            resources: { limits: { cpu: '1' } },
          },
        ]),
      ),
      [
        {
          about: 'image',
          change: 'changed',
          name: `${at}/create`,
          before: 'ghcr.io/acme/create:v1',
          after: 'ghcr.io/acme/create:v2',
        },
        {
          about: 'command',
          change: 'added',
          name: `${at}/create/args`,
          after: '["--fast"]',
        },
        {
          about: 'environment',
          change: 'added',
          name: `${at}/create/REGION`,
          after: 'eu',
        },
        {
          about: 'setting',
          change: 'added',
          name: `${at}/create/resources`,
          after: '{"limits":{"cpu":"1"}}',
        },
      ],
    ],
    [
      'the same right in other words, and one less',
      rights(
        {
          apiGroups: ['apps'],
          resources: ['deployments'],
          verbs: ['get', '*'],
        },
        { apiGroups: [''], resources: ['pods'], verbs: ['delete'] },
      ),
      rights({
        verbs: ['*', 'get'],
        resources: ['deployments'],
        apiGroups: ['apps'],
      }),
      [
        {
          about: 'right',
          change: 'removed',
          name: at,
          before: 'delete: pods (core)',
        },
      ],
    ],
    [
      'where results go',
      promise({ destinationSelectors: [{ matchLabels: { env: 'dev' } }] }),
      promise({
        destinationSelectors: [{ matchLabels: { env: 'prod', zone: 'a' } }],
      }),
      [
        {
          about: 'selector',
          change: 'changed',
          name: 'env',
          before: 'dev',
          after: 'prod',
        },
        { about: 'selector', change: 'added', name: 'zone', after: 'a' },
      ],
    ],
    [
      'what is needed',
      promise({
        requiredPromises: [{ name: 'a', version: 'v1' }, { name: 'b' }],
      }),
      promise({
        requiredPromises: [{ name: 'a', version: 'v2' }, { name: 'c' }],
      }),
      [
        {
          about: 'requirement',
          change: 'changed',
          name: 'a',
          before: 'v1',
          after: 'v2',
        },
        { about: 'requirement', change: 'removed', name: 'b' },
        { about: 'requirement', change: 'added', name: 'c' },
      ],
    ],
    [
      'what is put on Destinations',
      promise({
        dependencies: [
          { kind: 'Namespace', metadata: { name: 'redis' } },
          { kind: 'Deployment', metadata: { namespace: 'redis', name: 'op' } },
        ],
      }),
      promise({
        dependencies: [
          {
            kind: 'Deployment',
            metadata: { namespace: 'redis', name: 'op' },
            spec: { replicas: 2 },
          },
        ],
      }),
      [
        { about: 'dependency', change: 'removed', name: 'Namespace redis' },
        { about: 'dependency', change: 'changed', name: 'Deployment redis/op' },
      ],
    ],
    [
      'settings, labels and annotations, but not the version itself',
      promise(
        { workflows: { config: { pipelineNamespace: 'a' } } },
        { labels: { 'kratix.io/promise-version': 'v1', tier: 'gold' } },
      ),
      promise(
        { healthDefinition: { schedule: '@hourly' } },
        {
          labels: { 'kratix.io/promise-version': 'v2' },
          annotations: { 'example.org/title': 'Redis' },
        },
      ),
      [
        {
          about: 'setting',
          change: 'added',
          name: 'spec.healthDefinition',
          after: '{"schedule":"@hourly"}',
        },
        {
          about: 'setting',
          change: 'removed',
          name: 'spec.workflows.config',
          before: '{"pipelineNamespace":"a"}',
        },
        {
          about: 'setting',
          change: 'removed',
          name: 'metadata.labels.tier',
          before: 'gold',
        },
        {
          about: 'setting',
          change: 'added',
          name: 'metadata.annotations.example.org/title',
          after: 'Redis',
        },
      ],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(comparePromises(before, after).other).toEqual(expected);
  });

  it('what the cluster adds is no difference', () => {
    const bare = api();
    const live = {
      ...bare,
      metadata: {
        ...bare.metadata,
        uid: 'u',
        generation: 2,
        resourceVersion: '7',
        finalizers: ['kratix.io/api-crd-cleanup'],
        labels: { 'kratix.io/promise-release-name': 'redis' },
        annotations: {
          'kratix-portal.io/marketplace-listing': 'ours/redis',
          'kubectl.kubernetes.io/last-applied-configuration': '{}',
        },
      },
      spec: { ...Object(bare.spec), workflows: { config: {}, promise: {} } },
      status: { status: 'Available' },
    };
    const { before, after, ...changes } = comparePromises(live, bare);
    expect(changes).toEqual({ api: [], other: [] });
    expect(before).toBe(after);
  });

  it('tells that a secret is another, and not what it is', () => {
    const withSecret = (value: string) =>
      configured(
        pipeline('instance', [
          { ...container, env: [{ name: 'DB_PASSWORD', value }] },
        ]),
      );
    const dependency = (value: string) =>
      promise({
        dependencies: [
          { kind: 'Secret', metadata: { name: 's' }, stringData: { a: value } },
        ],
      });
    const changes = [
      comparePromises(withSecret('hunter1'), withSecret('hunter2')),
      comparePromises(dependency('hunter1'), dependency('hunter2')),
    ];
    expect(JSON.stringify(changes)).not.toContain('hunter');
    expect(changes.map(({ other }) => other.length)).toEqual([1, 1]);
  });
});

describe('what differs between APIs', () => {
  const told = (before: unknown, after: unknown) =>
    comparePromises(before, after).api.map(
      ({ kind, path, breaking }) =>
        `${kind}${path && ` ${path}`}${breaking ? ' !' : ''}`,
    );
  const size = (type: string) => ({
    schema: {
      openAPIV3Schema: {
        type: 'object',
        properties: {
          spec: { type: 'object', properties: { size: { type } } },
        },
      },
    },
  });

  it.each([
    ['an API that comes', promise({}), api(), ['api-added']],
    ['an API that goes', api(), promise({}), ['api-removed !']],
    ['another kind', api(), api({}, { kind: 'Cache' }), ['renamed !']],
    ['a short name', api(), api({}, { shortNames: ['rd'] }), ['renamed !']],
    ['another group', api(), api({ group: 'acme.org' }), ['renamed !']],
    [
      'a new version that is stored',
      api(),
      api({ versions: [version('v1', { storage: false }), version('v2')] }),
      ['version-added', 'storage-version-changed'],
    ],
    [
      'a version that goes',
      api({ versions: [version('v1', { storage: false }), version('v2')] }),
      api({ versions: [version('v2')] }),
      ['version-removed !'],
    ],
    [
      'a version that is not served any more',
      api({ versions: [version('v1', { storage: false }), version('v2')] }),
      api({
        versions: [
          version('v1', { storage: false, served: false }),
          version('v2'),
        ],
      }),
      ['version-removed !'],
    ],
    [
      'a field in the version in use',
      api(),
      api({ versions: [version('v1', size('string'))] }),
      ['field-added spec.size'],
    ],
    [
      'the version in use is another, and knows other fields',
      api({ versions: [version('v1', size('string'))] }),
      api({
        versions: [
          version('v1', { ...size('string'), storage: false }),
          version('v2', size('integer')),
        ],
      }),
      ['version-added', 'storage-version-changed', 'type-narrowed spec.size !'],
    ],
    [
      'a field of an older version that is still served',
      api({
        versions: [
          version('v1', { ...size('string'), storage: false }),
          version('v2'),
        ],
      }),
      api({
        versions: [
          version('v1', { ...size('integer'), storage: false }),
          version('v2'),
        ],
      }),
      ['type-narrowed v1/spec.size !'],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });
});

it('writes YAML in a stable order, keys of maps as people expect them', () => {
  expect(
    promiseManifest({
      status: { a: 1 },
      spec: { workflows: {}, requiredPromises: [{ version: 'v1', name: 'a' }] },
      metadata: { uid: 'u', labels: { b: '1', a: '2' }, name: 'redis' },
      kind: 'Promise',
      apiVersion: 'platform.kratix.io/v1alpha1',
    }),
  ).toBe(`apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: redis
  labels:
    a: "2"
    b: "1"
spec:
  requiredPromises:
    - name: a
      version: v1
`);
});

describe('a Promise of the sandbox and what it was', () => {
  const file = resolve(
    __dirname,
    '../../../../kratix-backend-module-sandbox/marketplace/postgresql/promise.yaml',
  );
  const newest: unknown = existsSync(file)
    ? parse(readFileSync(file, 'utf8'))
    : undefined;

  it('has more fields, and images of its version', () => {
    expect(isRecord(newest)).toBe(true);
    const older: unknown = JSON.parse(
      JSON.stringify(newest).replace(/:\d+\.\d+\.\d+"/g, ':0.0.1"'),
      (key, value) =>
        key === 'extensions' || key === 'parameters' ? undefined : value,
    );
    const { api: changes, other } = comparePromises(older, newest);
    expect(
      changes.map(({ kind, path, breaking }) => ({ kind, path, breaking })),
    ).toEqual(
      ['spec.extensions', 'spec.parameters'].map(path => ({
        kind: 'field-added',
        path,
        breaking: false,
      })),
    );
    expect(other.length).toBeGreaterThan(0);
    expect(new Set(other.map(({ about }) => about))).toEqual(
      new Set(['image']),
    );
    expect(comparePromises(newest, newest)).toMatchObject({
      api: [],
      other: [],
    });
  });
});

describe('Promises of a real Kratix as they changed', () => {
  it('19: a type changes, a field is required, then the stored version is another', () => {
    expect(recordingPath('19-api-changes')).toBeDefined();
    const versions = versionsIn('19-api-changes', 'database');
    const steps = versions
      .slice(1)
      .map((now, index) =>
        comparePromises(versions[index], now).api.map(
          ({ kind, path, breaking, before, after }) =>
            [kind, path, breaking && 'breaks', before, after]
              .filter(Boolean)
              .join(' '),
        ),
      )
      .filter(changes => changes.length > 0);
    expect(steps).toMatchInlineSnapshot(`
      [
        [
          "default-changed spec.size breaks "small"",
          "type-narrowed spec.size breaks "string" "integer"",
          "field-added spec.owner "string"",
          "now-required spec.owner breaks",
        ],
        [
          "version-added "v1beta1"",
          "storage-version-changed "v1alpha1" "v1beta1"",
          "limits-widened spec.size {"minimum":1}",
          "no-longer-required spec.owner",
          "limits-widened v1alpha1/spec.size {"minimum":1}",
          "no-longer-required v1alpha1/spec.owner",
        ],
      ]
    `);
  });
});

/** Each spec that the Promise had, in order. */
function versionsIn(recording: string, name: string): KubeObject[] {
  const specs: KubeObject[] = [];
  for (const line of readRecording(recording).lines) {
    if (!('object' in line)) continue;
    const { object } = line;
    if (object.kind !== 'Promise' || object.metadata.name !== name) continue;
    const last = specs.at(-1);
    if (JSON.stringify(last?.spec) !== JSON.stringify(object.spec)) {
      specs.push(object);
    }
  }
  return specs;
}

it('nothing throws, whatever two Promises are', () => {
  const part = fc.oneof(fc.anything(), fc.constant({ name: 'a' }));
  const anyPromise = fc.oneof(
    fc.anything(),
    fc.record(
      {
        metadata: fc.oneof(
          fc.record({ labels: part, annotations: part }),
          part,
        ),
        spec: fc.record(
          {
            api: fc.oneof(
              part,
              fc.record({
                spec: fc.record({
                  group: fc.constant('a'),
                  names: fc.constant({ kind: 'A', plural: 'as' }),
                  versions: fc.oneof(part, fc.array(part)),
                }),
              }),
            ),
            workflows: fc.record({
              resource: fc.record({
                configure: fc.array(
                  fc.record({
                    metadata: part,
                    spec: fc.record({
                      containers: fc.array(part),
                      rbac: fc.record({ permissions: fc.array(part) }),
                    }),
                  }),
                ),
              }),
            }),
            destinationSelectors: fc.array(part),
            requiredPromises: fc.array(part),
            dependencies: fc.array(part),
          },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(anyPromise, anyPromise, (before, after) => {
      const { before: was } = comparePromises(before, after);
      expect(typeof was).toBe('string');
      const same = comparePromises(before, before);
      expect([...same.api, ...same.other]).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

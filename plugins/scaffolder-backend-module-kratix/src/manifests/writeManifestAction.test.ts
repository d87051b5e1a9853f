import { createMockDirectory } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { KratixApi } from '@kratix-portal/backstage-plugin-kratix-common';
import { parse } from 'yaml';
import { anActionContext } from '../__testUtils__/actionContext';
import { fieldsOfAction } from '../__testUtils__/actionSchema';
import { aPromiseDetail, fakeKratix } from '../__testUtils__/fakeKratix';
import { denying } from '../__testUtils__/refusals';
import {
  aFinding,
  aListing,
  aListingDetail,
  aListingPage,
  aReport,
} from '../__testUtils__/fakeMarketplace';
import { writeManifestAction } from './writeManifestAction';
import { examples } from './writeManifestAction.examples';

type Action = ReturnType<typeof writeManifestAction>;
type Input = Parameters<Action['handler']>[0]['input'];

const workspace = createMockDirectory();
beforeEach(() => workspace.clear());

const listing = { source: 'ours', entry: 'redis' };

function setup(answers: Partial<KratixApi> = {}) {
  const action = writeManifestAction({
    kratix: fakeKratix({
      getListing: async () =>
        aListingDetail({ promiseUrl: 'https://git.example.org/redis.yaml' }),
      listListings: async () => aListingPage([aListing()]),
      preflight: async () => aReport(),
      ...answers,
    }),
    catalog: catalogServiceMock({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Group',
          metadata: { name: 'payments' },
        },
      ],
    }),
    rule: { annotationPrefix: 'px/', namespaces: { from: 'name' } },
  });
  const run = async (input: Input) => {
    const { context, outputs, log } = anActionContext<Action>(input, {
      workspacePath: workspace.path,
      user: { ref: 'user:default/ann' },
    });
    await action.handler(context);
    return { outputs, log };
  };
  return { action, run };
}

const written = (path: string): unknown =>
  Object(workspace.content())[path] as unknown;

it('says in its JSON schema what it takes and what it gives', () => {
  expect(fieldsOfAction(setup().action)).toEqual({
    input: ['listing', 'path', 'request'],
    required: ['path'],
    output: ['name', 'path', 'summary'],
  });
});

it.each(examples)('example works: $description', async ({ example }) => {
  const { action, run } = setup();
  const [step] = parse(example).steps;
  const { outputs } = await run(step.input);
  expect(step.action).toBe(action.id);
  expect(outputs.path).toBe(step.input.path);
});

it('writes nothing that a cluster would have written', async () => {
  const manifest = [
    'apiVersion: platform.kratix.io/v1alpha1',
    'kind: Promise',
    'metadata:',
    '  name: redis',
    '  namespace: elsewhere',
    '  uid: some-uid',
    '  finalizers: [kratix.io/dynamic-controller]',
    '  labels:',
    '    kratix.io/promise-release-name: other',
    '  annotations:',
    '    kubectl.kubernetes.io/last-applied-configuration: "{}"',
    'spec: { large: 12345678901234567890 }',
    'status: { status: Available }',
  ].join('\n');
  const { run } = setup({
    getListing: async () => aListingDetail({ manifest }),
  });
  await run({ path: 'redis.yaml', listing });
  expect(written('redis.yaml')).toBe(
    [
      'apiVersion: platform.kratix.io/v1alpha1',
      'kind: Promise',
      'metadata:',
      '  name: redis',
      '  annotations:',
      '    px/marketplace-listing: ours/redis',
      '    px/installed-by: user:default/ann',
      'spec:',
      '  large: 12345678901234567890',
      '',
    ].join('\n'),
  );
});

it('writes the Promise as it would be applied, and where it is from', async () => {
  const { outputs, log } = await setup().run({ path: 'redis.yaml', listing });
  expect(written('redis.yaml')).toBe(
    [
      'apiVersion: platform.kratix.io/v1alpha1',
      'kind: Promise',
      'metadata:',
      '  name: redis',
      '  labels:',
      '    kratix.io/promise-version: v1.0.0',
      '  annotations:',
      '    px/marketplace-listing: ours/redis',
      '    px/installed-by: user:default/ann',
      'spec:',
      '  big: 9007199254740993',
      '',
    ].join('\n'),
  );
  expect(outputs).toEqual({ path: 'redis.yaml', name: 'redis', summary: '' });
  expect(log).toEqual(['Wrote redis to redis.yaml']);
});

it('writes a PromiseRelease of its version and address', async () => {
  await setup().run({
    path: 'redis.yaml',
    listing: { ...listing, method: 'release' },
  });
  expect(parse(String(written('redis.yaml')))).toEqual({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'PromiseRelease',
    metadata: {
      name: 'redis',
      annotations: {
        'px/marketplace-listing': 'ours/redis',
        'px/installed-by': 'user:default/ann',
      },
    },
    spec: {
      version: 'v1.0.0',
      sourceRef: { type: 'http', url: 'https://git.example.org/redis.yaml' },
    },
  });
});

it('writes a request as the portal would send it', async () => {
  await setup().run({
    path: 'cache.yaml',
    request: {
      platform: 'eu',
      promise: 'redis',
      name: 'orders-cache',
      owner: 'payments',
      service: 'component:default/orders',
      values: { spec: { size: 'large' } },
    },
  });
  expect(parse(String(written('cache.yaml')))).toEqual({
    apiVersion: 'caches.example.io/v1',
    kind: 'Redis',
    metadata: {
      name: 'orders-cache',
      namespace: 'payments',
      annotations: {
        'px/owner': 'group:default/payments',
        'px/requested-by': 'user:default/ann',
        'px/for': 'component:default/orders',
      },
    },
    spec: { size: 'large' },
  });
});

it('keeps every digit of fields that are YAML text', async () => {
  await setup().run({
    path: 'cache.yaml',
    request: {
      platform: 'eu',
      promise: 'redis',
      name: 'orders-cache',
      namespace: 'mine',
      object: 'spec: { id: 9007199254740993 }',
    },
  });
  expect(written('cache.yaml')).toContain('id: 9007199254740993\n');
});

describe('for the reviewers of a pull request', () => {
  const asked = { path: 'redis.yaml', listing: { ...listing, platform: 'eu' } };

  it('sums up what the preflight found, in a block that no text leaves', async () => {
    const warning = aFinding({
      check: 'image-tag',
      level: 'warning',
      params: { count: 1 },
      details: ['x:latest```'],
    });
    const denied = aFinding({ check: 'access', level: 'blocker' });
    const { outputs } = await setup({
      preflight: async () => aReport({ findings: [warning, denied] }),
    }).run(asked);
    expect(outputs.summary).toBe(
      [
        'Preflight of an install on eu:',
        '',
        '```',
        'warning image-tag: 1 images can change behind their names',
        "    x:latest'''",
        '0 of 1 checks are fine',
        '```',
        '',
      ].join('\n'),
    );
  });

  it('writes nothing that no policy lets in', async () => {
    const blocker = aFinding({
      check: 'image-registry',
      level: 'blocker',
      params: { count: 2 },
    });
    await expect(
      setup({ preflight: async () => aReport({ findings: [blocker] }) }).run(
        asked,
      ),
    ).rejects.toThrow(
      "ours/redis can't be installed\n  blocker image-registry: 2 images come from where none may come from",
    );
    expect(workspace.content()).toEqual({});
  });

  it('says that none was made for those who may only propose', async () => {
    const { outputs } = await setup({
      preflight: await denying('Not for you'),
    }).run(asked);
    expect(outputs.summary).toMatch(/^No preflight was made/);
    expect(written('redis.yaml')).toContain('kind: Promise');
  });
});

it.each<[string, Input, Partial<KratixApi>, RegExp]>([
  [
    'a path out of the workspace',
    { path: '../../etc/passwd', listing },
    {},
    /not allowed|outside|child/i,
  ],
  ['neither', { path: 'a.yaml' }, {}, /Give either listing or request/],
  [
    'both',
    {
      path: 'a.yaml',
      listing,
      request: { platform: 'eu', promise: 'redis', name: 'a' },
    },
    {},
    /Give either listing or request/,
  ],
  [
    'a release without a version',
    { path: 'a.yaml', listing: { ...listing, method: 'release' } },
    { getListing: async () => aListingDetail({ version: undefined }) },
    /redis has no version/,
  ],
  [
    'a release without an address',
    { path: 'a.yaml', listing: { ...listing, method: 'release' } },
    { getListing: async () => aListingDetail() },
    /Kratix can't fetch redis from its source/,
  ],
  [
    'a listing without a Promise',
    { path: 'a.yaml', listing },
    { getListing: async () => aListingDetail({ manifest: 'kind: Nothing' }) },
    /holds no Promise/,
  ],
  [
    'a Promise that takes no requests',
    {
      path: 'a.yaml',
      request: {
        platform: 'eu',
        promise: 'redis',
        name: 'a',
        namespace: 'b',
        object: { spec: {} },
      },
    },
    { getPromise: async () => aPromiseDetail({ api: undefined }) },
    /Redis has no API to request from/,
  ],
])(
  'fails on %s, and writes nothing',
  async (_what, input, answers, message) => {
    await expect(setup(answers).run(input)).rejects.toThrow(message);
    expect(workspace.content()).toEqual({});
  },
);

import { NotAllowedError } from '@backstage/errors';
import {
  RefusedInputError,
  type KubeObject,
  type PreflightReport,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aDestination,
  aPromise,
  anObject,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { parse } from 'yaml';
import { fakeSources } from '../../__testUtils__/fakeSources';
import { startInstallPortal } from '../../__testUtils__/installPortal';
import { promiseFile } from '../../__testUtils__/promiseFiles';

const steps = (image: string) => ({
  workflows: {
    resource: {
      configure: [
        {
          apiVersion: 'platform.kratix.io/v1alpha1',
          kind: 'Pipeline',
          metadata: { name: 'configure' },
          spec: { containers: [{ name: 'make', image }] },
        },
      ],
    },
  },
});
const cache = (version: string, image = 'ghcr.io/acme/make:v1') =>
  promiseFile('cache', { version, kind: 'Cache', spec: steps(image) });

/** As installed from `tools/cache` at v1.0.0. */
function installed(change: (promise: KubeObject) => object = () => ({})) {
  const promise: KubeObject = parse(cache('v1.0.0'));
  const { metadata } = promise;
  const there: KubeObject = {
    ...promise,
    metadata: {
      ...metadata,
      generation: 2,
      annotations: { 'kratix-portal.io/marketplace-listing': 'tools/cache' },
    },
  };
  return { ...there, ...change(there) };
}

const request = (name: string, namespace: string, size: string) =>
  anObject('Cache', { name, namespace, spec: { size } }, 'example.io/v1');

let stop = () => {};
afterEach(() => stop());

async function start(options: {
  objects?: KubeObject[];
  denied?: string[];
  files?: Record<string, string>;
}) {
  const platforms = fakePlatforms({
    platforms: [
      { objects: [aDestination(), aPromise(), ...(options.objects ?? [])] },
    ],
  });
  const portal = startInstallPortal({
    platforms,
    denied: options.denied,
    sources: fakeSources({
      id: 'tools',
      files: {
        'cache/promise.yaml': cache('v1.0.0'),
        'next/promise.yaml': cache('v2.0.0', 'ghcr.io/acme/make:v2'),
        'label/promise.yaml': cache('v1.0.1'),
        ...options.files,
      },
      publicUrl: path => `https://example.org/${path}`,
    }),
  });
  stop = portal.stop;
  // Rows are derived in turns of their own.
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise(resolve => setImmediate(resolve));
  }
  const preflight = async (
    entry: string,
    body: object = {},
  ): Promise<PreflightReport> => {
    const answer = await portal
      .call('post', `/marketplace/tools/${entry}/preflight`)
      .send({ platform: 'eu', ...body });
    expect(answer.status).toBe(200);
    return answer.body;
  };
  const finding = async (check: string, entry: string, body: object = {}) =>
    (await preflight(entry, body)).findings.find(one => one.check === check);
  return { ...portal, eu: platforms.get('eu'), preflight, finding };
}

const requests = [
  request('a', 'payments', 'small'),
  request('b', 'payments', 'huge'),
  request('c', 'web', 'huge'),
];
/** Installed when any size would do. */
const before = installed(promise => ({
  spec: JSON.parse(
    JSON.stringify(promise.spec).replace(/,"enum":\[[^\]]*\]/, ''),
  ),
}));

it('counts all requests and names those that would be refused', async () => {
  const portal = await start({ objects: [before, ...requests] });
  const { upgrade, findings } = await portal.preflight('next');
  expect(upgrade).toMatchObject({
    generation: 2,
    requests: { total: 3, hidden: 0 },
    refusedTotal: 2,
    refused: [
      {
        ref: { namespace: 'payments', name: 'b' },
        problems: [expect.stringMatching(/^spec.size: /)],
      },
      { ref: { namespace: 'web', name: 'c' } },
    ],
  });
  expect(findings).toContainEqual(
    expect.objectContaining({
      id: expect.stringMatching(/^requests-refused:[0-9a-f]+$/),
      check: 'requests-refused',
      level: 'warning',
      params: { refused: 2, total: 3 },
      details: ['payments/b', 'web/c'],
    }),
  );
  expect(findings).toContainEqual(
    expect.objectContaining({
      id: expect.stringMatching(/^requests-rerun:[0-9a-f]+$/),
      check: 'requests-rerun',
      level: 'warning',
      params: { count: 3 },
    }),
  );
});

it('names none to who may see none, and counts them all the same', async () => {
  const portal = await start({
    objects: [before, ...requests],
    denied: ['kratix.request.read'],
  });
  const report = await portal.preflight('next');
  expect(report.upgrade).toMatchObject({
    requests: { total: 3, hidden: 3 },
    refusedTotal: 2,
    refused: [],
  });
  expect(JSON.stringify(report.findings)).not.toMatch(/payments|web\/c/);
});

it('another version label alone starts nothing', async () => {
  const portal = await start({ objects: [installed(), ...requests] });
  expect(await portal.finding('requests-rerun', 'label')).toMatchObject({
    level: 'fine',
    params: { count: 0 },
  });
});

it('holds nothing against requests that an upgrade does not break', async () => {
  const narrower = installed(promise => ({
    spec: JSON.parse(
      JSON.stringify(promise.spec).replace('"small","large"', '"small"'),
    ),
  }));
  // Neither version takes `huge`: each says so in other words.
  const portal = await start({ objects: [narrower, ...requests] });
  const { upgrade } = await portal.preflight('next');
  expect(upgrade?.changes.api).toMatchObject([
    { kind: 'values-widened', breaking: false },
  ]);
  expect(upgrade).toMatchObject({ requests: { total: 3 }, refusedTotal: 0 });
});

describe('what people changed on the platform', () => {
  const byHand = (promise: KubeObject) => ({
    spec: { ...Object(promise.spec), ...steps('evil.org/make:v1') },
  });

  it.each([
    ['is told', installed(byHand), 'warning', 1],
    ['is nothing', installed(), 'fine', 0],
  ])('%s', async (_what, there, level, count) => {
    const portal = await start({ objects: [there] });
    for (const entry of ['cache', 'next']) {
      expect(await portal.finding('local-edits', entry)).toMatchObject({
        level,
        params: { count },
      });
    }
  });

  it('is not known where nobody wrote down what was installed', async () => {
    const there: KubeObject = { ...parse(cache('v1.0.0')) };
    const portal = await start({
      objects: [{ ...there, metadata: { ...there.metadata, generation: 2 } }],
    });
    expect(await portal.finding('local-edits', 'next')).toBeUndefined();
  });
});

describe('who asks Kratix to fetch', () => {
  const fetched = { method: 'release' };
  const releases = (portal: Awaited<ReturnType<typeof start>>) =>
    portal.eu.recordedWrites.filter(
      ({ object }) => object.kind === 'PromiseRelease',
    );

  it('asks in the preflight alone, where the Promise itself is installed', async () => {
    const portal = await start({});
    await portal.preflight('cache');
    expect(releases(portal)).not.toEqual([]);
    const asked = releases(portal).length;
    await portal
      .call('post', '/promises/eu')
      .send({ source: 'tools', entry: 'cache' });
    expect(portal.eu.get('promises', 'cache')).toBeDefined();
    expect(releases(portal)).toHaveLength(asked);
  });

  it('does not know without a webhook, which would accept anything', async () => {
    const portal = await start({});
    expect(await portal.finding('fetch', 'cache', fetched)).toMatchObject({
      level: 'warning',
    });
  });

  /** Kratix's webhook, for who writes releases. */
  const withWebhook = (
    portal: Awaited<ReturnType<typeof start>>,
    says: (url: string) => string | undefined,
  ) =>
    jest
      .spyOn(portal.eu.writes, 'createPromiseRelease')
      .mockImplementation(async object => {
        const { url } = Object(object.spec).sourceRef;
        const refusal = url ? says(url) : 'sourceRef.url must be set';
        if (refusal) throw new RefusedInputError(refusal, []);
        return { object, warnings: [] };
      });

  it('knows where the webhook has fetched', async () => {
    const portal = await start({});
    withWebhook(portal, () => undefined);
    expect(await portal.finding('fetch', 'cache', fetched)).toMatchObject({
      level: 'fine',
      params: { url: 'https://example.org/cache/promise.yaml' },
    });
  });

  it('is told why it can’t, and offers the Promise itself', async () => {
    const portal = await start({});
    withWebhook(portal, () => 'failed to fetch promise: 404');
    const report = await portal.preflight('cache', fetched);
    expect(report.methods).toEqual([
      { method: 'promise', possible: true },
      { method: 'release', possible: false, reason: 'not-fetchable' },
    ]);
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        check: 'fetch',
        level: 'blocker',
        platformSays: 'failed to fetch promise: 404',
      }),
    );
  });

  it('takes a version that does not match for a refusal', async () => {
    const portal = await start({});
    const says =
      'Warning: version labels do not match, found: v2, expected: v1.0.0';
    portal.eu.warnWrites(says);
    expect(await portal.finding('fetch', 'cache', fetched)).toMatchObject({
      level: 'blocker',
      platformSays: says,
    });
  });
});

describe('what can’t be rehearsed', () => {
  it('is unknown where a webhook of the cluster does not take part', async () => {
    const portal = await start({});
    portal.eu.refuseWrites(
      new RefusedInputError(
        'admission webhook "x" denied the request: does not support dry run',
        [],
      ),
    );
    expect(await portal.finding('dry-run', 'cache')).toMatchObject({
      level: 'warning',
      params: { reason: 'no-dry-run' },
      platformSays: expect.stringContaining('does not support dry run'),
    });
  });

  it('is no lack of rights where only releases may be written', async () => {
    const portal = await start({});
    jest
      .spyOn(portal.eu.writes, 'createPromise')
      .mockRejectedValue(new NotAllowedError('Not allowed'));
    const body = { method: 'release' };
    expect(await portal.finding('access', 'cache', body)).toMatchObject({
      level: 'fine',
    });
    expect(await portal.finding('dry-run', 'cache', body)).toMatchObject({
      level: 'warning',
      params: { reason: 'not-allowed' },
    });
    expect(await portal.finding('access', 'cache')).toMatchObject({
      level: 'blocker',
    });
  });
});

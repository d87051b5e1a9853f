import { mockCredentials } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import {
  type InstallMethod,
  PlatformUnavailableError,
  RefusedInputError,
  type PreflightFinding,
  type PreflightReport,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aDestination,
  aPromise,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { parse } from 'yaml';
import { fakeSources } from '../../__testUtils__/fakeSources';
import { startInstallPortal } from '../../__testUtils__/installPortal';
import { promiseFile } from '../../__testUtils__/promiseFiles';
import { platformTokenHeader } from '../../http/Callers';

const user = mockCredentials.user.header();
const nobody = mockCredentials.none.header();

const pipeline = (image: string) => ({
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Pipeline',
  metadata: { name: 'configure' },
  spec: { containers: [{ name: 'make', image }] },
});
const withImage = (image: string) => ({
  workflows: { resource: { configure: [pipeline(image)] } },
});
const pinned = withImage('ghcr.io/acme/make:v1.0.0');

const cache = (version: string, spec: Record<string, unknown> = pinned) =>
  promiseFile('cache', { version, kind: 'Cache', spec });

const sources = () =>
  fakeSources({
    id: 'tools',
    files: {
      'cache/promise.yaml': cache('v1.0.0'),
      'cache-next/promise.yaml': cache('v2.0.0'),
      'floating/promise.yaml': promiseFile('floating', {
        kind: 'Floating',
        spec: withImage('redis'),
      }),
      'stack/promise.yaml': promiseFile('stack', {
        version: 'v1.0.0',
        kind: 'Stack',
        spec: {
          ...pinned,
          requiredPromises: [
            { name: 'cache', version: 'v2.0.0' },
            { name: 'gone', version: 'v9.9.9' },
          ],
        },
      }),
      'redis/promise.yaml': promiseFile('redis', { kind: 'Other' }),
      'inside/promise.yaml': promiseFile('inside', {
        version: 'v1.0.0',
        kind: 'Inside',
        spec: pinned,
      }),
    },
    publicUrl: path =>
      `https://${
        path.startsWith('inside/') ? 'vault.secrets.svc' : 'example.org'
      }/${path}`,
  });

let portals: { stop(): void }[] = [];
afterEach(() => {
  portals.forEach(portal => portal.stop());
  portals = [];
});

function start(
  options: {
    denied?: string[];
    allowedImages?: string[];
    objects?: object[];
    mayManage?: () => boolean;
  } = {},
) {
  const { denied, allowedImages, mayManage } = options;
  const platforms = fakePlatforms({
    platforms: [
      {
        id: 'eu',
        mayManage,
        objects: [
          aDestination(),
          aPromise(),
          ...((options.objects ?? []) as ReturnType<typeof aPromise>[]),
        ],
      },
    ],
  });
  const portal = startInstallPortal({
    platforms,
    sources: sources(),
    denied,
    allowedImages,
  });
  portals.push(portal);
  return { ...portal, eu: platforms.get('eu') };
}

const ids = (findings: PreflightFinding[], level: PreflightFinding['level']) =>
  findings.filter(one => one.level === level).map(({ id }) => id);

async function preflight(
  portal: ReturnType<typeof start>,
  entry: string,
  body: object = {},
): Promise<PreflightReport> {
  const answer = await portal
    .call('post', `/marketplace/tools/${entry}/preflight`)
    .send({ platform: 'eu', ...body });
  expect(answer.status).toBe(200);
  return answer.body;
}

const deep = (levels: number): Record<string, unknown> =>
  levels > 0 ? { spec: deep(levels - 1) } : {};

const install = 'kratix.promise.install';
const upgrade = 'kratix.promise.upgrade';

describe('preflight', () => {
  const path = '/marketplace/tools/cache/preflight';
  type Case = [string, number, string, object, string, string[]];
  const eu = { platform: 'eu' };
  const unknown = '/marketplace/tools/gone/preflight';
  it.each<Case>([
    ['no identity', 401, path, eu, nobody, []],
    ['who may neither', 403, path, eu, user, [install, upgrade]],
    ['who may neither, unknown', 403, unknown, eu, user, [install, upgrade]],
    ['who may only upgrade what is not there', 403, path, eu, user, [install]],
    ['who may not see it', 403, path, eu, user, ['kratix.marketplace.read']],
    ['an unknown listing', 404, unknown, eu, user, []],
    ['an unknown platform', 404, path, { platform: 'us' }, user, []],
    ['no platform', 400, path, {}, user, []],
    ['an odd manifest', 400, path, { ...eu, manifest: 'x' }, user, []],
    ['a deep manifest', 400, path, { ...eu, manifest: deep(300) }, user, []],
    ['no Promise', 200, path, { ...eu, manifest: { spec: 7 } }, user, []],
    ['an installer', 200, path, eu, user, [upgrade]],
  ])('answers %s with %i', async (_who, status, at, body, identity, denied) => {
    const portal = start({ denied });
    const answer = await portal.call('post', at, identity).send(body);
    expect(answer.status).toBe(status);
  });

  it('answers a platform that is away with 503', async () => {
    const portal = start();
    portal.eu.refuseWrites(new PlatformUnavailableError('eu'));
    const answer = await portal.call('post', path).send(eu);
    expect(answer.status).toBe(503);
  });

  it('writes nothing, and says so of nothing but what it found', async () => {
    const portal = start();
    const report = await preflight(portal, 'cache');
    expect(report).toMatchObject({
      source: 'tools',
      entry: 'cache',
      platform: 'eu',
      kind: 'install',
      plan: [{ name: 'cache', version: 'v1.0.0', source: 'tools' }],
      methods: [
        { method: 'promise', possible: true },
        { method: 'release', possible: true },
      ],
    });
    expect(ids(report.findings, 'blocker')).toEqual([]);
    expect(ids(report.findings, 'warning')).toEqual([]);
    expect(portal.eu.recordedWrites.every(({ dryRun }) => dryRun)).toBe(true);
    expect(portal.eu.get('promises', 'cache')).toBeUndefined();
    expect(portal.audits).toEqual([]);
  });

  it('plans what is missing, and names what nobody has', async () => {
    const { plan, findings } = await preflight(start(), 'stack');
    expect(plan).toEqual([
      {
        name: 'cache',
        version: 'v2.0.0',
        source: 'tools',
        entry: 'cache-next',
        title: 'Cache',
        requiredBy: 'stack',
        release: true,
      },
      { name: 'gone', version: 'v9.9.9', requiredBy: 'stack' },
      expect.objectContaining({ name: 'stack', entry: 'stack' }),
    ]);
    expect(ids(findings, 'warning')).toEqual([
      'requirement:cache@v2.0.0',
      'requirement:gone@v9.9.9',
    ]);
  });

  it('hands on what the platform says', async () => {
    const portal = start();
    portal.eu.refuseWrites(
      new RefusedInputError('spec.api is odd', [
        { field: 'spec.api', message: 'odd' },
      ]),
    );
    const { findings } = await preflight(portal, 'cache');
    expect(findings).toContainEqual({
      id: 'dry-run',
      check: 'dry-run',
      level: 'blocker',
      params: {},
      details: ['spec.api: odd'],
      platformSays: 'spec.api is odd',
    });
  });

  it('says what an upgrade changes', async () => {
    const there = parse(cache('v1.0.0'));
    there.metadata.generation = 2;
    const portal = start({ objects: [there] });
    const manifest = parse(cache('v2.0.0'));
    const { properties } =
      manifest.spec.api.spec.versions[0].schema.openAPIV3Schema;
    properties.spec.required = ['size'];
    const report = await preflight(portal, 'cache', { manifest });
    expect(report.kind).toBe('upgrade');
    expect(report.upgrade).toMatchObject({
      from: 'v1.0.0',
      to: 'v2.0.0',
      generation: 2,
      changes: { api: [{ kind: 'now-required', breaking: true }] },
      requests: { total: 0 },
    });
    expect(ids(report.findings, 'warning')).toEqual([
      expect.stringMatching(/^api-breaking:/),
    ]);
  });
});

describe('install', () => {
  const path = '/promises/eu';
  const aBody = (parts: object = {}) => ({
    source: 'tools',
    entry: 'cache',
    ...parts,
  });

  it('creates the Promise, and says where it comes from', async () => {
    const portal = start();
    const { status, body } = await portal.call('post', path).send(aBody());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      platform: 'eu',
      name: 'cache',
      method: 'promise',
      version: 'v1.0.0',
      origin: { source: 'tools', entry: 'cache' },
    });
    expect(portal.eu.get('promises', 'cache')?.metadata).toMatchObject({
      annotations: {
        'kratix-portal.io/marketplace-listing': 'tools/cache',
        'kratix-portal.io/installed-by': 'user:default/mock',
      },
    });
    expect(portal.audits).toEqual([
      {
        kind: 'success',
        eventId: 'promise-install',
        severityLevel: 'high',
        detail: {
          platform: 'eu',
          source: 'tools',
          entry: 'cache',
          name: 'cache',
          version: 'v1.0.0',
          method: 'promise',
          dryRun: false,
        },
      },
    ]);
  });

  it('creates a PromiseRelease where that is wanted', async () => {
    const portal = start();
    const { status } = await portal
      .call('post', path)
      .send(aBody({ method: 'release', acknowledged: ['fetch'] }));
    expect(status).toBe(201);
    expect(portal.eu.get('promises', 'cache')).toBeUndefined();
    expect(portal.eu.get('promisereleases', 'cache')).toMatchObject({
      metadata: {
        annotations: { 'kratix-portal.io/marketplace-listing': 'tools/cache' },
      },
      spec: {
        version: 'v1.0.0',
        sourceRef: {
          type: 'http',
          url: 'https://example.org/cache/promise.yaml',
        },
      },
    });
  });

  it('writes as the person, with the token for this platform alone', async () => {
    const portal = start();
    await portal
      .call('post', path)
      .set(platformTokenHeader('eu'), 'token-of-eu')
      .set(platformTokenHeader('us'), 'token-of-us')
      .send(aBody());
    expect(portal.eu.recordedWrites.map(({ caller }) => caller)).toEqual(
      portal.eu.recordedWrites.map(() =>
        expect.objectContaining({
          userEntityRef: 'user:default/mock',
          token: 'token-of-eu',
        }),
      ),
    );
    expect(portal.eu.recordedWrites.length).toBeGreaterThan(1);
  });

  it('tells the audit nothing of what was in the manifest', async () => {
    const portal = start();
    const manifest = parse(cache('v1.0.0', { hush: 'secret' }));
    portal.eu.refuseWrites(
      new RefusedInputError("spec.hush: 'secret' is too short", [
        { field: 'spec.hush', message: "'secret' is too short" },
      ]),
    );
    await portal.call('post', path).send(aBody({ manifest }));
    expect(portal.audits).toHaveLength(1);
    expect(JSON.stringify(portal.audits)).not.toContain('secret');
  });

  it('keeps nothing after a dry run', async () => {
    const portal = start();
    const dry = await portal.call('post', `${path}?dryRun=true`).send(aBody());
    expect(dry.status).toBe(201);
    expect(portal.eu.get('promises', 'cache')).toBeUndefined();
    expect(portal.audits).toMatchObject([{ severityLevel: 'low' }]);
  });

  it('installs what the person edited, with every digit, cleaned', async () => {
    const portal = start();
    const manifest = parse(cache('v1.0.0'));
    manifest.metadata.uid = 'theirs';
    manifest.metadata.finalizers = ['hold/it'];
    manifest.metadata.labels['kratix.io/promise-release-name'] = 'other';
    manifest.spec.big = 0;
    const text = JSON.stringify(aBody({ manifest })).replace(
      '"big":0',
      '"big":9007199254740993',
    );
    const { status } = await portal
      .call('post', path)
      .set('content-type', 'application/json')
      .send(text);
    expect(status).toBe(201);
    const [{ object }] = portal.eu.recordedWrites.filter(one => !one.dryRun);
    expect(object.spec).toMatchObject({ big: 9007199254740993n });
    expect(object.metadata).not.toHaveProperty('uid');
    expect(object.metadata).not.toHaveProperty('finalizers');
    expect(object.metadata.labels).toEqual({
      'kratix.io/promise-version': 'v1.0.0',
    });
  });

  type Case = [string, number, object, string, string[]];
  it.each<Case>([
    ['no identity', 401, aBody(), nobody, []],
    ['who may not install', 403, aBody(), user, [install]],
    ['who may not, unknown', 403, aBody({ entry: 'gone' }), user, [install]],
    ['an unknown listing', 404, aBody({ entry: 'gone' }), user, []],
    ['no listing', 400, {}, user, []],
    ['an odd entry', 400, aBody({ entry: '../x' }), user, []],
    [
      'another name',
      400,
      aBody({ manifest: { ...parse(cache('v1')), metadata: { name: 'x' } } }),
      user,
      [],
    ],
    [
      'an edited release',
      400,
      aBody({ method: 'release', manifest: parse(cache('v7')) }),
      user,
      [],
    ],
    ['a name that is taken', 400, aBody({ entry: 'redis' }), user, []],
    [
      'warnings that were not read',
      409,
      aBody({ entry: 'floating' }),
      user,
      [],
    ],
  ])('refuses %s with %i, and writes nothing', async (...one) => {
    const [, status, body, identity, denied] = one;
    const portal = start({ denied });
    const answer = await portal.call('post', path, identity).send(body);
    expect(answer.status).toBe(status);
    expect(portal.eu.recordedWrites.filter(({ dryRun }) => !dryRun)).toEqual(
      [],
    );
    expect(portal.audits).toMatchObject(
      // Nobody came to do anything.
      status === 401
        ? []
        : [{ kind: 'fail', eventId: 'promise-install', severityLevel: 'high' }],
    );
  });

  it('takes warnings that were read, and not those that came since', async () => {
    const portal = start();
    const { findings } = await preflight(portal, 'floating');
    const acknowledged = ids(findings, 'warning');
    expect(acknowledged).toEqual([expect.stringMatching(/^image-tag:/)]);
    const body = aBody({ entry: 'floating', acknowledged });
    const worse = parse(
      promiseFile('floating', { kind: 'Floating', spec: withImage('mysql') }),
    );
    const refused = await portal
      .call('post', path)
      .send({ ...body, manifest: worse });
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain('image-tag');
    expect((await portal.call('post', path).send(body)).status).toBe(201);
  });

  it.each<InstallMethod>(['promise', 'release'])(
    'installs by %s what was looked at, or nothing',
    async method => {
      const portal = start();
      const { seal, findings } = await preflight(portal, 'cache', { method });
      const acknowledged = ids(findings, 'warning');
      const agreed = aBody({ method, seal, acknowledged });
      const send = (more: object) =>
        portal.call('post', path).send({ ...agreed, ...more });
      const otherMethod = method === 'promise' ? 'release' : 'promise';
      // As fine as the one before: no finding tells of it.
      const manifest = parse(cache('v1.0.0', withImage('ghcr.io/acme/b:v1')));
      for (const other of [
        { entry: 'cache-next' },
        { method: otherMethod },
        { method: 'promise', manifest },
      ]) {
        const { status, body } = await send(other);
        expect({ status, says: body.error.message }).toEqual({
          status: 409,
          says: "The listing of Promise 'cache' changed meanwhile; check again",
        });
      }
      expect((await send({})).status).toBe(201);
    },
  );

  const allowedImages = ['ghcr.io/ours/*'];
  it.each([
    ['as the listing has it', undefined],
    ['edited to another foreign one', 'ghcr.io/oursnot/make:v1'],
  ])('holds to the policy of images: %s', async (_what, image) => {
    const portal = start({ allowedImages });
    const manifest = image && parse(cache('v1.0.0', withImage(image)));
    const answer = await portal
      .call('post', path)
      .send(aBody({ ...(manifest && { manifest }) }));
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('image-registry');
    expect(portal.audits).toMatchObject([
      { detail: { fields: ['image-registry'] } },
    ]);
  });

  it('lets no PromiseRelease fetch past the policy what it likes', async () => {
    const portal = start({ allowedImages: ['ghcr.io/acme/*'] });
    const { methods } = await preflight(portal, 'cache');
    expect(methods).toContainEqual({
      method: 'release',
      possible: false,
      reason: 'policy',
    });
    const answer = await portal
      .call('post', path)
      .send(aBody({ method: 'release', acknowledged: ['fetch'] }));
    expect(answer.status).toBe(400);
    expect(portal.eu.get('promisereleases', 'cache')).toBeUndefined();
    expect((await portal.call('post', path).send(aBody())).status).toBe(201);
  });

  it('has Kratix fetch no address of its own network', async () => {
    const portal = start();
    const { createPromiseRelease } = portal.eu.writes;
    const asked: unknown[] = [];
    portal.eu.writes.createPromiseRelease = async (object, options) => {
      asked.push(object);
      return createPromiseRelease.call(portal.eu.writes, object, options);
    };
    const { methods } = await preflight(portal, 'inside');
    expect(methods).toContainEqual({
      method: 'release',
      possible: false,
      reason: 'not-public',
    });
    const answer = await portal
      .call('post', path)
      .send(aBody({ entry: 'inside', method: 'release' }));
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('fetch');
    expect(asked).toEqual([]);
    await preflight(portal, 'cache');
    expect(asked).not.toEqual([]);
  });

  it('installs what was edited to images that are allowed', async () => {
    const portal = start({ allowedImages });
    const manifest = parse(cache('v1.0.0', withImage('ghcr.io/ours/make:v1')));
    const answer = await portal.call('post', path).send(aBody({ manifest }));
    expect(answer.status).toBe(201);
  });

  it('says that somebody was faster', async () => {
    const portal = start();
    portal.eu.apply(parse(cache('v1.0.0')));
    const later = await portal.call('post', path).send(aBody());
    expect(later.status).toBe(409);
    expect(later.body.error.message).toMatch(/'cache' is on platform 'eu'/);
  });

  it('says so where the cache does not know of it yet', async () => {
    const portal = start();
    portal.eu.refuseWrites(new ConflictError('Changed meanwhile'));
    const later = await portal.call('post', path).send(aBody());
    expect(later.status).toBe(409);
    expect(later.body.error.message).toMatch(/'cache' is on platform 'eu'/);
  });

  it.each([
    ['who may not on the cluster', 403, undefined, () => false],
    [
      'a platform that is away',
      503,
      new PlatformUnavailableError('eu'),
      undefined,
    ],
  ])('answers %s with %i', async (_who, status, refusal, mayManage) => {
    const portal = start({ mayManage });
    portal.eu.refuseWrites(refusal);
    const answer = await portal.call('post', path).send(aBody());
    expect(answer.status).toBe(status);
    expect(portal.audits).toMatchObject([{ kind: 'fail' }]);
  });
});

describe('upgrade', () => {
  const path = '/promises/eu/cache/upgrade';
  const installed = () => {
    const object = parse(cache('v1.0.0'));
    object.metadata.generation = 3;
    object.metadata.labels.theirs = 'stays';
    return object;
  };
  const aBody = (parts: object = {}) => ({
    source: 'tools',
    entry: 'cache-next',
    generation: 3,
    ...parts,
  });

  it('makes it what the listing has', async () => {
    const portal = start({ objects: [installed()] });
    const { status, body } = await portal.call('post', path).send(aBody());
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'cache', version: 'v2.0.0' });
    expect(portal.eu.get('promises', 'cache')?.metadata).toMatchObject({
      labels: { theirs: 'stays', 'kratix.io/promise-version': 'v2.0.0' },
      annotations: {
        'kratix-portal.io/marketplace-listing': 'tools/cache-next',
      },
    });
    expect(portal.audits).toMatchObject([
      {
        kind: 'success',
        eventId: 'promise-upgrade',
        severityLevel: 'high',
        detail: { name: 'cache', version: 'v2.0.0', source: 'tools' },
      },
    ]);
  });

  it('upgrades to what was looked at, or not at all', async () => {
    const portal = start({ objects: [installed()] });
    const { seal } = await preflight(portal, 'cache-next');
    const send = (more: object) =>
      portal.call('post', path).send(aBody({ seal, ...more }));
    expect((await send({ entry: 'cache' })).status).toBe(409);
    expect((await send({})).status).toBe(200);
  });

  it('moves the PromiseRelease where one keeps it', async () => {
    const kept = installed();
    kept.metadata.labels['kratix.io/promise-release-name'] = 'cache';
    const release = {
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'PromiseRelease',
      metadata: { name: 'cache', generation: 1 },
      spec: { version: 'v1.0.0', sourceRef: { type: 'http', url: 'x' } },
    };
    const portal = start({ objects: [kept, release] });
    const { status } = await portal
      .call('post', path)
      .send(aBody({ method: 'release', acknowledged: ['fetch'] }));
    expect(status).toBe(200);
    expect(portal.eu.get('promisereleases', 'cache')?.spec).toEqual({
      version: 'v2.0.0',
      sourceRef: {
        type: 'http',
        url: 'https://example.org/cache-next/promise.yaml',
      },
    });
    expect(
      portal.eu.get('promises', 'cache')?.metadata.labels?.[
        'kratix.io/promise-version'
      ],
    ).toBe('v1.0.0');
  });

  type Case = [string, number, string, object, string, string[], object[]];
  it.each<Case>([
    ['no identity', 401, path, aBody(), nobody, [], [installed()]],
    ['who may not', 403, path, aBody(), user, [upgrade], [installed()]],
    ['what is not there', 404, path, aBody(), user, [], []],
    [
      'another Promise than the path names',
      400,
      '/promises/eu/redis/upgrade',
      aBody(),
      user,
      [],
      [installed()],
    ],
    [
      'no generation',
      400,
      path,
      aBody({ generation: undefined }),
      user,
      [],
      [installed()],
    ],
    [
      'a generation that moved',
      409,
      path,
      aBody({ generation: 2 }),
      user,
      [],
      [installed()],
    ],
    [
      'a step back that was not acknowledged',
      409,
      path,
      aBody({ entry: 'cache' }),
      user,
      [],
      [
        {
          ...parse(cache('v3.0.0')),
          metadata: {
            ...installed().metadata,
            labels: { 'kratix.io/promise-version': 'v3.0.0' },
          },
        },
      ],
    ],
  ])('refuses %s with %i, and writes nothing', async (...one) => {
    const [, status, at, body, identity, denied, objects] = one;
    const portal = start({ denied, objects });
    const answer = await portal.call('post', at, identity).send(body);
    expect(answer.status).toBe(status);
    expect(portal.eu.recordedWrites.filter(({ dryRun }) => !dryRun)).toEqual(
      [],
    );
  });

  it('answers a platform that is away with 503', async () => {
    const portal = start({ objects: [installed()] });
    portal.eu.refuseReads(new PlatformUnavailableError('eu'));
    const answer = await portal.call('post', path).send(aBody());
    expect(answer.status).toBe(503);
  });
});

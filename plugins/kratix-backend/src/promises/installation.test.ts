import { mockCredentials } from '@backstage/backend-test-utils';
import {
  installationViewSchema,
  kratixLabels,
  PlatformUnavailableError,
  promiseFinalizers,
  uninstallImpactSchema,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aCondition,
  anObject,
  aPlacement,
  aPromise,
  aReadyRequest,
  aWork,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import {
  allow,
  denying,
  ownOnly,
  startPortal,
  type Policy,
} from '../__testUtils__/portal';
import { aWorld } from '../__testUtils__/world';

const user = mockCredentials.user.header();
const nobody = mockCredentials.none.header();

const readPromise = 'kratix.promise.read';
const uninstall = 'kratix.promise.uninstall';

const release = (parts: Parameters<typeof anObject>[1] = {}): KubeObject =>
  anObject('PromiseRelease', {
    name: 'redis',
    spec: { version: 'v1.0.0' },
    ...parts,
  });

const keptByRelease = aPromise({
  labels: { [kratixLabels.promiseReleaseName]: 'redis' },
});

async function start(
  options: { objects?: KubeObject[]; policy?: Policy } = {},
) {
  const { objects = [], policy } = options;
  const platforms = fakePlatforms({
    platforms: [{ objects: [...aWorld(), ...objects] }],
  });
  const portal = await startPortal({ platforms, policy });
  return { ...portal, eu: platforms.get('eu') };
}

describe('how far an installation is', () => {
  const path = '/promises/eu/redis/installation';

  it.each<[string, number, string, string, Policy]>([
    ['no identity', 401, path, nobody, allow],
    ['a denied user', 403, path, user, denying(readPromise)],
    [
      'a denied user, unknown name',
      403,
      '/promises/eu/gone/installation',
      user,
      denying(readPromise),
    ],
    ['a malformed name', 400, '/promises/eu/No_Such/installation', user, allow],
    [
      'an unknown platform',
      404,
      '/promises/us/redis/installation',
      user,
      allow,
    ],
    ['an allowed user', 200, path, user, allow],
  ])('answers %s with %i', async (_who, status, at, identity, policy) => {
    const { call } = await start({ policy });
    expect((await call('get', at, identity)).status).toBe(status);
  });

  it('is absent where nothing is left, so that who waits is told', async () => {
    const { call } = await start();
    const { status, body } = await call(
      'get',
      '/promises/eu/gone/installation',
    );
    expect([status, body.state]).toEqual([200, 'absent']);
  });

  it('is unknown where Promises were never read', async () => {
    const { call, eu } = await start();
    eu.setFacts({ kinds: [] });
    const { status } = await call('get', '/promises/eu/gone/installation');
    expect(status).toBe(503);
  });

  it('follows what the platform says', async () => {
    const { call, eu } = await start();
    const read = async () => {
      const { body } = await call('get', path);
      expect(installationViewSchema.safeParse(body).success).toBe(true);
      return body;
    };
    expect(await read()).toMatchObject({
      state: 'available',
      method: 'promise',
    });
    eu.apply(
      aPromise({
        deletedAt: new Date().toISOString(),
        finalizers: [...promiseFinalizers.slice(2)],
      }),
    );
    expect(await read()).toMatchObject({
      state: 'removing',
      finalizers: promiseFinalizers.slice(2),
    });
    eu.remove(aPromise());
    expect(await read()).toMatchObject({ state: 'absent', finalizers: [] });
  });

  it('knows a release that brought no Promise, and why', async () => {
    const { call } = await start({
      objects: [
        release({
          name: 'kafka',
          status: {
            conditions: [
              aCondition('Installed', 'False', 'VersionNotMatching'),
            ],
          },
        }),
      ],
    });
    const { body } = await call('get', '/promises/eu/kafka/installation');
    expect(body).toMatchObject({
      state: 'failed',
      method: 'release',
      causes: [{ id: 'release-mismatch' }],
    });
  });

  it('a request that can’t go holds a removal up, told to who may see it', async () => {
    const paused = aReadyRequest({
      name: 'other',
      namespace: 'web',
      deletedAt: '2026-03-01T12:00:00Z',
      finalizers: ['kratix.io/delete-workflows'],
      labels: {
        [kratixLabels.promiseName]: 'redis',
        [kratixLabels.paused]: 'true',
      },
    });
    const leaving = aPromise({
      deletedAt: new Date().toISOString(),
      finalizers: [...promiseFinalizers.slice(2)],
    });
    const { call, setPolicy } = await start({ objects: [leaving, paused] });
    expect((await call('get', path)).body).toMatchObject({
      state: 'removal-blocked',
      causes: [{ id: 'paused', evidence: [{ object: 'Redis web/other' }] }, {}],
    });
    setPolicy(ownOnly('kratix.request.read'));
    expect((await call('get', path)).body.state).toBe('removing');
  });
});

describe('what an uninstall takes along', () => {
  const path = '/promises/eu/redis/uninstall';

  it.each<[string, number, string, string, Policy]>([
    ['no identity', 401, path, nobody, allow],
    ['a denied user', 403, path, user, denying(uninstall)],
    [
      'a denied user, unknown name',
      403,
      '/promises/eu/gone/uninstall',
      user,
      denying(uninstall),
    ],
    ['a malformed name', 400, '/promises/eu/No_Such/uninstall', user, allow],
    ['an unknown name', 404, '/promises/eu/gone/uninstall', user, allow],
    ['an unknown platform', 404, '/promises/us/redis/uninstall', user, allow],
    ['an allowed user', 200, path, user, allow],
  ])('answers %s with %i', async (_who, status, at, identity, policy) => {
    const { call } = await start({ policy });
    expect((await call('get', at, identity)).status).toBe(status);
  });

  it('is unknown where Promises were never read', async () => {
    const { call, eu } = await start();
    eu.setFacts({ kinds: [] });
    const { status } = await call('get', '/promises/eu/gone/uninstall');
    expect(status).toBe(503);
  });

  it('counts requests for all, and names those that the person may see', async () => {
    const { call } = await start({ policy: ownOnly('kratix.request.read') });
    const { body } = await call('get', path);
    expect(uninstallImpactSchema.safeParse(body).success).toBe(true);
    expect(body.requests).toMatchObject({
      total: 3,
      hidden: 1,
      byOwner: [
        { owner: 'group:default/payments', count: 2 },
        { owner: 'group:default/web', count: 1 },
      ],
    });
    const names = body.requests.items.map(
      (one: { ref: { name: string } }) => one.ref.name,
    );
    expect(names.sort()).toEqual(['broken', 'cache']);
    expect(body.confirm).toBe('delete 3 requests');
  });

  it('names Works of requests that the person may see, and counts the others', async () => {
    const workOf = (name: string, namespace: string) =>
      aWork({
        name: `redis-${name}`,
        namespace,
        labels: { [kratixLabels.resourceName]: name },
      });
    const own = aWork({
      name: 'redis-deps',
      namespace: 'kratix-platform-system',
      labels: { [kratixLabels.workType]: 'promise' },
    });
    delete own.metadata.labels?.[kratixLabels.resourceName];
    const { call, setPolicy } = await start({
      objects: [
        own,
        workOf('cache', 'payments'),
        workOf('other', 'web'),
        workOf('gone', 'web'),
        aPlacement({ work: 'redis-cache', namespace: 'payments' }),
      ],
    });
    const read = async () => {
      const { body } = await call('get', path);
      expect(uninstallImpactSchema.safeParse(body).success).toBe(true);
      return body.works;
    };
    const name = (one: { name: string }) => one.name;
    const all = await read();
    expect(all.total).toBe(4);
    expect(all.items.map(name).sort()).toEqual([
      'redis-cache',
      'redis-deps',
      'redis-gone',
      'redis-other',
    ]);
    setPolicy(ownOnly('kratix.request.read'));
    expect(await read()).toMatchObject({
      total: 4,
      items: [
        { name: 'redis-deps', destinations: [] },
        {
          namespace: 'payments',
          name: 'redis-cache',
          request: { platform: 'eu', namespace: 'payments', name: 'cache' },
          destinations: ['worker-1'],
        },
      ],
    });
    setPolicy(denying('kratix.request.read'));
    expect((await read()).items.map(name)).toEqual(['redis-deps']);
  });

  it('counts Works, names Destinations and who requires it', async () => {
    const { call } = await start({
      objects: [
        aWork(),
        aPlacement(),
        aPromise({
          name: 'stack',
          annotations: { 'kratix-portal.io/owner': 'data' },
          spec: { requiredPromises: [{ name: 'redis' }] },
        }),
      ],
    });
    const { body } = await call('get', path);
    expect(body).toMatchObject({
      target: { kind: 'Promise', name: 'redis' },
      works: { total: 1 },
      destinations: ['worker-1'],
      dependents: {
        total: 1,
        items: [{ name: 'stack', title: 'Stack', owner: 'group:default/data' }],
      },
    });
    expect(body.risks).toEqual([]);
  });

  it('names the parts and wholes among requests of other Promises', async () => {
    const part = {
      ...aReadyRequest({
        name: 'part',
        namespace: 'payments',
        labels: {
          [kratixLabels.promiseName]: 'kafka',
          [kratixLabels.parentPromise]: 'redis',
          [kratixLabels.parentName]: 'cache',
        },
      }),
      kind: 'Kafka',
    };
    const { call } = await start({
      objects: [aPromise({ name: 'kafka' }), part],
    });
    const { body } = await call('get', path);
    expect(body.children).toMatchObject({
      total: 1,
      items: [{ namespace: 'payments', name: 'part' }],
    });
  });

  it('says what it could not check', async () => {
    const platforms = fakePlatforms({
      platforms: [
        { objects: aWorld(), forbidden: ['works', 'promisereleases'] },
      ],
    });
    const { call } = await startPortal({ platforms });
    const { body } = await call('get', path);
    const risks = body.risks.map(
      ({ id, params }: { id: string; params: { what: string } }) => [
        id,
        params.what,
      ],
    );
    expect(risks).toEqual([
      ['could-not-check', 'releases'],
      ['could-not-check', 'deliveries'],
    ]);
  });
});

describe('an uninstall', () => {
  const bare = '/promises/eu/redis';
  const path = `${bare}?confirm=delete+3+requests`;

  it.each<[string, number, string, string, Policy]>([
    ['no identity', 401, path, nobody, allow],
    ['a denied user', 403, path, user, denying(uninstall)],
    [
      'a denied user, unknown',
      403,
      '/promises/eu/gone',
      user,
      denying(uninstall),
    ],
    ['a malformed name', 400, '/promises/eu/No_Such', user, allow],
    ['an odd option', 400, `${path}&dryRun=maybe`, user, allow],
    ['a confirmation twice', 400, `${path}&confirm=redis`, user, allow],
    ['an unknown name', 404, '/promises/eu/gone', user, allow],
    ['an unknown platform', 404, '/promises/us/redis', user, allow],
    ['an allowed user', 204, path, user, allow],
  ])('answers %s with %i', async (_who, status, at, identity, policy) => {
    const { call, eu } = await start({ policy });
    expect((await call('delete', at, identity)).status).toBe(status);
    expect(eu.recordedWrites).toHaveLength(status === 204 ? 1 : 0);
  });

  it('answers a platform that is away with 503', async () => {
    const { call, eu } = await start();
    eu.refuseWrites(new PlatformUnavailableError('eu'));
    expect((await call('delete', path)).status).toBe(503);
  });

  it.each([
    [
      'nothing',
      '',
      'Nothing was confirmed: redis takes 3 requests along; look first',
    ],
    [
      'nothing, dry',
      '?dryRun=true',
      'Nothing was confirmed: redis takes 3 requests along; look first',
    ],
    ['the name', '?confirm=redis', 'It now takes 3 requests along; look again'],
    [
      'another number, dry',
      '?dryRun=true&confirm=delete+2+requests',
      'It now takes 3 requests along; look again',
    ],
    ['an empty text', '?confirm=', 'It now takes 3 requests along; look again'],
    [
      'other letters',
      '?confirm=Delete+3+requests',
      'It now takes 3 requests along; look again',
    ],
  ])('deletes nothing where %s is confirmed', async (_what, query, message) => {
    const { call, eu, audits } = await start();
    const { status, body } = await call('delete', bare + query);
    expect([status, body.error]).toEqual([
      409,
      { name: 'ConflictError', message },
    ]);
    expect(eu.recordedWrites).toEqual([]);
    expect(audits.at(-1)).toMatchObject({
      kind: 'fail',
      eventId: 'promise-uninstall',
      detail: { result: 'ConflictError', name: 'redis' },
    });
  });

  it('notices requests that came and went meanwhile', async () => {
    const { call, eu } = await start({
      policy: ownOnly('kratix.request.read'),
    });
    const look = async (): Promise<string> =>
      (await call('get', `${bare}/uninstall`)).body.confirm;
    const remove = async (confirm: string) => {
      const query = new URLSearchParams({ confirm });
      const { status, body } = await call('delete', `${bare}?${query}`);
      return [status, body.error?.message];
    };
    const seen = await look();
    const late = aReadyRequest({ name: 'late', namespace: 'web' });
    eu.apply(late);
    expect(await remove(seen)).toEqual([
      409,
      'It now takes 4 requests along; look again',
    ]);
    expect(eu.get('promises', 'redis')).toBeDefined();
    const again = await look();
    eu.remove(late);
    expect(await remove(again)).toEqual([
      409,
      'It now takes 3 requests along; look again',
    ]);
    expect(await remove(await look())).toEqual([204, undefined]);
    expect(eu.get('promises', 'redis')).toBeUndefined();
  });

  it('deletes the Promise as the person, and says so in the audit', async () => {
    const { call, eu, audits } = await start();
    await call('delete', path);
    expect(eu.recordedWrites).toMatchObject([
      {
        verb: 'delete',
        object: { kind: 'Promise', metadata: { name: 'redis' } },
        caller: { userEntityRef: 'user:default/mock' },
        dryRun: false,
      },
    ]);
    expect(eu.get('promises', 'redis')).toBeUndefined();
    expect(audits).toContainEqual({
      kind: 'success',
      eventId: 'promise-uninstall',
      detail: {
        platform: 'eu',
        name: 'redis',
        dryRun: false,
        deletedKind: 'Promise',
        deletedName: 'redis',
      },
    });
  });

  it('deletes the release that keeps it, which would bring it back', async () => {
    const { call, eu } = await start({ objects: [release(), keptByRelease] });
    expect((await call('delete', path)).status).toBe(204);
    expect(eu.recordedWrites).toMatchObject([
      { verb: 'delete', object: { kind: 'PromiseRelease' } },
    ]);
  });

  it('undoes a release that brought no Promise', async () => {
    const { call, eu } = await start({ objects: [release({ name: 'kafka' })] });
    expect(
      (await call('delete', '/promises/eu/kafka?confirm=kafka')).status,
    ).toBe(204);
    expect(eu.get('promisereleases', 'kafka')).toBeUndefined();
  });

  it('only asks, where it is a dry run', async () => {
    const { call, eu, audits } = await start();
    const { status } = await call('delete', `${path}&dryRun=true`);
    expect(status).toBe(204);
    expect(eu.recordedWrites).toMatchObject([{ dryRun: true }]);
    expect(eu.get('promises', 'redis')).toBeDefined();
    expect(audits.at(-1)).toMatchObject({ detail: { dryRun: true } });
  });

  it('a refusal is in the audit, too', async () => {
    const { call, audits } = await start({ policy: denying(uninstall) });
    await call('delete', path);
    expect(audits.at(-1)).toMatchObject({
      kind: 'fail',
      eventId: 'promise-uninstall',
      detail: { result: 'NotAllowedError', name: 'redis' },
    });
  });
});

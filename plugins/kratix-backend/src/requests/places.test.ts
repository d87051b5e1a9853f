import { mockCredentials } from '@backstage/backend-test-utils';
import {
  fakePlatforms,
  type FakePlatform,
  type FakePlatformOptions,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import {
  allow,
  denying,
  ownOnly,
  startPortal,
  type Policy,
} from '../__testUtils__/portal';
import { aNamespace, aWorld, crd } from '../__testUtils__/world';

type FakeOptions = NonNullable<Parameters<typeof fakePlatforms>[0]>;

async function portalOf(
  platform: FakePlatformOptions = {},
  settings: FakeOptions['settings'] = {},
) {
  const platforms = fakePlatforms({
    platforms: [{ objects: aWorld(), ...platform }],
    settings,
  });
  const eu: FakePlatform = platforms.get('eu');
  return { portal: await startPortal({ platforms }), eu };
}

const user = mockCredentials.user.header();
const nobody = mockCredentials.none.header();
const places = `/requests/eu/${crd}/places`;
const names = (name: string, namespace = 'payments') =>
  `/requests/eu/${crd}/names?namespace=${namespace}&name=${name}`;

describe('places', () => {
  it('are the teams of the person with their namespaces, and how current that is', async () => {
    const { portal } = await portalOf();
    const { status, body } = await portal.call('get', places);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: [
        {
          owner: 'group:default/payments',
          ownerTitle: 'Payments',
          namespaces: [{ name: 'payments', exists: true, allowed: true }],
        },
      ],
      freshness: { platform: 'eu', label: 'connected' },
    });
    expect(body.items).toHaveLength(1);
  });

  it('say where a namespace is missing', async () => {
    const { portal, eu } = await portalOf();
    eu.remove(aNamespace('payments'));
    const { body } = await portal.call('get', places);
    expect(body.items[0].namespaces).toEqual([
      { name: 'payments', exists: false, allowed: false, reason: 'missing' },
    ]);
  });

  it('say nothing of namespaces that the platform does not show', async () => {
    const { portal } = await portalOf({
      objects: aWorld().filter(({ kind }) => kind !== 'Namespace'),
    });
    const { body } = await portal.call('get', places);
    expect(body.items[0].namespaces).toEqual([
      { name: 'payments', allowed: true },
    ]);
  });

  it('say where the cluster itself refuses the person', async () => {
    const asked: unknown[] = [];
    const { portal } = await portalOf({
      identity: 'impersonation',
      mayAccess: (caller, verb, ref) => {
        asked.push({ caller, verb, ref });
        return verb !== 'create';
      },
    });
    const { body } = await portal.call('get', places);
    expect(body.items[0].namespaces).toEqual([
      { name: 'payments', exists: true, allowed: false, reason: 'refused' },
    ]);
    expect(asked).toContainEqual({
      caller: expect.objectContaining({ userEntityRef: 'user:default/mock' }),
      verb: 'create',
      ref: { crd, namespace: 'payments' },
    });
  });

  it('allow nothing where the cluster does not answer', async () => {
    const { portal } = await portalOf({
      identity: 'impersonation',
      mayAccess: () => {
        throw new Error('away');
      },
    });
    const { body } = await portal.call('get', places);
    expect(body.items[0].namespaces).toMatchObject([
      { allowed: false, reason: 'unanswered' },
    ]);
  });

  it('are the one namespace where config fixes it', async () => {
    const { portal } = await portalOf(
      {},
      { namespaces: { from: 'fixed', namespace: 'web' } },
    );
    const { body } = await portal.call('get', places);
    expect(body.items).toMatchObject([
      { owner: 'group:default/payments', namespaces: [{ name: 'web' }] },
    ]);
  });

  it('are where a request is let in, and nowhere else', async () => {
    const { portal } = await portalOf();
    const { body } = await portal.call('get', places);
    const offered = body.items.flatMap((one: { namespaces: object[] }) =>
      one.namespaces.map(({ name }: { name?: string }) => name),
    );
    for (const namespace of ['payments', 'web']) {
      const { status } = await portal
        .call('post', `/requests/eu/${crd}?dryRun=true`)
        .send({ name: 'fresh', namespace, object: { spec: {} } });
      expect(status).toBe(offered.includes(namespace) ? 201 : 403);
    }
  });
});

describe('a name', () => {
  it.each([
    ['is free where nothing has it', 'fresh', { free: true }],
    [
      'is taken by a request of the team',
      'cache',
      { free: false, suggestion: 'cache-2' },
    ],
  ])('%s', async (_situation, name, expected) => {
    const { portal } = await portalOf();
    const { status, body } = await portal.call('get', names(name));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...expected,
      freshness: { platform: 'eu' },
    });
    expect('suggestion' in body).toBe('suggestion' in expected);
  });

  it('that a request has which the person may not see is taken all the same', async () => {
    const { portal } = await portalOf();
    portal.setPolicy(denying('kratix.request.read'));
    const { body } = await portal.call('get', names('cache'));
    expect(body).toMatchObject({ free: false, suggestion: 'cache-2' });
  });

  it('is free that only another namespace has', async () => {
    const { portal } = await portalOf();
    const { body } = await portal.call('get', names('other'));
    expect(body.free).toBe(true);
  });

  it('is told of no namespace that is not of the person', async () => {
    const { portal } = await portalOf();
    const { status, body } = await portal.call('get', names('other', 'web'));
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/None of your teams/);
  });

  it('is not called free before requests were ever listed', async () => {
    const { portal, eu } = await portalOf();
    const { kinds } = eu.facts();
    eu.setFacts({
      kinds: kinds.map(kind =>
        `${kind.plural}.${kind.group}` === crd
          ? { ...kind, syncedAt: undefined, state: 'listing' }
          : kind,
      ),
    });
    expect((await portal.call('get', names('fresh'))).status).toBe(503);
  });
});

const denied = denying('kratix.request.create');
it.each<[string, number, string, string, Policy]>([
  ['places: no identity', 401, places, nobody, allow],
  ['places: a denied user', 403, places, user, denied],
  ['places: denied, no such kind', 403, '/requests/eu/x/places', user, denied],
  ['places: no such kind', 404, '/requests/eu/x.y/places', user, allow],
  ['places: no such platform', 404, `/requests/us/${crd}/places`, user, allow],
  ['places: a malformed kind', 400, '/requests/eu/X_y/places', user, allow],
  ['name: no identity', 401, names('a'), nobody, allow],
  ['name: a denied user', 403, names('a'), user, denied],
  ['name: denied, malformed', 403, names('A_b'), user, denied],
  ['name: in capitals', 400, names('A'), user, allow],
  ['name: none given', 400, `/requests/eu/${crd}/names`, user, allow],
  ['name: 64 characters', 400, names('a'.repeat(64)), user, allow],
  [
    'name: no such kind',
    404,
    '/requests/eu/x.y/names?namespace=payments&name=a',
    user,
    allow,
  ],
  [
    'name: own requests only',
    200,
    names('a'),
    user,
    ownOnly('kratix.request.read'),
  ],
])('%s is %i', async (_who, status, path, identity, policy) => {
  const { portal } = await portalOf();
  portal.setPolicy(policy);
  expect((await portal.call('get', path, identity)).status).toBe(status);
});

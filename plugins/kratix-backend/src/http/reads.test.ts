import { mockCredentials } from '@backstage/backend-test-utils';
import { createOpenApiDocument } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  allow,
  deny,
  denying,
  ownOnly,
  startPortal,
  type Policy,
} from '../__testUtils__/portal';
import { crd, pathOf } from '../__testUtils__/world';

type Portal = Awaited<ReturnType<typeof startPortal>>;
let portal: Portal;

beforeAll(async () => {
  portal = await startPortal();
});

beforeEach(() => portal.setPolicy(allow));

const user = mockCredentials.user.header();
const nobody = mockCredentials.none.header();
const forged = mockCredentials.user.invalidHeader();

const routes = [
  {
    permission: 'kratix.platform.read',
    list: '/platforms',
    one: '/platforms/eu',
    missing: '/platforms/us',
    malformed: '/platforms/No_Such',
  },
  {
    permission: 'kratix.promise.read',
    list: '/promises',
    badQuery: '/promises?size=0',
    one: '/promises/eu/redis',
    missing: '/promises/eu/kafka',
    malformed: '/promises/eu/No_Such',
  },
  {
    permission: 'kratix.request.read',
    list: '/requests',
    badQuery: '/requests?status=splendid',
    one: pathOf('cache'),
    missing: pathOf('gone'),
    malformed: pathOf('No_Such'),
  },
  {
    permission: 'kratix.request.read',
    list: '/requests',
    one: `${pathOf('cache')}/related`,
    missing: `${pathOf('gone')}/related`,
    malformed: `${pathOf('No_Such')}/related`,
  },
  {
    permission: 'kratix.request.read',
    list: '/requests',
    one: `${pathOf('cache')}/manifest`,
    missing: `${pathOf('gone')}/manifest`,
    malformed: `${pathOf('No_Such')}/manifest`,
  },
  {
    permission: 'kratix.request.read',
    list: '/requests',
    one: `${pathOf('cache')}/object`,
    missing: `${pathOf('gone')}/object`,
    malformed: `${pathOf('No_Such')}/object`,
  },
  {
    permission: 'kratix.destination.read',
    list: '/destinations',
    badQuery: '/destinations?sort=colour',
    one: '/destinations/eu/worker-1',
    missing: '/destinations/eu/worker-9',
    malformed: '/destinations/eu/No_Such',
  },
];

describe.each(routes)('GET $one', route => {
  const { permission, list, badQuery = list, one, missing, malformed } = route;
  it.each<[string, number, string, string, Policy]>([
    ['no identity', 401, one, nobody, allow],
    ['a forged identity', 401, one, forged, allow],
    ['no identity, the list', 401, list, nobody, allow],
    ['a denied user', 403, one, user, denying(permission)],
    ['a denied user, the list', 403, list, user, denying(permission)],
    // 404 would tell that the others exist.
    ['a denied user, unknown', 403, missing, user, denying(permission)],
    ['a denied user, malformed', 403, malformed, user, denying(permission)],
    ['a malformed name', 400, malformed, user, allow],
    ['an unknown name', 404, missing, user, allow],
    ['an allowed user', 200, one, user, allow],
    ['an allowed user, the list', 200, list, user, allow],
    ['a bad query', badQuery === list ? 200 : 400, badQuery, user, allow],
  ])('answers %s with %i', async (_who, status, path, identity, policy) => {
    portal.setPolicy(policy);
    const answer = await portal.call('get', path, identity);
    expect(answer.status).toBe(status);
    // A refusal says something; an answer has nothing to excuse.
    const words = answer.body.error?.message?.length ?? 0;
    expect(words > 10).toBe(status >= 400);
  });
});

it('names the field in error of a query', async () => {
  const { body } = await portal.call('get', '/requests?size=1000&status=x');
  expect(body.error.name).toBe('InputError');
  expect(body.error.causes.map((cause: { field: string }) => cause.field))
    // Paths of the contract, so that a form can point to them.
    .toEqual(['size', 'status.0']);
});

it('keeps services out: writes and rights are those of people', async () => {
  const service = mockCredentials.service.header();
  const { status } = await portal.call('get', '/requests', service);
  expect(status).toBe(403);
});

describe('a decision that depends on the request', () => {
  beforeEach(() => portal.setPolicy(ownOnly('kratix.request.read')));

  it('lists and counts what may be seen, and nothing of the rest', async () => {
    const { body } = await portal.call('get', '/requests');
    expect(body.total).toBe(2);
    expect(body.chips).toMatchObject({ mine: 2, attention: 1, ready: 1 });
    expect(body.facets.namespace).toEqual([{ value: 'payments', count: 2 }]);
    expect(JSON.stringify(body)).not.toContain('web');
  });

  it.each([
    ['', ''],
    ['its relatives', '/related'],
    ['its manifest', '/manifest'],
    ['its object', '/object'],
  ])(
    'tells one that may not be seen from nothing %s',
    async (_what, suffix) => {
      const hidden = await portal.call('get', pathOf('other', 'web') + suffix);
      const absent = await portal.call('get', pathOf('gone', 'web') + suffix);
      expect(hidden.status).toBe(404);
      expect(hidden.body.error).toEqual(absent.body.error);
      const seen = await portal.call('get', pathOf('cache') + suffix);
      expect(seen.status).toBe(200);
    },
  );

  it('counts what may be seen for Promises and platforms', async () => {
    const promise = await portal.call('get', '/promises/eu/redis');
    expect(promise.body.counts).toMatchObject({ requests: 2, attention: 1 });
    const platforms = await portal.call('get', '/platforms');
    expect(platforms.body.items[0].counts).toMatchObject({ requests: 2 });
  });
});

describe('what may not be seen is not counted, not even as none', () => {
  const read = async (path: string) => (await portal.call('get', path)).body;

  it('requests', async () => {
    portal.setPolicy(denying('kratix.request.read'));
    const { items: promises } = await read('/promises?sort=requests');
    expect(promises[0]).not.toHaveProperty('counts');
    expect(await read('/promises/eu/redis')).not.toHaveProperty('counts');
    const { items: platforms } = await read('/platforms');
    expect(platforms[0].counts).toEqual({ promises: 1, destinations: 1 });
    const { items: destinations } = await read('/destinations');
    expect(destinations[0]).not.toHaveProperty('counts');
  });

  it('Promises', async () => {
    portal.setPolicy(denying('kratix.promise.read'));
    const { counts } = await read('/platforms/eu');
    expect(Object.keys(counts).sort()).toEqual([
      'attention',
      'destinations',
      'requests',
    ]);
    const destination = await read('/destinations/eu/worker-1');
    expect(destination).not.toHaveProperty('matchingPromises');
  });

  it('Destinations', async () => {
    portal.setPolicy(denying('kratix.destination.read'));
    expect((await read('/platforms/eu')).counts).not.toHaveProperty(
      'destinations',
    );
    const promise = await read('/promises/eu/redis');
    expect(promise).not.toHaveProperty('matchingDestinations');
    expect(promise).not.toHaveProperty('destinationCount');
    portal.setPolicy(allow);
    const { destinationCount } = await read('/promises/eu/redis');
    expect(destinationCount).toBe(1);
  });

  it.each([
    ['kratix.request.read', ['works', 'rediss']],
    ['kratix.promise.read', ['promises']],
    ['kratix.destination.read', ['destinations']],
  ])('objects of kinds, for whom %s is denied', async (name, plurals) => {
    const withoutCount = async () => {
      const { kinds } = await read('/platforms/eu');
      return (kinds as { plural: string; count?: number }[])
        .filter(({ count }) => count === undefined)
        .map(({ plural }) => plural);
    };
    portal.setPolicy(allow);
    expect(await withoutCount()).toEqual([]);
    portal.setPolicy(denying(name));
    expect(await withoutCount()).toEqual(expect.arrayContaining(plurals));
  });
});

it('says of a list whether it may be all there is', async () => {
  const partial = async () =>
    (await portal.call('get', '/requests')).body.partial;
  portal.setPolicy(allow);
  expect(await partial()).toBeUndefined();
  portal.setPolicy(ownOnly('kratix.request.read'));
  expect(await partial()).toBe(true);
});

describe('what answers hold', () => {
  it('says of every platform how current it is', async () => {
    const paths = ['/requests', '/promises', '/destinations'];
    for (const path of paths) {
      const { body } = await portal.call('get', path);
      expect(body.freshness).toMatchObject([
        { platform: 'eu', label: 'connected' },
      ]);
    }
    for (const path of [pathOf('cache'), '/promises/eu/redis']) {
      const { body } = await portal.call('get', path);
      expect(body.freshness).toMatchObject({ platform: 'eu' });
    }
  });

  it('says what the person may do with a request', async () => {
    portal.setPolicy(denying('kratix.request.delete'));
    const { body } = await portal.call('get', pathOf('cache'));
    expect(body.allowed).toEqual({ update: true, delete: false });
  });

  it('says so by what the request is, where the decision depends on it', async () => {
    portal.setPolicy(ownOnly('kratix.request.update', 'kratix.request.delete'));
    const own = await portal.call('get', pathOf('cache'));
    expect(own.body.allowed).toEqual({ update: true, delete: true });
    const other = await portal.call('get', pathOf('other', 'web'));
    expect(other.body.allowed).toEqual({ update: false, delete: false });
  });

  it('leaves evidence to the page of one', async () => {
    const list = await portal.call('get', '/requests?q=broken');
    const [cause] = list.body.items[0].description.causes;
    expect(cause).toMatchObject({ id: 'step-failed', evidence: [] });
    const page = await portal.call('get', pathOf('broken'));
    expect(page.body.description.causes[0].evidence).not.toEqual([]);
  });

  it('describes itself to who is signed in', async () => {
    const { body, status } = await portal.call('get', '/openapi.json');
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(createOpenApiDocument())));
    expect((await portal.call('get', '/openapi.json', nobody)).status).toBe(
      401,
    );
  });

  it.each(['/health', '/readiness'])('answers probes at %s', async path => {
    portal.setPolicy(deny);
    const { status, body } = await portal.call('get', path, nobody);
    expect(status).toBe(200);
    expect(body).toEqual({ status: 'ok' });
  });
});

it('serves every route that it documents', async () => {
  const { paths } = (await portal.call('get', '/openapi.json')).body;
  const values: Record<string, string> = {
    platform: 'eu',
    crd,
    namespace: 'payments',
    name: 'cache',
    source: 'tools',
    entry: 'redis',
  };
  for (const [path, methods] of Object.entries<object>(paths)) {
    for (const method of Object.keys(methods)) {
      const target = path.replace(/\{(\w+)\}/g, (_all, key) => values[key]);
      const verb = method as 'get' | 'post' | 'patch' | 'delete';
      const answer = await portal.call(verb, target, nobody);
      expect([verb, target, answer.status]).toEqual([verb, target, 401]);
    }
  }
});

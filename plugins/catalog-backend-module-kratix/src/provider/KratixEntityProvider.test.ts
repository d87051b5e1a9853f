import { mockServices } from '@backstage/backend-test-utils';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { fakePlatform } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { GroupNamespaces } from '../requests/GroupNamespaces';
import {
  aDestination,
  aPromise,
  aRequest,
  entityOptions,
} from '../__testUtils__/samples';
import { EarlierRun } from './EarlierRun';
import { KratixEntityProvider } from './KratixEntityProvider';

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate'] }));
afterEach(() => jest.useRealTimers());

/** Longer than changes are gathered for. */
const settle = () => jest.advanceTimersByTimeAsync(100);

const payments = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments', namespace: 'default' },
};

async function setup(
  options: Parameters<typeof fakePlatform>[0] = {},
  groups = [payments],
  /** What the catalog has from before. */
  left: () => Promise<Entity[]> = async () => [],
) {
  const platform = fakePlatform({ id: 'eu', ...options });
  const mutations: EntityProviderMutation[] = [];
  let failures = 0;
  let scheduled = async () => {};
  const connection: EntityProviderConnection = {
    async applyMutation(mutation) {
      if (failures > 0) {
        failures -= 1;
        throw new Error('database is locked');
      }
      mutations.push(mutation);
    },
    refresh: jest.fn(),
  };
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const catalog = { getEntities: async () => ({ items: groups }) };
  const provider = new KratixEntityProvider({
    platform,
    entityOptions,
    groups: new GroupNamespaces({
      catalog,
      auth: mockServices.auth(),
      logger,
      settings: { annotationPrefix: 'px/', namespaces: { from: 'name' } },
    }),
    earlier: new EarlierRun({
      catalog: {
        async *streamEntities() {
          yield await left();
        },
      },
      auth: mockServices.auth(),
      platform,
      annotationPrefix: 'px/',
    }),
    taskRunner: {
      run: async ({ fn }) => {
        scheduled = async () => fn(new AbortController().signal);
      },
    },
    logger,
  });
  await provider.connect(connection);
  await settle();
  return {
    platform,
    provider,
    logger,
    mutations,
    /** What one of all replicas does now and then. */
    runScheduled: () => scheduled(),
    failNext: (count: number) => {
      failures = count;
    },
    /** What the catalog holds after all mutations so far. */
    inCatalog: () => [...refsAfter(mutations)].sort(),
  };
}

function refsAfter(mutations: EntityProviderMutation[]): Set<string> {
  const refs = new Set<string>();
  for (const mutation of mutations) {
    if (mutation.type === 'full') {
      refs.clear();
      mutation.entities.forEach(({ entity }) =>
        refs.add(stringifyEntityRef(entity)),
      );
    } else {
      mutation.removed.forEach(one =>
        refs.delete('entityRef' in one ? one.entityRef : ''),
      );
      mutation.added.forEach(({ entity }) =>
        refs.add(stringifyEntityRef(entity)),
      );
    }
  }
  return refs;
}

const redis = aPromise('redis');
const cache = aRequest('redis', 'cache');
const all = [
  'api:default/eu.redis',
  'component:default/eu.redis',
  'resource:default/eu.payments.redis.cache',
  'resource:default/eu.worker',
  'resource:default/kratix-eu',
  'template:default/eu.redis',
];
const world = [redis, cache, aDestination('worker')];

it('begins with everything, so that nothing of an earlier run is left', async () => {
  const { mutations, inCatalog } = await setup({ objects: world });
  expect(mutations.map(({ type }) => type)).toEqual(['full']);
  expect(inCatalog()).toEqual(all);
});

it('writes what is new at once while it waits for teams to be known', async () => {
  const { platform, inCatalog } = await setup({ objects: world }, []);
  platform.apply(aRequest('redis', 'second'));
  await settle();
  expect(inCatalog()).toContain('resource:default/eu.payments.redis.second');
});

it('adds and removes one request by one small write each', async () => {
  const { platform, mutations, inCatalog } = await setup({ objects: world });
  const second = aRequest('redis', 'second');
  platform.apply(second);
  await settle();
  platform.remove(second);
  await settle();
  expect(mutations.slice(1)).toMatchObject([
    { type: 'delta', added: [{ entity: { kind: 'Resource' } }], removed: [] },
    {
      type: 'delta',
      added: [],
      removed: [
        {
          entityRef: 'resource:default/eu.payments.redis.second',
          // Of another provider's entity of that name it takes nothing away.
          locationKey: 'KratixEntityProvider:eu',
        },
      ],
    },
  ]);
  expect(inCatalog()).toEqual(all);
});

it('writes all there is when it is its turn, whatever was written before', async () => {
  const { mutations, runScheduled, inCatalog } = await setup({
    objects: world,
  });
  await runScheduled();
  expect(mutations.map(({ type }) => type)).toEqual(['full', 'full']);
  expect(inCatalog()).toEqual(all);
});

it('writes a burst at once', async () => {
  const { platform, mutations } = await setup({ objects: world });
  for (let i = 0; i < 50; i += 1) platform.apply(aRequest('redis', `r${i}`));
  await settle();
  expect(mutations).toHaveLength(2);
});

it('writes nothing while only the state of things changes', async () => {
  const { platform, mutations } = await setup({ objects: world });
  for (let i = 0; i < 20; i += 1) {
    const status = { message: `${i}`, conditions: [{ type: 'Reconciled' }] };
    platform.apply({ ...cache, status }, { ...redis, status });
    await settle();
  }
  expect(mutations).toHaveLength(1);
});

it('follows what an object is called, whose it is and whether it is wanted', async () => {
  const { platform, mutations, inCatalog } = await setup({ objects: world });
  const metadata = { namespace: 'payments' };
  platform.apply(
    aRequest('redis', 'cache', {
      ...metadata,
      annotations: { 'px/owner': 'group:default/web' },
    }),
  );
  await settle();
  expect(mutations.at(-1)).toMatchObject({
    added: [{ entity: { spec: { owner: 'group:default/web' } } }],
  });
  platform.apply(
    aRequest('redis', 'cache', {
      ...metadata,
      labels: { 'px/exclude': 'true' },
    }),
    aDestination('worker', {
      labels: { 'kratix.io/portal-backstage': 'false' },
    }),
  );
  await settle();
  expect(inCatalog()).toEqual(all.filter(ref => !/cache|worker/.test(ref)));
});

it('takes a Promise and its requests away together', async () => {
  const { platform, inCatalog } = await setup({ objects: world });
  platform.remove(redis);
  await settle();
  expect(inCatalog()).toEqual([
    'resource:default/eu.worker',
    'resource:default/kratix-eu',
  ]);
});

it('corrects the requests of a Promise whose API moved', async () => {
  const { platform, mutations } = await setup({ objects: world });
  const moved = JSON.parse(JSON.stringify(redis).replace('"v1"', '"v2"'));
  platform.apply(moved);
  await settle();
  const text = JSON.stringify(mutations.at(-1));
  expect(text).toContain('"kratix.io/version":"v2"');
});

it('finds the owner by a namespace’s annotation as soon as there is one', async () => {
  const { platform, mutations } = await setup({ objects: world });
  platform.apply({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'payments', annotations: { 'px/owner': 'data' } },
  });
  await settle();
  expect(mutations.at(-1)).toMatchObject({
    type: 'delta',
    added: [{ entity: { spec: { owner: 'group:default/data' } } }],
  });
});

it('finds owners again once the catalog knows its Groups', async () => {
  const groups: (typeof payments)[] = [];
  const { mutations } = await setup({ objects: world }, groups);
  expect(JSON.stringify(mutations)).not.toContain('group:default/payments');
  groups.push(payments);
  await jest.advanceTimersByTimeAsync(20_000);
  expect(JSON.stringify(mutations.at(-1))).toContain('group:default/payments');
});

describe('a failed read deletes nothing', () => {
  it('a kind that is refused from the start', async () => {
    const { mutations, inCatalog } = await setup({
      objects: [redis, cache],
      forbidden: ['destinations'],
    });
    // What is known is there, and nothing was replaced as a whole.
    expect(inCatalog()).toContain('resource:default/eu.payments.redis.cache');
    expect(mutations.map(({ type }) => type)).toEqual(['delta']);
  });

  it('a platform that goes away', async () => {
    const { platform, provider, mutations } = await setup({ objects: world });
    jest.spyOn(platform, 'complete').mockReturnValue(false);
    platform.setFacts({
      failingSince: 1,
      failure: { reason: 'network', message: 'no answer' },
    });
    await settle();
    await provider.refresh();
    expect(mutations).toHaveLength(1);
  });
});

it('leaves out an object that can’t be mapped, and only that', async () => {
  const { platform, inCatalog, logger } = await setup({ objects: world });
  const get = platform.get.bind(platform);
  jest.spyOn(platform, 'get').mockImplementation((kind, name, namespace) => {
    if (name === 'broken') throw new Error('surprise');
    return get(kind, name, namespace);
  });
  platform.apply(aPromise('broken'), aPromise('fine'));
  await settle();
  expect(inCatalog()).toContain('component:default/eu.fine');
  expect(inCatalog()).not.toContain('component:default/eu.broken');
  expect(logger.warn).toHaveBeenCalledWith(
    expect.stringContaining('Promise/broken'),
    expect.any(Error),
  );
});

it('sends everything again after the catalog refused a write', async () => {
  const { platform, mutations, inCatalog, failNext } = await setup({
    objects: world,
  });
  failNext(2);
  platform.apply(aRequest('redis', 'second'));
  await jest.advanceTimersByTimeAsync(20_000);
  expect(mutations.map(({ type }) => type)).toEqual(['full', 'full']);
  expect(inCatalog()).toContain('resource:default/eu.payments.redis.second');
});

it('takes away what went while a write failed, though not all can be read', async () => {
  const second = aRequest('redis', 'second');
  const { platform, inCatalog, failNext } = await setup({
    objects: [redis, cache, second],
    forbidden: ['destinations'],
  });
  const name = 'resource:default/eu.payments.redis.second';
  expect(inCatalog()).toContain(name);
  failNext(2);
  platform.remove(second);
  await jest.advanceTimersByTimeAsync(20_000);
  expect(inCatalog()).not.toContain(name);
  expect(inCatalog()).toContain('resource:default/eu.payments.redis.cache');
});

describe('what an earlier run left, where not all can be read', () => {
  const leftover = (name: string, location: string): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      annotations: { 'backstage.io/managed-by-location': location },
    },
  });
  const crd = 'rediss.example.org';
  const earlier = [
    leftover(
      'eu.payments.redis.cache',
      `kratix:eu/requests/${crd}/payments/cache`,
    ),
    leftover(
      'eu.payments.redis.gone',
      `kratix:eu/requests/${crd}/payments/gone`,
    ),
    leftover(
      'eu.web.kafka.gone',
      'kratix:eu/requests/kafkas.example.io/web/gone',
    ),
    leftover('eu.gone', 'kratix:eu/promises/gone'),
    leftover('eu.worker', 'kratix:eu/destinations/worker'),
    leftover('us.gone', 'kratix:us/promises/gone'),
    leftover('stray', 'url:https://example.org/catalog-info.yaml'),
  ];
  const removedIn = (mutations: EntityProviderMutation[]) =>
    mutations.flatMap(mutation =>
      mutation.type === 'delta'
        ? mutation.removed.map(one => 'entityRef' in one && one.entityRef)
        : [],
    );

  it('goes as far as it is known to be gone', async () => {
    const { mutations, inCatalog } = await setup(
      { objects: [redis, cache], forbidden: ['destinations'] },
      [payments],
      async () => earlier,
    );
    expect(removedIn(mutations).sort()).toEqual([
      'resource:default/eu.gone',
      'resource:default/eu.payments.redis.gone',
      'resource:default/eu.web.kafka.gone',
    ]);
    expect(inCatalog()).toContain('resource:default/eu.payments.redis.cache');
  });

  it('is asked for until the catalog answers, and once', async () => {
    const left = jest
      .fn<Promise<Entity[]>, []>()
      .mockRejectedValueOnce(new Error('not there yet'))
      .mockResolvedValue(earlier);
    const { mutations, platform } = await setup(
      { objects: [redis, cache], forbidden: ['destinations'] },
      [payments],
      left,
    );
    expect(removedIn(mutations)).toEqual([]);
    await jest.advanceTimersByTimeAsync(6_000);
    expect(removedIn(mutations)).toHaveLength(3);
    platform.apply(aRequest('redis', 'second'));
    await settle();
    expect(left).toHaveBeenCalledTimes(2);
  });

  it('is not asked for where everything is written anyway', async () => {
    const left = jest.fn<Promise<Entity[]>, []>();
    await setup({ objects: world }, [payments], left);
    expect(left).not.toHaveBeenCalled();
  });
});

it('leaves out what Kratix made for a dry run, but no Destination for it', async () => {
  const labels = { 'kratix.io/dry-run': 'true' };
  const { inCatalog } = await setup({
    objects: [
      redis,
      aRequest('redis', 'preview', { namespace: 'payments', labels }),
      aDestination('previews', { labels }),
    ],
  });
  expect(inCatalog()).toContain('resource:default/eu.previews');
  expect(inCatalog().join()).not.toContain('redis.preview');
});

it('says nothing more once it is stopped', async () => {
  const { platform, provider, mutations } = await setup({ objects: world });
  await provider.stop();
  platform.apply(aRequest('redis', 'late'));
  await settle();
  expect(mutations).toHaveLength(1);
});

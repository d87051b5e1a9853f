import { createServer } from 'node:net';
import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { KubeConfig } from '@kubernetes/client-node';
import type { ControlPlane } from '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox';
import {
  aCluster,
  closeAll,
  fastLimits,
  until,
} from '../__testUtils__/cluster';
import { aRequest, refOf } from '../__testUtils__/objects';
import { systemClock } from '../cache/clock';
import type { ConnectionKind, KratixPlatforms, PlatformChange } from '../types';
import {
  createPlatforms,
  type CreatePlatformsOptions,
} from './createPlatforms';

const running: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  for (const platforms of running.splice(0)) await platforms.stop();
  await closeAll();
});

const connectionTo = (
  cluster: Pick<ControlPlane, 'portalKubeconfig'>,
): ConnectionKind => ({
  key: 'test',
  async connect() {
    const kubeConfig = new KubeConfig();
    kubeConfig.loadFromString(cluster.portalKubeconfig);
    return { kubeConfig, close: async () => {} };
  },
});

async function platformsOf(
  platforms: object,
  options: Partial<CreatePlatformsOptions> = {},
): Promise<KratixPlatforms> {
  const created = await createPlatforms({
    config: new ConfigReader({ kratix: { platforms } }),
    logger: mockServices.logger.mock(),
    limits: fastLimits,
    windowMs: 5,
    ...options,
  });
  running.push(created);
  return created;
}

/** A port that takes connections and never says a word. */
async function deadServer(): Promise<{ port: number; close(): void }> {
  const sockets = new Set<{ destroy(): void }>();
  const server = createServer(socket => sockets.add(socket));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: () => {
      sockets.forEach(socket => socket.destroy());
      server.close();
    },
  };
}

it('says in the log that no platform is configured, and where one would be', async () => {
  const logger = mockServices.logger.mock();
  const platforms = await platformsOf({}, { logger });
  expect(platforms.list()).toEqual([]);
  expect(logger.warn).toHaveBeenCalledTimes(1);
  expect(logger.warn).toHaveBeenCalledWith(
    expect.stringMatching(/No platform is configured.*kratix\.platforms/),
  );
});

it('a platform that is dead from the start delays neither start-up nor others', async () => {
  const cluster = await aCluster({ objects: [aRequest()] });
  const dead = await deadServer();
  try {
    const platforms = await platformsOf(
      {
        silent: { url: `https://127.0.0.1:${dead.port}`, token: 'sesame' },
        refusing: { url: 'https://127.0.0.1:1', token: 'sesame' },
        eu: { test: {} },
      },
      {
        connectionKinds: [connectionTo(cluster)],
        limits: { ...fastLimits, silenceMs: 1_000 },
      },
    );
    // Known as dead by the first kinds, not after a wait for each.
    const silent = platforms.get('silent');
    const callsUntilKnown = silent
      .firstSync()
      .then(() => silent.counters().apiCalls);
    await platforms.get('eu').firstSync();
    expect(platforms.get('eu').request(refOf())).toBeDefined();
    expect(platforms.get('eu').facts().failingSince).toBeUndefined();
    expect(await callsUntilKnown).toBeLessThan(silent.facts().kinds.length);

    for (const id of ['silent', 'refusing']) {
      await platforms.get(id).firstSync();
      const facts = platforms.get(id).facts();
      expect(facts.failingSince).toBeDefined();
      expect(platforms.get(id).complete()).toBe(false);
      expect(platforms.get(id).requests()).toEqual([]);
      expect(JSON.stringify(facts)).not.toMatch(/sesame|127\.0\.0\.1/);
    }
  } finally {
    dead.close();
  }
});

it('a connection that fails to open is opened later', async () => {
  const cluster = await aCluster({ objects: [aRequest()] });
  let attempts = 0;
  const kind = connectionTo(cluster);
  const platforms = await platformsOf(
    { eu: { test: {} } },
    {
      connectionKinds: [
        {
          ...kind,
          connect: async options => {
            attempts += 1;
            if (attempts < 3) throw new Error('not yet');
            return kind.connect(options);
          },
        },
      ],
    },
  );
  await until(() => platforms.get('eu').complete());
  expect(attempts).toBe(3);
});

it('a connection that takes its time does not hold up the start', async () => {
  const cluster = await aCluster();
  let open = () => {};
  const opens = new Promise<void>(resolve => {
    open = resolve;
  });
  const kind = connectionTo(cluster);
  const platforms = await platformsOf(
    { eu: { test: {} } },
    {
      connectionKinds: [
        {
          ...kind,
          connect: async options => {
            await opens;
            return kind.connect(options);
          },
        },
      ],
      // The five seconds of grace pass at once.
      clock: {
        ...systemClock,
        delay: async (ms, signal) =>
          ms === 5_000 ? undefined : systemClock.delay(ms, signal),
      },
    },
  );
  expect(platforms.get('eu').facts().lastContactAt).toBeUndefined();
  open();
  await until(() => platforms.get('eu').complete());
});

it('config that turns out to be wrong after the start is told of', async () => {
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const wrong = new InputError('kratix.platforms.eu.test: nobody knows it');
  const platforms = await platformsOf(
    { eu: { test: {} } },
    {
      logger,
      connectionKinds: [
        {
          key: 'test',
          connect: async () => {
            await new Promise(setImmediate);
            throw wrong;
          },
        },
      ],
      clock: {
        ...systemClock,
        delay: async (ms, signal) =>
          ms === 5_000 ? undefined : systemClock.delay(ms, signal),
      },
    },
  );
  const platform = platforms.get('eu');
  await platform.firstSync();
  expect(platform.complete()).toBe(false);
  expect(platform.facts().failure?.message).toBe(
    'The connection cannot be opened',
  );
  expect(logger.error.mock.calls.map(([, error]) => error)).toEqual([wrong]);
});

it('lets go of everything when it is stopped', async () => {
  const cluster = await aCluster();
  const close = jest.fn(async () => {});
  const kind = connectionTo(cluster);
  const platforms = await platformsOf(
    { eu: { test: {} } },
    {
      connectionKinds: [
        {
          ...kind,
          connect: async options => ({
            ...(await kind.connect(options)),
            close,
          }),
        },
      ],
    },
  );
  const platform = platforms.get('eu');
  await until(() =>
    platform.facts().kinds.every(({ state }) => state === 'watching'),
  );
  expect(cluster.faults.openWatches().length).toBeGreaterThan(10);
  for (const one of running.splice(0)) await one.stop();
  expect(close).toHaveBeenCalledTimes(1);
  await until(() => cluster.faults.openWatches().length === 0);
  cluster.faults.resetCounts();
  cluster.store.create(aRequest('after'));
  await new Promise(resolve => setTimeout(resolve, fastLimits.goodWatchMs));
  expect(cluster.faults.counts()).toEqual({});
  expect(platform.request(refOf('after'))).toBeUndefined();
});

it('config that is wrong is refused with its key', async () => {
  await expect(
    platformsOf({ eu: { url: 'ftp://example.org' } }),
  ).rejects.toThrow('kratix.platforms.eu.url: use https');
});

it('an id that config does not have is not found', async () => {
  const platforms = await platformsOf({});
  expect(platforms.list()).toEqual([]);
  expect(() => platforms.get('eu')).toThrow("No platform 'eu'");
});

it('costs the cluster the same with one subscriber and with two hundred', async () => {
  const callsWith = async (subscribers: number) => {
    const cluster = await aCluster({ objects: [aRequest()] });
    const platforms = await platformsOf(
      { eu: { test: {} } },
      { connectionKinds: [connectionTo(cluster)] },
    );
    const platform = platforms.get('eu');
    const told = new Set<number>();
    const tell = (subscriber: number) => (change: PlatformChange) => {
      const names = change.objects.map(({ object }) => object.metadata.name);
      if (names.includes('one-more')) told.add(subscriber);
      platform.requestFacts(refOf());
      platform.facts();
    };
    for (let i = 0; i < subscribers; i++) platforms.subscribe(tell(i));
    await platform.firstSync();
    await until(() =>
      platform.facts().kinds.every(({ state }) => state === 'watching'),
    );
    cluster.store.create(aRequest('one-more'));
    await until(() => told.size === subscribers);
    expect(platform.counters().apiCalls).toBe(
      Object.values(cluster.faults.counts()).reduce((sum, n) => sum + n, 0),
    );
    return cluster.faults.counts();
  };
  const one = await callsWith(1);
  expect(await callsWith(200)).toEqual(one);
  expect(one).toMatchObject({
    'list promises': 1,
    'watch promises': 1,
    'list caches': 1,
    'watch caches': 1,
  });
});

it('times stay right when the clock jumps', async () => {
  const cluster = await aCluster({ objects: [aRequest()] });
  const clock = { ...systemClock, jump: 0, now: () => Date.now() + clock.jump };
  const platforms = await platformsOf(
    { eu: { test: {} } },
    { connectionKinds: [connectionTo(cluster)], clock },
  );
  const platform = platforms.get('eu');
  await platform.firstSync();
  await until(() =>
    platform.facts().kinds.every(({ state }) => state === 'watching'),
  );
  const follows = async (name: string) => {
    const age = clock.now() - (platform.facts().lastContactAt ?? 0);
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(60_000);
    cluster.store.create(aRequest(name));
    await until(() => platform.request(refOf(name)) !== undefined);
  };
  clock.jump = 7_200_000;
  await follows('two-hours-later');
  clock.jump = -7_200_000;
  await follows('two-hours-earlier');
  expect(platform.counters()).toMatchObject({ relists: 0, watchRestarts: 0 });
});

it('a listener that throws, at once or later, keeps nobody from hearing', async () => {
  const cluster = await aCluster();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const platforms = await platformsOf(
    { eu: { test: {} } },
    { connectionKinds: [connectionTo(cluster)], logger },
  );
  const heard: string[] = [];
  platforms.subscribe(() => {
    throw new Error('at once');
  });
  platforms.subscribe(async () => {
    throw new Error('later');
  });
  platforms.subscribe(({ objects }) =>
    heard.push(...objects.map(({ object }) => object.metadata.name)),
  );
  await platforms.get('eu').firstSync();
  cluster.store.create(aRequest('heard'));
  await until(() => heard.includes('heard'));
  const messages = logger.error.mock.calls.map(([, error]) => `${error}`);
  expect(messages).toContain('Error: at once');
  expect(messages).toContain('Error: later');
});

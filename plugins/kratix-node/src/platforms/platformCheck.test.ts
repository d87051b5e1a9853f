import { mockServices } from '@backstage/backend-test-utils';
import {
  accountRight,
  type KubeObject,
  type RightQuestion,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { KubeConfig } from '@kubernetes/client-node';
import {
  aCluster,
  allWatching,
  closeAll,
  fastLimits,
  recordChanges,
  stateOf,
  until,
  watching,
} from '../__testUtils__/cluster';
import { aDestination, aPromise } from '../__testUtils__/objects';
import { systemClock } from '../cache/clock';
import { watchPlatform } from './watchedPlatform';

afterEach(closeAll);

const hour = 3_600_000;
/** What is refused does not come back by itself while a test runs. */
const patient = { refusedMs: hour, distanceMs: 0 };

it('a platform that is back is found at once, not after the wait', async () => {
  const cluster = await aCluster();
  // Less than any wait before another attempt.
  const windowMs = 2;
  let isStill = false;
  const platform = watching(cluster, {
    limits: patient,
    windowMs,
    clock: {
      ...systemClock,
      delay: (ms, signal) =>
        systemClock.delay(isStill && ms !== windowMs ? hour : ms, signal),
    },
  });
  await platform.firstSync();
  await until(() => allWatching(platform));
  await cluster.stop();
  await until(() =>
    platform.facts().kinds.every(({ state }) => state === 'retrying'),
  );
  isStill = true;
  // Still away: that is known, and nothing else is broken by it.
  expect(await platform.check()).toBe('checked');
  expect(platform.facts().failingSince).toBeDefined();

  await cluster.start();
  await new Promise(resolve => setTimeout(resolve, 50));
  expect(platform.facts().failingSince).toBeDefined();
  expect(await platform.check()).toBe('checked');
  expect(platform.facts().failingSince).toBeUndefined();
  await until(() => allWatching(platform));
});

it('a kind that is allowed by now is read, before anyone is answered', async () => {
  const cluster = await aCluster();
  const allow = cluster.faults.forbid('platform.kratix.io', 'healthrecords');
  const platform = watching(cluster, { limits: patient });
  await platform.firstSync();
  expect(stateOf(platform, 'healthrecords')).toBe('forbidden');
  allow();
  expect(await platform.check()).toBe('checked');
  expect(stateOf(platform, 'healthrecords')).toBe('watching');
});

it('a kind that is not there still is looked for, and costs nothing else', async () => {
  const cluster = await aCluster();
  cluster.faults.inject({
    effect: { type: 'status', code: 404 },
    scope: { resource: 'dryruns', verbs: ['list'] },
  });
  const platform = watching(cluster, { limits: patient });
  await platform.firstSync();
  const others = () =>
    platform.facts().kinds.filter(({ plural }) => plural !== 'dryruns');
  await until(() => others().every(({ state }) => state === 'watching'));
  cluster.faults.resetCounts();
  expect(await platform.check()).toBe('checked');
  expect(stateOf(platform, 'dryruns')).toBe('absent');
  const lists = Object.entries(cluster.faults.counts()).filter(([call]) =>
    /^(list|watch) /.test(call),
  );
  expect(lists).toEqual([['list dryruns', 1]]);
});

it('two hundred who press at once cost no more than one', async () => {
  const cluster = await aCluster();
  const platform = watching(cluster);
  await platform.firstSync();
  await until(() => allWatching(platform));
  await until(() => platform.facts().rights !== undefined);

  const callsOf = async (people: number) => {
    const before = platform.counters().apiCalls;
    const asked = Array.from({ length: people }, () => platform.check());
    const outcomes = new Set(await Promise.all(asked));
    return { calls: platform.counters().apiCalls - before, outcomes };
  };
  const first = await callsOf(200);
  // Who is there, and what the account may do.
  expect(first).toEqual({ calls: 2, outcomes: new Set(['checked']) });
  const again = await callsOf(200);
  expect(again).toEqual({ calls: 0, outcomes: new Set(['recent']) });
});

it('one that does not say a word is still being asked', async () => {
  const cluster = await aCluster();
  const platform = watching(cluster, {
    limits: { ...patient, patienceMs: 50 },
  });
  await platform.firstSync();
  await until(() => allWatching(platform));
  cluster.faults.inject({ effect: { type: 'latency', ms: 1_000 } });
  expect(await platform.check()).toBe('trying');
  // A connection that only looks open is found out by it.
  await until(() => platform.facts().failure?.reason === 'timeout');
  cluster.faults.clear();
});

it('one that may not tell its version is there all the same', async () => {
  const cluster = await aCluster();
  const platform = watching(cluster, { limits: { distanceMs: 0 } });
  await platform.firstSync();
  await until(() => allWatching(platform));
  await until(() => platform.facts().apiServerVersion !== undefined);
  const version = platform.facts().apiServerVersion;
  const { watchRestarts } = platform.counters();
  for (const code of [403, 503]) {
    cluster.faults.inject({
      effect: { type: 'status', code },
      times: 1,
      scope: { path: /\/version$/ },
    });
    expect(await platform.check()).toBe('checked');
    expect(platform.facts().failingSince).toBeUndefined();
  }
  expect(platform.facts().apiServerVersion).toBe(version);
  expect(platform.counters().watchRestarts).toBe(watchRestarts);
});

it('a connection that breaks just then is not a platform that is away', async () => {
  const cluster = await aCluster();
  const platform = watching(cluster);
  await platform.firstSync();
  await until(() => allWatching(platform));
  const changes = recordChanges(platform);
  const { watchRestarts } = platform.counters();
  cluster.faults.inject({
    effect: { type: 'reset' },
    times: 1,
    scope: { path: /\/version$/ },
  });
  expect(await platform.check()).toBe('checked');
  expect(platform.facts().failingSince).toBeUndefined();
  expect(platform.counters().watchRestarts).toBe(watchRestarts);
  expect(changes.flatMap(({ objects }) => objects)).toEqual([]);
});

it('nor is it taken for dead by a quiet while in which it is asked by itself', async () => {
  const cluster = await aCluster();
  const platform = watching(cluster, {
    limits: { livenessMs: 30, livenessAnswerMs: 5_000 },
  });
  await platform.firstSync();
  await until(() => allWatching(platform));
  const { watchRestarts } = platform.counters();
  cluster.faults.inject({
    effect: { type: 'status', code: 403 },
    scope: { path: /\/version$/ },
  });
  cluster.faults.resetCounts();
  await until(() => (cluster.faults.counts()['get /version'] ?? 0) >= 3);
  expect(platform.facts().failingSince).toBeUndefined();
  expect(platform.counters().watchRestarts).toBe(watchRestarts);
});

it('a connection that would not open is opened now', async () => {
  const cluster = await aCluster();
  let opens = false;
  const platform = watchPlatform({
    id: 'eu',
    title: 'eu',
    identity: 'serviceAccount',
    windowMs: 5,
    clock: systemClock,
    limits: {
      ...fastLimits,
      ...patient,
      backoff: { firstMs: hour, longestMs: hour },
    },
    logger: mockServices.logger.mock(),
    async connect() {
      if (!opens) throw new Error('not yet');
      const kubeConfig = new KubeConfig();
      kubeConfig.loadFromString(cluster.portalKubeconfig);
      return { kubeConfig, close: async () => {} };
    },
  });
  try {
    await platform.firstSync();
    expect(await platform.check()).toBe('checked');
    expect(platform.facts().failingSince).toBeDefined();
    expect(platform.facts().rights).toMatchObject({ failed: true });
    opens = true;
    expect(await platform.check()).toBe('checked');
    expect(platform.facts().failingSince).toBeUndefined();
    expect(platform.facts().rights).toMatchObject({ failed: false });
  } finally {
    await platform.stop();
  }
});

describe('what the account may do', () => {
  it('is asked once at the start, and again when the platform comes back', async () => {
    const cluster = await aCluster();
    const platform = watching(cluster);
    await platform.firstSync();
    await until(() => platform.facts().rights?.askedAt !== undefined);
    const asked = () =>
      cluster.faults.counts()['create selfsubjectrulesreviews'];
    expect(asked()).toBe(1);
    await cluster.stop();
    await until(() => platform.facts().failingSince !== undefined);
    await cluster.start();
    await until(() => allWatching(platform));
    await until(() => asked() === 2);
  });

  it('is what is granted everywhere, and is seen after a check when it changes', async () => {
    const cluster = await aCluster();
    const roleWith = (verbs: string[]): KubeObject => ({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'kratix-portal' },
      rules: [{ apiGroups: ['*'], resources: ['*'], verbs }],
    });
    const reading = ['get', 'list', 'watch'];
    cluster.store.update(roleWith(reading));
    // In one namespace alone, which is not everywhere.
    cluster.store.create({
      ...roleWith(['*']),
      kind: 'Role',
      metadata: { name: 'writer', namespace: 'team-a' },
    });
    cluster.store.create({
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'writer', namespace: 'team-a' },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Role',
        name: 'writer',
      },
      subjects: [
        {
          kind: 'ServiceAccount',
          name: 'kratix-portal',
          namespace: 'kratix-platform-system',
        },
      ],
    });
    const platform = watching(cluster, { limits: patient });
    await platform.firstSync();
    await until(() => platform.facts().rights?.complete === true);
    const create = {
      verb: 'create',
      group: 'example.org',
      resource: 'caches',
    };
    const right = (question: RightQuestion) =>
      accountRight(platform.facts().rights, question);
    expect(right(create)).toBe('missing');
    expect(right({ ...create, verb: 'watch' })).toBe('granted');

    cluster.store.update(roleWith([...reading, 'create']));
    expect(right(create)).toBe('missing');
    expect(await platform.check()).toBe('checked');
    expect(right(create)).toBe('granted');
    expect(right({ ...create, verb: 'delete' })).toBe('missing');
  });

  it('is known of kinds that came since, without asking again', async () => {
    const cluster = await aCluster();
    const platform = watching(cluster);
    await platform.firstSync();
    await until(() => platform.facts().rights?.complete === true);
    cluster.store.create(aPromise('queue'));
    await until(() => stateOf(platform, 'queues') !== undefined);
    expect(cluster.faults.counts()['create selfsubjectrulesreviews']).toBe(1);
  });
});

it('whether a Destination takes previews is known as it changes', async () => {
  const cluster = await aCluster();
  const platform = watching(cluster);
  await platform.firstSync();
  expect(platform.facts().takesPreviews).toBe(false);
  const previews: KubeObject = {
    ...aDestination('previews'),
    metadata: { name: 'previews', labels: { 'kratix.io/dry-run': 'true' } },
  };
  let told = false;
  platform.subscribe(({ affected }) => {
    told ||= affected.platform;
  });
  cluster.store.create(previews);
  await until(() => platform.facts().takesPreviews === true);
  await until(() => told);
  cluster.store.delete('platform.kratix.io', 'destinations', 'previews');
  await until(() => platform.facts().takesPreviews === false);
});

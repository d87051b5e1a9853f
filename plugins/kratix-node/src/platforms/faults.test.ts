import type {
  Fault,
  WatchDisturbance,
} from '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aCluster,
  allWatching,
  firstTold,
  closeAll,
  recordChanges,
  stateOf,
  until,
  watching,
} from '../__testUtils__/cluster';
import { systemClock } from '../cache/clock';
import type { ReflectorLimits } from '../cache/reflector';
import { aJob, aRequest, aWork, refOf } from '../__testUtils__/objects';

afterEach(closeAll);

const caches = { group: 'example.org', resource: 'caches' };
const removals = (changes: ReturnType<typeof recordChanges>) =>
  changes.flatMap(({ objects }) =>
    objects.filter(({ type }) => type === 'DELETED'),
  );

/** More requests than one page of a list holds. */
const twoPages = Array.from({ length: 501 }, (_, i) => aRequest(`orders-${i}`));

describe('a list that fails removes nothing and is tried again', () => {
  const status = (code: number, retryAfterSeconds?: number) =>
    ({ type: 'status', code, retryAfterSeconds } as const);

  it.each<[string, Fault]>([
    ['503 on page 1', { effect: status(503), scope: { continued: false } }],
    [
      'continue token expired',
      { effect: status(410), scope: { continued: true } },
    ],
    [
      'reset before page 2',
      { effect: { type: 'reset' }, scope: { continued: true } },
    ],
    [
      'cut in the middle of page 2',
      { effect: { type: 'cut', afterBytes: 200 }, scope: { continued: true } },
    ],
    [
      'no answer in time',
      { effect: { type: 'latency', ms: 1_500 }, scope: {} },
    ],
    ['too many requests', { effect: status(429, 1), scope: {} }],
    ['forbidden since yesterday', { effect: status(403), scope: {} }],
    ['credentials expired', { effect: status(401), scope: {} }],
    ['a storm of 500', { effect: status(500), scope: {} }],
  ])('%s', async (_fault, { effect, scope }) => {
    const cluster = await aCluster({ objects: twoPages });
    const platform = watching(cluster, { limits: { silenceMs: 500 } });
    await platform.firstSync();
    await firstTold(platform);
    expect(platform.requests()).toHaveLength(501);
    const changes = recordChanges(platform);
    const before = platform.counters().failures;

    cluster.faults.inject({
      effect,
      scope: { ...caches, verbs: ['list'], ...scope },
    });
    cluster.faults.disturbWatches('expire', caches);
    await until(() => platform.counters().failures >= before + 2);
    // Whoever looks at it is told that it is not followed any more.
    await until(() => stateOf(platform, 'caches') !== 'watching');
    expect(platform.requests()).toHaveLength(501);
    expect(removals(changes)).toEqual([]);

    cluster.faults.clear();
    cluster.store.create(aRequest('late'));
    await until(() => platform.request(refOf('late')) !== undefined);
    expect(removals(changes)).toEqual([]);
    await until(() => stateOf(platform, 'caches') === 'watching');
  });
});

describe('a watch that breaks goes on where it was', () => {
  it.each<[string, WatchDisturbance, Partial<ReflectorLimits>]>([
    ['connection dropped', 'reset', {}],
    ['ended by a server that shuts down', 'end', {}],
    [
      'half-open: nothing comes any more',
      'silence',
      // Long enough for a machine that is busy to tell what happened meanwhile.
      { watchSilenceMs: 1_000 },
    ],
    ['410, too far behind', 'expire', {}],
  ])('%s', async (_situation, how, limits) => {
    const cluster = await aCluster({ objects: [aRequest()] });
    const platform = watching(cluster, { limits });
    await platform.firstSync();
    await until(() => allWatching(platform));
    cluster.faults.resetCounts();

    cluster.faults.disturbWatches(how, caches);
    await new Promise(setImmediate);
    cluster.store.create(aRequest('meanwhile'));
    cluster.store.delete('example.org', 'caches', 'orders', 'team-a');
    await until(() => platform.request(refOf('meanwhile')) !== undefined);
    await until(() => platform.request(refOf()) === undefined);
    // One list of one object to see that it is the same server, no more;
    // what expired is listed anew.
    expect(cluster.faults.counts()['list caches']).toBe(1);
    expect(platform.counters().relists).toBe(how === 'expire' ? 1 : 0);
    expect(platform.counters().watchRestarts).toBeGreaterThanOrEqual(1);
  });

  it.each<[string, Fault['effect']]>([
    ['500', { type: 'status', code: 500 }],
    ['503', { type: 'status', code: 503 }],
    ['429', { type: 'status', code: 429 }],
    ['401', { type: 'status', code: 401 }],
    ['403', { type: 'status', code: 403 }],
    ['404', { type: 'status', code: 404 }],
    ['410', { type: 'status', code: 410 }],
    ['a reset', { type: 'reset' }],
    ['an answer cut short', { type: 'cut', afterBytes: 20 }],
    ['silence', { type: 'silence' }],
  ])('refused twice with %s', async (_what, effect) => {
    const cluster = await aCluster({ objects: [aRequest()] });
    const platform = watching(cluster, { limits: { watchSilenceMs: 300 } });
    await platform.firstSync();
    await firstTold(platform);
    const changes = recordChanges(platform);
    cluster.faults.inject({
      effect,
      times: 2,
      scope: { ...caches, verbs: ['watch'] },
    });
    cluster.faults.disturbWatches('reset', caches);
    cluster.store.create(aRequest('meanwhile'));
    await until(() => platform.request(refOf('meanwhile')) !== undefined);
    cluster.store.create(aRequest('later'));
    await until(() => platform.request(refOf('later')) !== undefined);
    await until(() => stateOf(platform, 'caches') === 'watching');
    expect(removals(changes)).toEqual([]);
  });

  it('waits longer and longer while every watch is dropped', async () => {
    const cluster = await aCluster({ objects: [aRequest()] });
    const waits: number[] = [];
    const platform = watching(cluster, {
      limits: { goodWatchMs: 60_000, backoff: { firstMs: 2, longestMs: 64 } },
      clock: {
        ...systemClock,
        random: () => 0.5,
        delay: (ms, signal) => {
          waits.push(ms);
          return systemClock.delay(ms, signal);
        },
      },
    });
    await platform.firstSync();
    await until(() => allWatching(platform));
    waits.length = 0;
    cluster.faults.inject({
      effect: { type: 'reset' },
      scope: { ...caches, verbs: ['watch'] },
    });
    cluster.faults.disturbWatches('reset', caches);
    await until(() => waits.filter(ms => ms === 64).length >= 2);
    const own = waits.filter(ms => [2, 4, 8, 16, 32, 64].includes(ms));
    expect(own.slice(0, 7)).toEqual([2, 4, 8, 16, 32, 64, 64]);
  });
});

it.each([
  [429, 7, 7_000],
  [503, 7, 7_000],
  // Servers have been seen to ask for days.
  [429, 86_400, 600_000],
  [410, 86_400, 600_000],
])('%i: does as told by Retry-After %i', async (code, seconds, leastMs) => {
  const cluster = await aCluster();
  const waits: number[] = [];
  cluster.faults.inject({
    times: 1,
    effect: { type: 'status', code, retryAfterSeconds: seconds },
    scope: { resource: 'works', verbs: ['list'] },
  });
  const platform = watching(cluster, {
    clock: {
      ...systemClock,
      delay: (ms, signal) => {
        waits.push(ms);
        // They are believed without sitting through them.
        return systemClock.delay(Math.min(ms, 50), signal);
      },
    },
  });
  await platform.firstSync();
  await until(() => allWatching(platform));
  expect(
    waits.filter(ms => ms >= leastMs && ms < leastMs + 1_000),
  ).toHaveLength(1);
  expect(Math.max(...waits)).toBeLessThan(601_000);
});

it('Events about Jobs are kept, though the Jobs take longer to list', async () => {
  const { name, namespace } = aJob().metadata;
  const cluster = await aCluster({
    objects: [
      aJob(),
      {
        apiVersion: 'v1',
        kind: 'Event',
        metadata: { name: `${name}.1`, namespace },
        involvedObject: {
          apiVersion: 'batch/v1',
          kind: 'Job',
          namespace,
          name,
        },
        reason: 'BackoffLimitExceeded',
        type: 'Warning',
      },
    ],
  });
  cluster.faults.inject({
    effect: { type: 'latency', ms: 300 },
    scope: { resource: 'jobs', verbs: ['list'] },
  });
  const platform = watching(cluster);
  await platform.firstSync();
  expect(platform.list('events')).toMatchObject([
    { reason: 'BackoffLimitExceeded' },
  ]);
});

it('an Event that comes before its Job is kept once that comes', async () => {
  const { name, namespace } = aJob().metadata;
  const anEvent = (subject: string, about: object): KubeObject => ({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${subject}.1`, namespace: 'team-a' },
    involvedObject: { name: subject, ...about },
    reason: 'SuccessfulCreate',
    type: 'Normal',
  });
  const aboutJob = { apiVersion: 'batch/v1', kind: 'Job', namespace };
  const aboutKratix = {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
  };
  const cluster = await aCluster();
  // No time passes: however slow the machine is, the Job comes soon.
  const clock = { ...systemClock, monotonic: () => 0 };
  const platform = watching(cluster, { clock });
  await until(() => allWatching(platform));
  const subjects = () =>
    platform.list('events').map(({ metadata }) => metadata.name);

  cluster.store.create(anEvent(name, aboutJob));
  cluster.store.create(anEvent('other-job', aboutJob));
  cluster.store.delete('', 'events', 'other-job.1', namespace);
  // One watch tells all Events, in their order: then it has told the others.
  cluster.store.create(anEvent('cache', aboutKratix));
  await until(() => subjects().includes('cache.1'));
  expect(subjects()).toEqual(['cache.1']);

  cluster.store.create(aJob());
  cluster.store.create(aJob('other-job'));
  await until(() => platform.list('jobs').length === 2);
  expect(subjects()).toEqual(['cache.1', `${name}.1`]);
});

it('Events are read where Jobs may not be', async () => {
  const cluster = await aCluster();
  cluster.faults.forbid('batch', 'jobs');
  const platform = watching(cluster);
  await platform.firstSync();
  await until(() => stateOf(platform, 'events') === 'watching');
  expect(stateOf(platform, 'jobs')).toBe('forbidden');
});

it('a forbidden kind is its own matter, and is noticed when allowed', async () => {
  const cluster = await aCluster({ objects: [aRequest(), aWork()] });
  const allow = cluster.faults.forbid('platform.kratix.io', 'works');
  const platform = watching(cluster);
  await platform.firstSync();
  expect(stateOf(platform, 'works')).toBe('forbidden');
  expect(platform.requestFacts(refOf())?.works).toBeUndefined();
  expect(platform.complete()).toBe(true);
  expect(platform.facts().failingSince).toBeUndefined();
  await until(() => stateOf(platform, 'caches') === 'watching');

  allow();
  await until(() => platform.requestFacts(refOf())?.works?.length === 1);
  await until(() => stateOf(platform, 'works') === 'watching');
});

it('a server that refuses everything is refused, not empty', async () => {
  const cluster = await aCluster({ objects: [aRequest()] });
  cluster.faults.inject({ effect: { type: 'status', code: 401 } });
  const platform = watching(cluster);
  await platform.firstSync();
  expect(platform.facts().failure?.reason).toBe('unauthorized');
  expect(platform.facts().failingSince).toBeDefined();
  expect(platform.complete()).toBe(false);
  cluster.faults.clear();
  await until(() => platform.complete());
  expect(platform.facts().failure).toBeUndefined();
});

it('a server that is down is known to be, keeps what was known, and comes back', async () => {
  const cluster = await aCluster({ objects: [aRequest()] });
  const platform = watching(cluster);
  await platform.firstSync();
  await firstTold(platform);
  const changes = recordChanges(platform);

  await cluster.stop();
  await until(() => platform.facts().failingSince !== undefined);
  expect(platform.facts().failure).toMatchObject({ reason: 'network' });
  expect(platform.facts().failure?.message).not.toMatch(/127|localhost|\d{4}/);
  expect(platform.request(refOf())).toBeDefined();
  expect(changes.some(({ affected }) => affected.platform)).toBe(true);
  expect(removals(changes)).toEqual([]);

  await cluster.start();
  await until(() => allWatching(platform));
  expect(platform.facts().failingSince).toBeUndefined();
  cluster.store.create(aRequest('after'));
  await until(() => platform.request(refOf('after')) !== undefined);
});

it('a server restored from a backup is listed anew, though its versions are lower', async () => {
  const cluster = await aCluster({ objects: [aRequest()] });
  const platform = watching(cluster);
  await platform.firstSync();
  await until(() => allWatching(platform));
  const before = platform.request(refOf())?.metadata.resourceVersion;

  await cluster.restartRestored();
  await until(() => allWatching(platform));
  cluster.store.create(aRequest('after'));
  await until(() => platform.request(refOf('after')) !== undefined);
  const after = platform.request(refOf('after'))?.metadata.resourceVersion;
  expect(Number(after)).toBeLessThan(Number(before));
});

it('a server gone without a word is found out though connections look open', async () => {
  const cluster = await aCluster({ objects: [aRequest()] });
  const platform = watching(cluster, {
    limits: { livenessMs: 400, livenessAnswerMs: 400, silenceMs: 400 },
  });
  await platform.firstSync();
  await until(() => allWatching(platform));
  cluster.faults.inject({ effect: { type: 'latency', ms: 1_500 } });
  cluster.faults.disturbWatches('silence');
  await until(() => platform.facts().failure?.reason === 'timeout');
  expect(platform.request(refOf())).toBeDefined();
  cluster.faults.clear();
  await until(() => platform.facts().failingSince === undefined);
  cluster.store.create(aRequest('after'));
  await until(() => platform.request(refOf('after')) !== undefined);
});

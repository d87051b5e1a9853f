import {
  aCluster,
  allWatching,
  firstTold,
  closeAll,
  recordChanges,
  until,
  watching,
} from '../__testUtils__/cluster';
import { aRequest, aWork, refOf } from '../__testUtils__/objects';

afterEach(closeAll);

describe('a watched platform', () => {
  it('lists what is there, then follows every change', async () => {
    const cluster = await aCluster({ objects: [aRequest()] });
    const platform = watching(cluster);
    await platform.firstSync();
    expect(platform.complete()).toBe(true);
    expect(platform.requestKinds()).toMatchObject([
      { crd: 'caches.example.org', promise: 'cache', version: 'v1' },
    ]);
    expect(platform.request(refOf())).toMatchObject({
      apiVersion: 'example.org/v1',
      kind: 'Cache',
      spec: { size: 'small' },
    });
    await firstTold(platform);

    const changes = recordChanges(platform);
    cluster.store.create(aWork());
    await until(() => platform.requestFacts(refOf())?.works?.length === 1);
    await until(() => changes.some(change => change.objects.length > 0));
    const [change] = changes.filter(({ objects }) => objects.length > 0);
    expect(change.affected).toMatchObject({
      requests: [refOf()],
      everything: false,
    });
    expect(platform.facts()).toMatchObject({
      id: 'eu',
      failingSince: undefined,
      apiServerVersion: expect.stringMatching(/^v1\./),
    });
  });

  it.each(['promises', 'destinations', 'caches'])(
    'is not complete before %s were listed: a catalog would delete what is there',
    async resource => {
      const cluster = await aCluster({ objects: [aRequest()] });
      cluster.faults.inject({
        effect: { type: 'status', code: 503 },
        scope: { resource, verbs: ['list'] },
      });
      const platform = watching(cluster);
      await platform.firstSync();
      // Without Promises nobody knows of their kinds.
      expect(platform.complete()).toBe(false);
      cluster.faults.clear();
      await until(() => platform.complete());
      expect(platform.requests()).toHaveLength(1);
    },
  );

  it('knows how late it is once an Event is new', async () => {
    const cluster = await aCluster();
    const platform = watching(cluster);
    await until(() => allWatching(platform));
    expect(platform.facts().delayMs).toBeUndefined();
    cluster.store.create({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: 'cache.1', namespace: 'default' },
      involvedObject: {
        apiVersion: 'platform.kratix.io/v1alpha1',
        kind: 'Promise',
        name: 'cache',
      },
      reason: 'PipelineStarted',
      type: 'Normal',
      eventTime: new Date(Date.now() - 5_000).toISOString(),
    });
    await until(() => platform.facts().delayMs !== undefined);
    const { delayMs = 0 } = platform.facts();
    expect(delayMs).toBeGreaterThanOrEqual(5_000);
    expect(delayMs).toBeLessThan(35_000);
  });
});

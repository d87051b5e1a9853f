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
import {
  aDefinition,
  aPromise,
  aRequest,
  refOf,
} from '../__testUtils__/objects';
import { requestKindOf, requestKindsOf } from './requestKinds';

afterEach(closeAll);

describe('the kinds that Promises define', () => {
  it.each([
    ['no API', {}],
    ['something that is no CRD', { kind: 'ConfigMap', data: {} }],
    ['no names', { spec: { group: 'example.org' } }],
    [
      'a plural that would lead elsewhere',
      aDefinition('cache', { plural: '../nodes' }),
    ],
    ['no version', aDefinition('cache', { versions: [] })],
  ])('a Promise with %s has none', (_situation, api) => {
    expect(requestKindOf(aPromise('cache', { api }))).toBeUndefined();
  });

  it('the live CRD says which version, the Promise lags or leads', () => {
    const kinds = requestKindsOf(
      [aPromise('cache', { versions: ['v1'] })],
      [aDefinition('cache', { versions: ['v1', 'v2'] })],
    );
    expect([...kinds.values()]).toMatchObject([{ version: 'v2' }]);
  });

  it('a storage version that is not served is not used', () => {
    const api = aDefinition('cache', { versions: ['v1', 'v2'] });
    const spec = api.spec as { versions: { served: boolean }[] };
    spec.versions[1].served = false;
    expect(requestKindOf(aPromise('cache', { api }))?.version).toBe('v1');
  });

  it('two Promises with one CRD: it is of the one that its label names', () => {
    const promises = [
      aPromise('cache', { plural: 'caches' }),
      aPromise('store', { api: aDefinition('cache') }),
    ];
    const crd = aDefinition('cache');
    crd.metadata.labels = { 'kratix.io/promise-name': 'store' };
    const kinds = requestKindsOf(promises, [crd]);
    expect([...kinds.values()]).toMatchObject([{ promise: 'store' }]);
  });

  it('an API broken by an edit keeps the kind that is live', () => {
    const broken = aPromise('cache', { api: { kind: 'ConfigMap' } });
    const kinds = requestKindsOf([broken], [aDefinition('cache')]);
    expect([...kinds.keys()]).toEqual(['caches.example.org']);
  });
});

describe('request kinds on a platform', () => {
  it('come with a Promise, though their CRD is served only later', async () => {
    const cluster = await aCluster({ storageDelayMs: 300 });
    const platform = watching(cluster, { limits: { newKindMs: 60_000 } });
    await platform.firstSync();
    cluster.store.create(aPromise('topic'));
    await until(() => platform.requestKinds().length === 2);
    // 404 and then 429 until the storage is there.
    await until(() => stateOf(platform, 'topics') === 'retrying');
    cluster.store.create(aDefinition('topic'));
    await until(() => stateOf(platform, 'topics') === 'watching');
    cluster.store.create({
      ...aRequest('news'),
      kind: 'Topic',
      apiVersion: 'example.org/v1',
    });
    const topics = () => platform.requests({ crd: 'topics.example.org' });
    await until(() => topics().length > 0);
    expect(topics()[0].metadata.name).toBe('news');
  });

  it('are asked for again as soon as their CRD changes, not when a wait is over', async () => {
    const cluster = await aCluster();
    const hour = 3_600_000;
    const platform = watching(cluster, {
      limits: {
        backoff: { firstMs: hour, longestMs: hour },
        refusedMs: hour,
      },
    });
    await platform.firstSync();
    cluster.store.create(aPromise('topic'));
    await until(() => stateOf(platform, 'topics') === 'retrying');
    cluster.store.create(aDefinition('topic'));
    await until(() => stateOf(platform, 'topics') === 'watching');
    expect(platform.complete()).toBe(true);
  });

  it('go with their Promise, requests and all', async () => {
    const cluster = await aCluster({ objects: [aRequest()] });
    const platform = watching(cluster);
    await platform.firstSync();
    await firstTold(platform);
    const changes = recordChanges(platform);
    cluster.store.delete('example.org', 'caches', 'orders', 'team-a');
    cluster.store.delete(
      'apiextensions.k8s.io',
      'customresourcedefinitions',
      'caches.example.org',
    );
    cluster.store.delete('platform.kratix.io', 'promises', 'cache');
    await until(() => platform.requestKinds().length === 0);
    expect(platform.requests()).toEqual([]);
    await until(() =>
      changes.some(({ objects }) =>
        objects.some(
          ({ type, kind }) =>
            type === 'DELETED' && kind === 'example.org/caches',
        ),
      ),
    );
    const calls = cluster.faults.counts()['list caches'];
    cluster.store.create(aPromise('topic'));
    await until(() => platform.requestKinds().length === 1);
    // Nobody asks any more for what nobody offers.
    expect(cluster.faults.counts()['list caches']).toBe(calls);
  });

  it('a CRD that goes takes its requests, a list that fails does not', async () => {
    const cluster = await aCluster({ objects: [aRequest()] });
    const platform = watching(cluster, { limits: { newKindMs: 50 } });
    await platform.firstSync();
    await until(() => allWatching(platform));

    const show = cluster.faults.hide('example.org', 'caches');
    cluster.faults.disturbWatches('expire', { resource: 'caches' });
    await until(() => stateOf(platform, 'caches') === 'absent');
    expect(platform.request(refOf())).toBeDefined();
    show();
    await until(() => stateOf(platform, 'caches') === 'watching');

    cluster.faults.hide('example.org', 'caches');
    cluster.store.delete(
      'apiextensions.k8s.io',
      'customresourcedefinitions',
      'caches.example.org',
    );
    await until(() => stateOf(platform, 'caches') === 'absent');
    await until(() => platform.request(refOf()) === undefined);
  });

  it('a CRD that goes after its kind is served no more takes its requests, too', async () => {
    const cluster = await aCluster({ objects: [aRequest()] });
    const platform = watching(cluster, { limits: { newKindMs: 50 } });
    await platform.firstSync();
    await until(() => allWatching(platform));
    cluster.faults.hide('example.org', 'caches');
    cluster.faults.disturbWatches('expire', { resource: 'caches' });
    await until(() => stateOf(platform, 'caches') === 'absent');
    expect(platform.request(refOf())).toBeDefined();
    cluster.store.delete(
      'apiextensions.k8s.io',
      'customresourcedefinitions',
      'caches.example.org',
    );
    await until(() => platform.request(refOf()) === undefined);
  });

  it('a kind that is called otherwise is read as what it is called now', async () => {
    const cluster = await aCluster({ objects: [aRequest()] });
    const platform = watching(cluster);
    await platform.firstSync();
    const promise = cluster.store.get(
      'platform.kratix.io',
      'promises',
      'cache',
    );
    const api = aDefinition();
    const { names } = api.spec as { names: { kind: string } };
    names.kind = 'Store';
    cluster.store.update({
      ...aPromise('cache', { api }),
      metadata: { ...promise?.metadata, name: 'cache' },
    });
    await until(() => platform.requestKinds()[0].kind === 'Store');
    await until(() => platform.request(refOf())?.kind === 'Store');
    expect(platform.requests()).toHaveLength(1);
  });

  it('a new storage version changes neither who a request is nor that it is there', async () => {
    const cluster = await aCluster({ objects: [aRequest()] });
    const platform = watching(cluster);
    await platform.firstSync();
    await firstTold(platform);
    const uid = platform.request(refOf())?.metadata.uid;
    const changes = recordChanges(platform);

    const crd = cluster.store.get(
      'apiextensions.k8s.io',
      'customresourcedefinitions',
      'caches.example.org',
    );
    cluster.store.update({
      ...aDefinition('cache', { versions: ['v1', 'v2'] }),
      metadata: {
        ...aDefinition('cache').metadata,
        resourceVersion: crd?.metadata.resourceVersion,
      },
    });
    await until(() => platform.requestKinds()[0].version === 'v2');
    await until(
      () => platform.request(refOf())?.apiVersion === 'example.org/v2',
    );
    expect(platform.request(refOf())?.metadata.uid).toBe(uid);
    const types = changes.flatMap(({ objects }) =>
      objects
        .filter(({ kind }) => kind === 'example.org/caches')
        .map(({ type }) => type),
    );
    expect(types).not.toContain('DELETED');
    expect(types).not.toContain('ADDED');
  });

  it('one broken Promise is its own matter', async () => {
    const cluster = await aCluster({
      objects: [
        aRequest(),
        aPromise('broken', {
          api: { apiVersion: 'v1', kind: 'ConfigMap', spec: {} },
        }),
      ],
    });
    const platform = watching(cluster);
    await platform.firstSync();
    expect(platform.complete()).toBe(true);
    expect(platform.list('promises')).toHaveLength(2);
    expect(platform.requests()).toHaveLength(1);
    expect(platform.promiseFacts('broken')?.crd).toBeUndefined();
  });
});

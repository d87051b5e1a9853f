import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { aPromise, aRequest, aWork, refOf } from '../__testUtils__/objects';
import { fakePlatform } from '../testing';
import { leanObject } from './leanObjects';
import { PlatformStore } from './platformStore';
import { watchedKinds } from './watchedKinds';

const kratix = 'platform.kratix.io/v1alpha1';

function anEvent(index: number, about: object): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `event-${index}`, namespace: 'team-a' },
    involvedObject: about,
    reason: 'PipelineStarted',
    eventTime: new Date(index * 1000).toISOString(),
  };
}

it('an object keeps its twenty newest Events, by when they happened', () => {
  const store = new PlatformStore();
  const about = {
    apiVersion: 'example.org/v1',
    kind: 'Cache',
    namespace: 'team-a',
    name: 'orders',
  };
  // The newest come first: arrival says nothing.
  for (let i = 30; i > 0; i--)
    store.apply('/events', 'ADDED', anEvent(i, about));
  store.apply('/events', 'ADDED', anEvent(0, { ...about, name: 'other' }));
  const kept = store.indexed(
    'eventsBySubject',
    'example.org/Cache/team-a/orders',
  );
  expect(kept).toHaveLength(20);
  expect(kept.map(({ metadata }) => metadata.name)).not.toContain('event-10');
  expect(kept.map(({ metadata }) => metadata.name)).toContain('event-11');
  expect(store.count('/events')).toBe(21);
});

describe('joins', () => {
  const inNamespace = (namespace: string, more: object = {}): KubeObject => {
    const work = aWork();
    return {
      ...work,
      metadata: {
        ...work.metadata,
        namespace,
        labels: { ...work.metadata.labels, ...more },
      },
    };
  };

  it('namesakes in two namespaces keep apart', () => {
    const platform = fakePlatform({
      objects: [
        aPromise(),
        aRequest(),
        aRequest('orders', { namespace: 'team-b' }),
        inNamespace('team-b'),
      ],
    });
    expect(platform.requestFacts(refOf())?.works).toEqual([]);
    expect(
      platform.requestFacts(refOf('orders', 'team-b'))?.works,
    ).toHaveLength(1);
  });

  it('with a pipelineNamespace the label says whose it is', () => {
    const platform = fakePlatform({
      objects: [
        aPromise(),
        aRequest(),
        inNamespace('pipelines', {
          'kratix.io/resource-namespace': 'team-a',
        }),
      ],
    });
    expect(platform.requestFacts(refOf())?.works).toHaveLength(1);
  });

  it('a WorkPlacement belongs to its Work, a binding and a record to what they refer to', () => {
    const resourceRef = { name: 'orders', namespace: 'team-a' };
    const promiseRef = { name: 'cache' };
    const platform = fakePlatform({
      objects: [
        aPromise(),
        aRequest(),
        aWork(),
        {
          apiVersion: kratix,
          kind: 'WorkPlacement',
          metadata: {
            name: 'x.worker-1-5058f',
            namespace: 'team-a',
            labels: { 'kratix.io/work': 'cache-orders-x1y2z' },
          },
          spec: { targetDestinationName: 'worker-1' },
        },
        {
          apiVersion: kratix,
          kind: 'ResourceBinding',
          metadata: { name: 'orders-cache-1', namespace: 'team-a' },
          spec: { version: 'latest', resourceRef, promiseRef },
        },
        {
          apiVersion: kratix,
          kind: 'HealthRecord',
          metadata: { name: 'elsewhere', namespace: 'checks' },
          data: { state: 'healthy', resourceRef, promiseRef },
        },
        {
          apiVersion: kratix,
          kind: 'HealthRecord',
          metadata: { name: 'of-a-namesake', namespace: 'checks' },
          data: { state: 'healthy', resourceRef, promiseRef: { name: 'db' } },
        },
      ],
    });
    const facts = platform.requestFacts(refOf());
    expect(facts?.placements).toHaveLength(1);
    expect(facts?.binding?.metadata.name).toBe('orders-cache-1');
    expect(facts?.healthRecords?.map(one => one.metadata.name)).toEqual([
      'elsewhere',
    ]);
    // The Destination is gone, its placements are not.
    expect(platform.destinationFacts('worker-1')).toMatchObject({
      destination: undefined,
      placements: [{ metadata: { name: 'x.worker-1-5058f' } }],
    });
    expect(platform.destinationFacts('worker-2')).toBeUndefined();
  });

  it.each(['component-of', 'parent'])(
    'parents and children find each other by %s labels',
    family => {
      const child = aRequest('child', {
        labels: {
          [`kratix.io/${family}-promise-name`]: 'cache',
          [`kratix.io/${family}-resource-name`]: 'orders',
          [`kratix.io/${family}-resource-namespace`]: 'team-a',
        },
      });
      const platform = fakePlatform({
        objects: [aPromise(), aRequest(), child],
      });
      const names = (objects: KubeObject[] = []) =>
        objects.map(({ metadata }) => metadata.name);
      expect(names(platform.requestFacts(refOf())?.children)).toEqual([
        'child',
      ]);
      expect(names(platform.requestFacts(refOf('child'))?.parents)).toEqual([
        'orders',
      ]);
    },
  );

  it('what a preview made for itself is in no list', () => {
    const preview = aRequest('kratix-dry-run-orders-x1y2z', {
      labels: { 'kratix.io/dry-run': 'true', 'kratix.io/dry-run-owner': 'x' },
    });
    const platform = fakePlatform({
      objects: [aPromise(), aRequest(), preview],
    });
    expect(platform.requests()).toHaveLength(1);
  });

  it('lists by namespace and label', () => {
    const platform = fakePlatform({ objects: [aPromise(), aWork()] });
    const labels = { 'kratix.io/work-type': 'resource' };
    expect(
      platform.list('works', { namespace: 'team-a', labels }),
    ).toHaveLength(1);
    expect(platform.list('works', { namespace: 'team-b' })).toEqual([]);
    expect(
      platform.list('works', { labels: { 'kratix.io/work-type': 'promise' } }),
    ).toEqual([]);
  });
});

describe('an object that is not as it should be is its own matter', () => {
  const shapes = [
    '{"spec":7,"status":"text","data":[]}',
    '{"spec":[1],"involvedObject":"text","regarding":7}',
    '{"spec":{"workloadGroups":{},"workloads":"x","resourceRef":1,"promiseRef":[]}}',
    '{"spec":{"stateStoreRef":"x","requiredPromises":[1,{"name":{}}],"api":7}}',
    '{"data":{"promiseRef":{"name":7},"resourceRef":null}}',
    '{"metadata":{"labels":null,"annotations":null,"ownerReferences":null}}',
    '{"metadata":{"labels":{"kratix.io/promise-name":7},"annotations":[]}}',
    '{"metadata":{"labels":{"kratix.io/promise-name":"cache","kratix.io/resource-name":null}}}',
  ];

  it.each(shapes)('%s', shape => {
    const kinds = [
      ...Object.values(watchedKinds),
      { group: 'example.org', version: 'v1', kind: 'Cache' },
    ];
    for (const { group, version, kind } of kinds) {
      const platform = fakePlatform({
        objects: [aPromise(), aRequest(), aWork()],
      });
      const odd: Partial<KubeObject> = JSON.parse(shape);
      const object: KubeObject = {
        ...odd,
        apiVersion: group ? `${group}/${version}` : version,
        kind,
        metadata: { namespace: 'team-a', ...odd.metadata, name: 'odd' },
      };
      platform.apply(
        leanObject(`${group}/${kind.toLocaleLowerCase('en-US')}s`, object),
      );
      expect(platform.requestFacts(refOf())?.works).toHaveLength(1);
      expect(platform.promiseFacts('cache')).toBeDefined();
      platform.remove(object);
    }
  });
});

import type { UninstallImpact } from '../../api';
import { uninstallImpactSchema } from '../../api';
import { nameOf, type KubeObject } from '../../kube';
import { kratixLabels } from '../../kratixNames';
import {
  aCondition,
  aDestination,
  anObject,
  aPlacement,
  aPromise,
  aStore,
  aWork,
} from '../../testing';
import { uninstallImpact, type UninstallFacts } from './uninstallImpact';

const freshness: UninstallImpact['freshness'] = {
  platform: 'eu',
  title: 'EU',
  label: 'connected',
};

const none: UninstallFacts['requests'] = {
  total: 0,
  byOwner: [],
  hidden: 0,
  items: [],
  paused: 0,
};

const ref = (name: string) => ({
  platform: 'eu',
  crd: 'rediss.demo.kratix-portal.io',
  namespace: 'payments',
  name,
});

function impactOf(more: Partial<UninstallFacts> = {}): UninstallImpact {
  const impact = uninstallImpact({
    platform: 'eu',
    name: 'redis',
    title: 'Redis',
    promise: aPromise(),
    promises: [aPromise()],
    releases: [],
    works: [],
    placements: [],
    destinations: [aDestination()],
    stateStores: [aStore()],
    requests: none,
    children: [],
    requestsOf: () => 0,
    annotationPrefix: 'px/',
    freshness,
    ...more,
  });
  expect(uninstallImpactSchema.parse(impact)).toEqual(impact);
  return impact;
}

const release = anObject('PromiseRelease', { name: 'redis-release' });
const kept = aPromise({
  labels: { [kratixLabels.promiseReleaseName]: 'redis-release' },
});

describe('what goes away', () => {
  it('is nothing but itself where nobody uses it', () => {
    expect(impactOf()).toEqual({
      platform: 'eu',
      name: 'redis',
      title: 'Redis',
      target: { kind: 'Promise', name: 'redis' },
      requests: { total: 0, byOwner: [], hidden: 0, items: [] },
      children: { total: 0, items: [] },
      dependents: { total: 0, items: [] },
      works: { total: 0, items: [] },
      destinations: [],
      risks: [],
      confirm: 'redis',
      freshness,
    });
  });

  it('is told by count for all, by name for what may be seen', () => {
    const items = Array.from({ length: 210 }, (_, at) => ({
      ref: ref(`cache-${at}`),
      owner: 'group:default/payments',
    }));
    const { requests, confirm } = impactOf({
      requests: {
        total: 300,
        byOwner: [{ owner: 'group:default/payments', count: 300 }],
        hidden: 90,
        items,
        paused: 0,
      },
    });
    expect(requests).toMatchObject({ total: 300, hidden: 90 });
    expect(requests.items).toHaveLength(200);
    expect(requests).not.toHaveProperty('paused');
    expect(confirm).toBe('delete 300 requests');
  });

  it.each([
    [0, 'redis'],
    [1, 'delete 1 request'],
    [118, 'delete 118 requests'],
  ])('with %i requests one types: %s', (total, text) => {
    expect(impactOf({ requests: { ...none, total } }).confirm).toBe(text);
  });

  it('Works are named with their request and where they are', () => {
    const cache = { request: ref('cache'), seen: true };
    const { works } = impactOf({
      works: [
        { object: aWork({ name: 'b' }), ...cache },
        { object: aWork({ name: 'a' }), ...cache },
        { object: aWork({ name: 'z-own' }), seen: true },
        { object: aWork({ name: 'of-another' }), seen: false },
      ],
      placements: [
        aPlacement({ work: 'a', destination: 'worker-2' }),
        aPlacement({ work: 'a', destination: 'worker-1' }),
        aPlacement({ work: 'a', destination: 'worker-1' }),
        aPlacement({ work: 'a', namespace: 'elsewhere', destination: 'no' }),
        anObject('WorkPlacement', { name: 'odd', namespace: 'team-a' }),
      ],
    });
    expect(works).toEqual({
      total: 4,
      items: [
        { namespace: 'team-a', name: 'z-own', destinations: [] },
        {
          namespace: 'team-a',
          name: 'a',
          request: ref('cache'),
          destinations: ['worker-1', 'worker-2'],
        },
        {
          namespace: 'team-a',
          name: 'b',
          request: ref('cache'),
          destinations: [],
        },
      ],
    });
  });

  it('no more than 200 Works are named', () => {
    const { works } = impactOf({
      works: Array.from({ length: 210 }, (_, at) => ({
        object: aWork({ name: `work-${at}` }),
        seen: true,
      })),
    });
    expect(works.total).toBe(210);
    expect(works.items).toHaveLength(200);
  });

  it('Destinations are named once', () => {
    const { destinations } = impactOf({
      works: [{ object: aWork(), seen: false }],
      placements: [
        aPlacement({ destination: 'worker-2' }),
        aPlacement({ destination: 'worker-1' }),
        aPlacement({ destination: 'worker-2' }),
      ],
    });
    expect(destinations).toEqual(['worker-1', 'worker-2']);
  });

  it('Promises that require it are named, with whom it concerns', () => {
    const needs = (name: string, ...required: string[]) =>
      aPromise({
        name,
        ...(name === 'app' && {
          annotations: { 'px/owner': 'data', 'px/title': 'The app' },
        }),
        spec: { requiredPromises: required.map(one => ({ name: one })) },
      });
    const promises = [
      aPromise(),
      needs('stack', 'redis'),
      needs('app', 'kafka', 'redis'),
      needs('web', 'kafka'),
    ];
    const requestsOf = (name: string) => (name === 'app' ? 4 : undefined);
    const dependentsOf = (platformOwner?: string) =>
      impactOf({ promises, requestsOf, platformOwner }).dependents;
    const app = {
      name: 'app',
      title: 'The app',
      owner: 'group:default/data',
      requests: 4,
    };
    expect(dependentsOf('group:default/platform')).toEqual({
      total: 2,
      items: [
        app,
        { name: 'stack', title: 'Stack', owner: 'group:default/platform' },
      ],
    });
    expect(dependentsOf()).toEqual({
      total: 2,
      items: [app, { name: 'stack', title: 'Stack' }],
    });
  });

  it('counts all that require it or belong to it, and names twenty', () => {
    const numbers = Array.from({ length: 25 }, (_one, at) => 10 + at);
    const named = numbers.map(at => `app-${at}`);
    const { dependents, children } = impactOf({
      promises: [...named]
        .reverse()
        .map(name =>
          aPromise({ name, spec: { requiredPromises: [{ name: 'redis' }] } }),
        ),
      children: named.map(ref),
    });
    expect(dependents.total).toBe(25);
    expect(dependents.items.map(({ name }) => name)).toEqual(
      named.slice(0, 20),
    );
    expect(children.total).toBe(25);
    expect(children.items.map(({ name }) => name)).toEqual(named.slice(0, 20));
  });

  it.each([
    ['a release keeps it', kept, [release], 'PromiseRelease', 'redis-release'],
    ['its release is gone', kept, [], 'Promise', 'redis'],
    ['releases can’t be read', kept, undefined, 'Promise', 'redis'],
    ['no release is its', aPromise(), [release], 'Promise', 'redis'],
  ])('%s', (_what, promise, releases, kind, name) => {
    expect(impactOf({ promise, releases }).target).toEqual({ kind, name });
  });
});

it('a release that brought no Promise goes by itself', () => {
  const impact = impactOf({
    promise: undefined,
    promises: [],
    releases: [anObject('PromiseRelease', { name: 'redis' })],
  });
  expect(impact).toMatchObject({
    target: { kind: 'PromiseRelease', name: 'redis' },
    risks: [],
    confirm: 'redis',
  });
});

describe('what may go wrong', () => {
  const failing = aStore({
    ready: aCondition('Ready', 'False', 'SecretNotFound'),
  });
  const unready = aDestination({
    ready: aCondition('Ready', 'False', 'StateStoreNotReady'),
  });
  const withSteps = (type: string): KubeObject =>
    aPromise({
      spec: {
        workflows: {
          [type]: {
            delete: [
              { kind: 'Pipeline', metadata: { name: 'backup' } },
              { kind: 'Pipeline', metadata: { name: 'never-runs' } },
            ],
          },
        },
      },
    });
  const some = { ...none, total: 2 };

  it.each<[string, Partial<UninstallFacts>, UninstallImpact['risks']]>([
    [
      'another Promise has the same API',
      {
        promises: [
          aPromise(),
          { ...aPromise(), metadata: { name: 'valkey' } },
          aPromise({ name: 'kafka' }),
        ],
      },
      [
        {
          id: 'shared-api',
          params: { by: 'valkey', crd: 'rediss.demo.kratix-portal.io' },
        },
      ],
    ],
    [
      'it has no API',
      { promise: aPromise({ spec: { api: undefined } }) },
      [{ id: 'no-api-hang', params: {} }],
    ],
    [
      'a store that holds its files is not ready',
      { placements: [aPlacement()], stateStores: [failing] },
      [
        {
          id: 'store-not-ready',
          params: { destination: nameOf(aDestination()), store: 'default' },
        },
      ],
    ],
    [
      'a Destination that holds its files is not ready',
      { placements: [aPlacement()], destinations: [unready] },
      [
        {
          id: 'store-not-ready',
          params: { destination: nameOf(unready), store: 'default' },
        },
      ],
    ],
    [
      'a store that is not its own is not ready',
      { stateStores: [failing] },
      [],
    ],
    [
      'it is paused',
      { promise: aPromise({ labels: { [kratixLabels.paused]: 'true' } }) },
      [{ id: 'paused', params: { requests: 0 } }],
    ],
    [
      'requests of it are paused',
      { requests: { ...some, paused: 2 } },
      [{ id: 'paused', params: { requests: 2 } }],
    ],
    [
      'a delete step of its own, of which Kratix runs the first',
      { promise: withSteps('promise') },
      [{ id: 'delete-steps', params: { steps: 'backup' } }],
    ],
    [
      'a delete step of its requests',
      { promise: withSteps('resource'), requests: some },
      [{ id: 'delete-steps', params: { steps: 'backup' } }],
    ],
    [
      'a delete step of requests that there are none of',
      { promise: withSteps('resource') },
      [],
    ],
    [
      'a release may bring it back',
      { promise: kept, releases: undefined },
      [
        { id: 'release-returns', params: { release: 'redis-release' } },
        { id: 'could-not-check', params: { what: 'releases' } },
      ],
    ],
    [
      'nothing can be read',
      {
        promises: undefined,
        releases: undefined,
        works: undefined,
        destinations: undefined,
        stateStores: undefined,
        requests: undefined,
      },
      [
        'requests',
        'promises',
        'releases',
        'deliveries',
        'destinations',
        'state-stores',
      ].map(what => ({ id: 'could-not-check', params: { what } })),
    ],
  ])('%s', (_what, facts, risks) => {
    expect(impactOf(facts).risks).toEqual(risks);
  });
});

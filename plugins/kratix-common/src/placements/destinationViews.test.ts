import {
  aCondition,
  aDestination,
  aPlacement,
  aPromise,
  aStore,
  aWork,
} from '../testing';
import type { DestinationDescription } from '../api';
import { destinationDetailView } from './destinationDetailView';
import { destinationView } from './destinationView';

const description: DestinationDescription = {
  label: 'ready',
  tone: 'ok',
  causes: [],
  flags: [],
};
const failed = aCondition('WriteSucceeded', 'False', 'WorkloadsFailedWrite', {
  message: 'no route to https://me:hush@store',
});

const viewOf = (store: Record<string, unknown>, placements = [aPlacement()]) =>
  destinationView({
    platform: 'eu',
    destination: aDestination(),
    stateStore: aStore({ spec: store }),
    placements,
    description,
  });

it('counts what lies on it and what fails', () => {
  const view = viewOf({}, [
    aPlacement(),
    aPlacement({ work: 'b', written: failed }),
    aPlacement({ work: 'c', written: null }),
  ]);
  expect(view).toMatchObject({
    name: 'worker-1',
    labels: { environment: 'dev' },
    counts: { placements: 3, failing: 1 },
    lastWrite: '2026-03-01T12:00:00Z',
    entityRef: 'resource:default/eu.worker-1',
  });
});

it.each<[string, Record<string, unknown>, string | undefined]>([
  ['a repository', { url: 'https://git.example/x' }, 'https://git.example/x'],
  [
    'one with a token in it',
    { url: 'https://hush@git.example/x' },
    'https://git.example/x',
  ],
  [
    'one with a password',
    { url: 'https://me:hush@git.example/x' },
    'https://git.example/x',
  ],
  ['one over ssh', { url: 'git@git.example:x' }, 'git@git.example:x'],
  ['a bucket', { endpoint: 's3.example', bucketName: 'b' }, 's3.example/b'],
  ['nothing said', {}, undefined],
])('says where its store is: %s', (_what, spec, location) => {
  expect(viewOf(spec).store?.location).toBe(location);
});

it('puts first what fails on its page, in words without secrets', () => {
  const placements = [
    aPlacement(),
    aPlacement({ work: 'bad', written: failed }),
  ];
  const detail = destinationDetailView({
    view: viewOf({}, placements),
    description,
    freshness: { platform: 'eu', title: 'EU', label: 'connected' },
    destination: aDestination(),
    placements,
    workOf: (_namespace, name) => aWork({ name }),
    requestOf: work =>
      work.metadata.name === 'bad' ? 'eu/crd/team-a/bad' : undefined,
    promises: [
      aPromise(),
      aPromise({
        name: 'prod-only',
        spec: {
          destinationSelectors: [{ matchLabels: { environment: 'prod' } }],
        },
      }),
    ],
  });
  expect(detail.placements).toMatchObject([
    { work: 'bad', write: 'failed', request: 'eu/crd/team-a/bad' },
    { work: 'redis-cache-configure-1a2b3', write: 'written' },
  ]);
  expect(JSON.stringify(detail)).not.toContain('hush');
  expect(detail).toMatchObject({
    placementCount: 2,
    matchingPromises: ['redis'],
  });
});

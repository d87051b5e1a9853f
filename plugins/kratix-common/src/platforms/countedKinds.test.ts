import { countOfKind, type CountRights } from './countedKinds';
import type { PlatformKindFacts } from './facts';

const seesAll: CountRights = {
  promises: true,
  destinations: true,
  requests: true,
};

const watched = (given: Partial<PlatformKindFacts>): PlatformKindFacts => ({
  group: 'platform.kratix.io',
  plural: 'promises',
  kind: 'Promise',
  core: true,
  state: 'watching',
  count: 7,
  syncedAt: 1,
  ...given,
});

it.each<[string, Partial<PlatformKindFacts>, keyof CountRights]>([
  ['Promises', { plural: 'promises' }, 'promises'],
  ['what Promises bring', { plural: 'promiserevisions' }, 'promises'],
  ['Destinations', { plural: 'destinations' }, 'destinations'],
  ['stores', { plural: 'gitstatestores' }, 'destinations'],
  ['requests', { plural: 'redis', promise: 'redis' }, 'requests'],
  [
    'requests of a kind that is named as one of Kratix’s own',
    { plural: 'promises', group: 'example.com', promise: 'paper' },
    'requests',
  ],
  ['the Works of requests', { plural: 'works' }, 'requests'],
  ['Jobs', { group: 'batch', plural: 'jobs' }, 'requests'],
])('counts %s for those who may see all of them', (_what, given, right) => {
  const kind = watched(given);
  expect(countOfKind(kind, seesAll)).toBe(7);
  const none = { promises: false, destinations: false, requests: false };
  expect(countOfKind(kind, { ...none, [right]: true })).toBe(7);
  expect(countOfKind(kind, { ...seesAll, [right]: false })).toBeUndefined();
});

it.each<[string, Partial<PlatformKindFacts>]>([
  ['was never read', { syncedAt: undefined, count: 0 }],
  ['is refused', { state: 'forbidden', count: 0 }],
])('does not say that there is none of what %s', (_what, given) => {
  expect(countOfKind(watched(given), seesAll)).toBeUndefined();
});

import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aDestination,
  anObject,
  aPromise,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { parse } from 'yaml';
import { promiseFile } from '../__testUtils__/promiseFiles';
import { uninstallFacts } from './uninstallFacts';

const cache: KubeObject = parse(promiseFile('cache', { kind: 'Cache' }));
const names = Array.from({ length: 30 }, (_one, at) => `cache-${at}`);
const requests = names.map(name =>
  anObject('Cache', { name, namespace: 'web' }, 'example.io/v1'),
);
const works = names.map(name =>
  anObject('Work', {
    name,
    namespace: 'web',
    labels: {
      'kratix.io/promise-name': 'cache',
      'kratix.io/resource-name': name,
      'kratix.io/resource-namespace': 'web',
    },
  }),
);

it('serves others between any two requests and Works that take long', async () => {
  const platform = fakePlatforms({
    platforms: [
      { objects: [aDestination(), aPromise(), cache, ...requests, ...works] },
    ],
  }).get('eu');
  // As if everything took longer than one may keep others waiting.
  let now = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => {
    now += 20;
    return now;
  });
  let served = 0;
  let isDone = false;
  const serve = () => {
    served += 1;
    if (!isDone) setImmediate(serve);
  };
  setImmediate(serve);
  const facts = await uninstallFacts(platform, 'cache', {
    live: { requests: { get: () => undefined } },
    visibility: {
      key: 'all',
      all: true,
      none: false,
      sees: () => true,
      ready: () => true,
      prepare: async () => {},
    },
    freshness: { platform: 'eu', title: 'EU', label: 'connected' },
    annotationPrefix: 'px/',
  });
  isDone = true;
  clock.mockRestore();
  expect(facts.requests).toMatchObject({ total: 30, hidden: 0 });
  expect(facts.works).toHaveLength(30);
  expect(served).toBeGreaterThanOrEqual(60);
});

import { mockServices } from '@backstage/backend-test-utils';
import {
  aDestination,
  aPlacement,
  aPromise,
  aReadyRequest,
  aRequest,
  aStep,
  aStore,
  aWork,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  fakePlatform,
  fakePlatforms,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import fc from 'fast-check';
import { requestListQuerySchema } from '@kratix-portal/backstage-plugin-kratix-common';
import { listRequests } from '../requests/listRequests';
import { KratixLive } from './KratixLive';
import { LiveIndex } from './LiveIndex';

const now = Date.parse('2026-03-01T13:00:00Z');
const basics = [aPromise(), aStore(), aDestination()];

function liveOver(objects: KubeObject[], clock = { now }) {
  const platforms = fakePlatforms({
    platforms: [{ objects: [...basics, ...objects], now: () => clock.now }],
  });
  const live = new KratixLive({
    platforms,
    logger: mockServices.logger.mock(),
    settings: platforms.settings,
    teamOf: namespace => `group:default/${namespace}`,
    now: () => clock.now,
  });
  live.start();
  return { live, platform: platforms.get('eu') };
}

async function settled(live: KratixLive) {
  while (!live.requests.settled || !live.destinations.settled) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

/** Once nothing waits: how much a slice holds is the machine's matter. */
async function derived(index: { settled: boolean }) {
  while (!index.settled) await new Promise(resolve => setImmediate(resolve));
}

/** All that anybody is shown of the rows. */
function shown(live: KratixLive) {
  const query = requestListQuerySchema.parse({ size: 100, sort: 'name' });
  return {
    page: listRequests(live.sorted.in('name'), query, {
      viewer: { userEntityRef: 'user:default/a', ownershipEntityRefs: [] },
      titleOf: () => undefined,
    }),
    destinations: [...live.destinations.rows()]
      .map(({ view }) => view)
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    promises: [...live.promises.rows()].map(({ view }) => view),
  };
}

const names = fc.constantFrom('a', 'b', 'c', 'd');
const namespaces = fc.constantFrom('payments', 'web');
const objectOf: Record<
  string,
  (name: string, namespace: string) => KubeObject
> = {
  ready: (name, namespace) => aReadyRequest({ name, namespace }),
  failed: (name, namespace) =>
    aRequest({ name, namespace, steps: [aStep('configure', 'Failed')] }),
  running: (name, namespace) =>
    aRequest({ name, namespace, steps: [aStep('configure', 'Running')] }),
  work: (name, namespace) =>
    aWork({
      name: `work-${name}`,
      namespace,
      labels: { 'kratix.io/resource-name': name },
    }),
  placement: (name, namespace) =>
    aPlacement({ work: `work-${name}`, namespace }),
  destination: name => aDestination({ name: `worker-${name}` }),
};
const changes = fc.array(
  fc.record({
    verb: fc.constantFrom('apply', 'apply', 'remove'),
    kind: fc.constantFrom(...Object.keys(objectOf)),
    name: names,
    namespace: namespaces,
  }),
  { maxLength: 30 },
);

it('reads the same however it came to be: by changes or from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(changes, async steps => {
      const clock = { now };
      const { live, platform } = liveOver([], clock);
      const present = new Map<string, KubeObject>();
      for (const { verb, kind, name, namespace } of steps) {
        const object = objectOf[kind](name, namespace);
        const key = `${object.kind}/${object.metadata.namespace}/${object.metadata.name}`;
        if (verb === 'apply') {
          platform.apply(object);
          present.set(key, object);
        } else {
          platform.remove(object);
          present.delete(key);
        }
        // Some changes meet a row that is still to be derived, some do not.
        if (name === 'a') await settled(live);
      }
      await settled(live);
      // A new state shows once it has lasted a second.
      clock.now += 5_000;
      live.refreshAll();
      await settled(live);
      const fresh = liveOver([...present.values()], clock).live;
      await settled(fresh);
      expect(shown(live)).toEqual(shown(fresh));
      expect([...live.requests.rows()].map(({ key }) => key).sort()).toEqual(
        [...fresh.requests.rows()].map(({ key }) => key).sort(),
      );
      live.stop();
      fresh.stop();
    }),
    { numRuns: 60 },
  );
});

describe('a row that cannot be derived', () => {
  it('takes no other along, and stays as it was', async () => {
    const platform = fakePlatform();
    const logger = mockServices.logger.mock();
    let broken = false;
    const index = new LiveIndex<string>({
      logger,
      now: () => now,
      source: {
        title: 'thing',
        keys: () => ['a', 'b'],
        derive: (_platform, key) => {
          if (broken && key === 'a') throw new Error('no such field');
          return { row: `${key} ${broken}` };
        },
        same: (one, other) => one === other,
      },
    });
    index.markAll(platform);
    await derived(index);
    broken = true;
    index.markAll(platform);
    await derived(index);
    expect([...index.rows()]).toEqual(['a false', 'b true']);
    expect(logger.error).toHaveBeenCalledTimes(1);
  });
});

it('looks again when time alone makes a difference', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'performance'], now });
  try {
    const platform = fakePlatform();
    const index = new LiveIndex<string>({
      logger: mockServices.logger.mock(),
      now: Date.now,
      source: {
        title: 'thing',
        keys: () => ['a'],
        derive: (_platform, _key, _before, at) => ({
          row: at < now + 10_000 ? 'early' : 'late',
          recheckAt: at < now + 10_000 ? now + 10_000 : undefined,
        }),
        same: (one, other) => one === other,
      },
    });
    index.markAll(platform);
    await derived(index);
    jest.advanceTimersByTime(9_900);
    await derived(index);
    expect(index.get('eu', 'a')).toBe('early');
    jest.advanceTimersByTime(200);
    await derived(index);
    expect(index.get('eu', 'a')).toBe('late');
    index.stop();
    expect(jest.getTimerCount()).toBe(0);
  } finally {
    jest.useRealTimers();
  }
});

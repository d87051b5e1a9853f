import { mockServices } from '@backstage/backend-test-utils';
import {
  describePromise,
  describeRequest,
  settle,
  stringifyRequestRef,
  type KubeObject,
  type PlatformFacts,
  type Settled,
  type SettleableDescription,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  readRecording,
  recordingPath,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { VirtualClock } from '../__testUtils__/virtualClock';
import { isNoise } from '../activity/eventTerms';
import { leanObject } from '../cache/leanObjects';
import { PlatformStore } from '../cache/platformStore';
import { Subscribers } from '../cache/subscribers';
import { kindKey, watchedKindKeys, watchedKinds } from '../cache/watchedKinds';
import { requestKindsOf } from '../promises/requestKinds';
import type { ObjectChange, PlatformChange } from '../types';
import { createCachedReads } from './cachedReads';
import { ChangeFeed } from './changeFeed';

const windowMs = 75;

/** A platform's store and feed, with a portal behind that settles. */
function aPortal(clock: VirtualClock) {
  const store = new PlatformStore();
  for (const kind of Object.values(watchedKindKeys)) store.replace(kind, []);
  const subscribers = new Subscribers(mockServices.logger.mock());
  const stopped = new AbortController();
  const feed = new ChangeFeed({
    platform: 'eu',
    store,
    subscribers,
    clock,
    windowMs,
    signal: stopped.signal,
  });
  feed.hurry();
  const facts = (): PlatformFacts => ({
    id: 'eu',
    title: 'eu',
    identity: 'serviceAccount',
    lastContactAt: clock.now(),
    kinds: [],
  });
  const reads = createCachedReads({ platform: 'eu', store, facts });
  const changes: PlatformChange[] = [];
  const shown = new Map<string, Settled<SettleableDescription>>();
  const told: string[] = [];
  const show = (key: string, description: SettleableDescription) => {
    const before = shown.get(key);
    const after = settle(before, description, clock.now());
    shown.set(key, after);
    if (before?.key !== after.key) told.push(`${key} ${after.shown.label}`);
  };
  subscribers.subscribe(change => {
    changes.push(change);
    const now = clock.now();
    for (const ref of change.affected.requests) {
      const known = reads.requestFacts(ref);
      if (known)
        show(stringifyRequestRef(ref), describeRequest(known, { now }));
    }
    for (const name of change.affected.promises) {
      const known = reads.promiseFacts(name);
      if (known) show(`promise ${name}`, describePromise(known, { now }));
    }
  });

  const kindOf = (object: KubeObject) =>
    [...Object.values(watchedKinds), ...store.requestKinds()].find(
      one => one.kind === object.kind,
    );
  return {
    feed,
    changes,
    told,
    take(type: ObjectChange['type'], object: KubeObject) {
      const kind = kindOf(object);
      if (!kind || isNoise(object)) return;
      const key = kindKey(kind);
      feed.add(store.apply(key, type, leanObject(key, object)));
      const wanted = requestKindsOf(
        store.list(watchedKindKeys.promises),
        store.list(watchedKindKeys.customresourcedefinitions),
      );
      wanted.forEach(one => store.declare(one));
    },
  };
}

/** What a catalog would write: entities that come, go or change identity. */
function catalogWrites(changes: PlatformChange[]): string[] {
  return changes
    .flatMap(({ objects }) => objects)
    .filter(
      ({ kind, type }) =>
        type !== 'MODIFIED' &&
        (kind === watchedKindKeys.promises ||
          kind === watchedKindKeys.destinations ||
          !Object.values(watchedKindKeys).includes(kind)),
    )
    .map(
      ({ type, object }) => `${type} ${object.kind} ${object.metadata.name}`,
    );
}

// With how many settled changes each is told in full.
const cases: [string, number][] = [
  ['01b-install-with-dependencies', 3],
  ['16-state-store-down', 12],
  ['21-no-workflows', 7],
];

it('the endless loop of static dependencies is dropped, not passed on', async () => {
  const clock = new VirtualClock();
  const portal = aPortal(clock);
  const work = (round: number): KubeObject => ({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Work',
    metadata: {
      name: 'cache-static-deps-x1y2z',
      namespace: 'kratix-platform-system',
      resourceVersion: `${round}`,
      annotations: { 'kratix.io/last-updated-at': `round ${round}` },
      labels: { 'kratix.io/promise-name': 'cache' },
    },
  });
  for (let round = 0; round < 200; round++) {
    portal.take('MODIFIED', work(round));
    await clock.advanceTo(clock.now() + 50);
  }
  expect(portal.changes).toHaveLength(1);
  expect(portal.feed.droppedUpdates).toBe(199);
});

describe('what a restless Kratix does makes no noise', () => {
  for (const [name, mostTold] of cases) {
    if (!recordingPath(name)) {
      it(`${name} is not at hand: the folder beside the checkout is missing`, () =>
        expect(recordingPath(name)).toBeUndefined());
      continue;
    }
    const recording = readRecording(name);
    const lines = recording.lines.filter(line => 'object' in line);

    it(`${name} at full speed is one change`, async () => {
      const clock = new VirtualClock(recording.startedAt);
      const portal = aPortal(clock);
      for (const line of lines) {
        if ('object' in line) portal.take(line.type, line.object);
      }
      await clock.advanceTo(recording.startedAt + 1_000);
      expect(portal.changes).toHaveLength(1);
      // Everything is told of once, and what came and went not at all.
      expect(new Set(portal.told).size).toBe(portal.told.length);
    });

    it(`${name} as it was: what is told is what settled`, async () => {
      const clock = new VirtualClock(recording.startedAt);
      const portal = aPortal(clock);
      for (const line of lines) {
        await clock.advanceTo(recording.startedAt + line.t * 1000);
        if ('object' in line) portal.take(line.type, line.object);
      }
      await clock.advanceTo(clock.now() + 1_000);
      const seconds = (clock.now() - recording.startedAt) / 1000;
      // Never more often than the window allows, however much is written.
      expect(portal.changes.length).toBeLessThanOrEqual(
        Math.ceil((seconds * 1000) / windowMs),
      );
      expect(portal.told.length).toBeGreaterThan(0);
      expect(portal.told.length).toBeLessThanOrEqual(mostTold);
      // Each came once and went once, whatever happened to it meanwhile.
      const writes = catalogWrites(portal.changes);
      expect(new Set(writes).size).toBe(writes.length);
    }, 60_000);
  }
});

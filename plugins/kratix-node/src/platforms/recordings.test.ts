import {
  describeDestination,
  describePromise,
  describeRequest,
  stringifyRequestRef,
  type KubeObject,
  type SettleableDescription,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  readRecording,
  recordingNames,
  type Recording,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { isNoise } from '../activity/eventTerms';
import { leanObject } from '../cache/leanObjects';
import { kindKey, watchedKinds } from '../cache/watchedKinds';
import { fakePlatform, type FakePlatform } from '../testing';
import type { PlatformChange } from '../types';

/** As a reflector hands objects to the store. */
function lean(object: KubeObject): KubeObject {
  const kind = Object.values(watchedKinds).find(
    one => one.kind === object.kind,
  );
  return kind ? leanObject(kindKey(kind), object) : object;
}

/** Plays a recording line by line, telling of each line by itself. */
function play(recording: Recording, platform: FakePlatform) {
  for (const line of recording.lines) {
    if ('step' in line || isNoise(line.object)) continue;
    if (!isHeld(line.object, platform)) continue;
    if (line.type === 'DELETED') platform.remove(line.object);
    else platform.apply(lean(line.object));
  }
}

/** Requests may be seen before their Promise, each kind having its own watch. */
function isHeld(object: KubeObject, platform: FakePlatform): boolean {
  return (
    Object.values(watchedKinds).some(one => one.kind === object.kind) ||
    platform.requestRef(object) !== undefined
  );
}

interface Subject {
  key: string;
  describe: (now: number) => SettleableDescription;
  isIn: (affected: PlatformChange['affected']) => boolean;
}

function subjectsOf(platform: FakePlatform): Subject[] {
  return [
    ...platform.requests().flatMap((object): Subject[] => {
      const ref = platform.requestRef(object);
      if (!ref) return [];
      const key = stringifyRequestRef(ref);
      return [
        {
          key,
          describe: now =>
            describeRequest(platform.requestFacts(ref) ?? {}, { now }),
          isIn: ({ requests }) =>
            requests.some(one => stringifyRequestRef(one) === key),
        },
      ];
    }),
    ...platform.list('promises').map(
      ({ metadata: { name } }): Subject => ({
        key: `promise ${name}`,
        describe: now =>
          describePromise(platform.promiseFacts(name) ?? {}, { now }),
        isIn: ({ promises }) => promises.includes(name),
      }),
    ),
    ...platform.list('destinations').map(
      ({ metadata: { name } }): Subject => ({
        key: `destination ${name}`,
        describe: now =>
          describeDestination(platform.destinationFacts(name) ?? {}, { now }),
        isIn: ({ destinations }) => destinations.includes(name),
      }),
    ),
  ];
}

describe('whatever a change does to a description, it is named', () => {
  const names = recordingNames();

  it('has recordings to play', () => expect(names).not.toEqual([]));

  it.each(names)('%s', name => {
    const recording = readRecording(name);
    const end = recording.startedAt + 3_600_000;
    const platform = fakePlatform({ now: () => end });
    const before = new Map<string, string>();
    const unnamed: string[] = [];
    platform.subscribe(({ affected }) => {
      for (const { key, describe, isIn } of subjectsOf(platform)) {
        // One moment for all, so that nothing but objects makes a difference.
        const text = JSON.stringify(describe(end));
        const known = before.get(key);
        before.set(key, text);
        const named = isIn(affected) || affected.everything;
        if (known !== undefined && known !== text && !named) unnamed.push(key);
      }
    });
    play(recording, platform);
    expect(unnamed).toEqual([]);
    expect(before.size).toBeGreaterThan(0);
  });
});

import { mockServices } from '@backstage/backend-test-utils';
import {
  describeDestination,
  describePromise,
  describeRequest,
  nameOf,
  settle,
  stringifyRequestRef,
  type Settled,
  type SettleableDescription,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  playRecording,
  readRecording,
  recordingPath,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';
import {
  fakePlatform,
  fakePlatforms,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { KratixLive } from '../live/KratixLive';
import { ChangeFeed } from './ChangeFeed';
import type { StreamChange } from './StreamChange';

/** Counts how often what people are shown is another thing than before. */
class SettledCount {
  count = 0;
  readonly #shown = new Map<string, Settled<SettleableDescription>>();

  look(platform: Platform, now: number): void {
    const seen = new Map<string, SettleableDescription>();
    for (const request of platform.requests()) {
      const ref = platform.requestRef(request);
      const facts = ref && platform.requestFacts(ref);
      if (facts)
        seen.set(stringifyRequestRef(ref), describeRequest(facts, { now }));
    }
    for (const name of platform.list('promises').map(nameOf)) {
      const facts = platform.promiseFacts(name);
      if (facts) seen.set(`promise ${name}`, describePromise(facts, { now }));
    }
    for (const name of platform.list('destinations').map(nameOf)) {
      const facts = platform.destinationFacts(name);
      if (facts) seen.set(`at ${name}`, describeDestination(facts, { now }));
    }
    for (const key of this.#shown.keys()) {
      if (seen.has(key)) continue;
      this.#shown.delete(key);
      this.count += 1;
    }
    for (const [key, description] of seen) {
      const before = this.#shown.get(key);
      const settled = settle(before, description, now);
      if (settled.key !== before?.key) this.count += 1;
      this.#shown.set(key, settled);
    }
  }
}

/** All that the stream says while this happens at its own pace. */
function play(name: string): { told: StreamChange[]; settled: number } {
  const recording = readRecording(name);
  jest.useFakeTimers({ now: recording.startedAt });
  const atFirst = recording.lines.flatMap(line =>
    'object' in line && line.initial ? [line.object] : [],
  );
  const platform = fakePlatform({ now: Date.now, objects: atFirst });
  const platforms = fakePlatforms({ platforms: [platform] });
  const live = new KratixLive({
    platforms,
    logger: mockServices.logger.mock(),
    settings: platforms.settings,
    teamOf: () => undefined,
  });
  const feed = new ChangeFeed({ live });
  const told: StreamChange[] = [];
  feed.subscribe(({ changes }) => told.push(...changes));
  feed.start();
  live.start();
  const settled = new SettledCount();
  for (const { line, now } of playRecording(recording)) {
    jest.advanceTimersByTime(Math.max(0, now - Date.now()));
    if ('step' in line || line.initial) continue;
    if (line.type === 'DELETED') platform.remove(line.object);
    else platform.apply(line.object);
    jest.advanceTimersByTime(0);
    settled.look(platform, Date.now());
  }
  jest.advanceTimersByTime(2_000);
  settled.look(platform, Date.now());
  feed.stop();
  live.stop();
  return { told, settled: settled.count };
}

afterEach(() => jest.useRealTimers());

/** A store that is down flips states 12 times a second; dependencies 22 times. */
const noisy = [
  '16-state-store-down',
  '21-no-workflows',
  '01b-install-with-dependencies',
];

/** Some lie beside the checkout, which not everybody has. */
const atHand = noisy.filter(name => recordingPath(name) !== undefined);

it.each(atHand)(
  '%s is told in no more words than it has settled states',
  name => {
    const { told, settled } = play(name);
    const heard = told.filter(
      change => change.kind !== 'platform' && change.before !== change.after,
    );
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.length).toBeLessThanOrEqual(settled);
    // Far from what happened underneath.
    const { lines } = readRecording(name);
    expect(heard.length).toBeLessThan(lines.length / 2);
  },
);

import { join, resolve } from 'node:path';
import { kratixDefinitions } from '../crds';
import { SimulationClock } from '../simulator';
import { createStore, type Store } from '../store';
import { playRecording } from './playback';
import { parseRecording, readRecording } from './recording';

const folder = resolve(
  __dirname,
  '../../../kratix-common/src/testing/recordings',
);

function aStage() {
  const clock = new SimulationClock(new Date('2027-05-01T10:00:00Z'));
  const store = createStore({
    now: () => clock.now(),
    schedule: (ms, task) => void clock.schedule(ms, task),
  });
  kratixDefinitions().forEach(one => store.create(one));
  return { clock, store };
}

const orders = (store: Store) =>
  store.get('demo.example.org', 'databases', 'orders', 'default');

const phases = (store: Store) => {
  const status = orders(store)?.status as
    | { kratix?: { workflows?: { pipelines?: { phase: string }[] } } }
    | undefined;
  return status?.kratix?.workflows?.pipelines?.map(one => one.phase);
};

describe('a recording as a platform', () => {
  const recording = readRecording(join(folder, '03-request-fails.ndjson.gz'));

  it('shows what was there at each time', () => {
    const { clock, store } = aStage();
    playRecording(recording, store, clock, { loop: false });
    expect(
      store.get('platform.kratix.io', 'promises', 'database'),
    ).toBeDefined();
    expect(orders(store)).toBeUndefined();
    clock.advance(2000);
    expect(phases(store)).toEqual(['Running', 'Pending']);
    clock.advance(3000);
    expect(phases(store)).toEqual(['Failed', 'Pending']);
  });

  it('moves its times to the present', () => {
    const { clock, store } = aStage();
    playRecording(recording, store, clock, { loop: false });
    clock.advance(2000);
    expect(orders(store)?.metadata.creationTimestamp).toMatch(
      /^2027-05-01T10:00:0[01]Z$/,
    );
  });

  it('begins anew when it is over', () => {
    const { clock, store } = aStage();
    let rounds = 0;
    playRecording(recording, store, clock, {
      pauseMs: 5000,
      onEnd: () => {
        rounds += 1;
      },
    });
    clock.advance(recording.seconds * 1000);
    expect(rounds).toBe(1);
    expect(phases(store)).toEqual(['Succeeded', 'Succeeded']);
    clock.advance(5000 + 1000);
    expect(phases(store)).toEqual(['Pending', 'Pending']);
  });

  it('stops when told to', () => {
    const { clock, store } = aStage();
    const stop = playRecording(recording, store, clock);
    stop();
    clock.advance(60_000);
    expect(orders(store)).toBeUndefined();
  });

  it('names the line that it cannot read', () => {
    expect(() => parseRecording('{"scenario":"x"}\nnonsense')).toThrow(
      'Line 2 of the recording is not JSON',
    );
  });
});

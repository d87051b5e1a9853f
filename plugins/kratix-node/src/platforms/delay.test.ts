import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { VirtualClock } from '../__testUtils__/virtualClock';
import { DelayMeter } from './delay';

const start = Date.UTC(2026, 2, 1, 12);

const anEvent = (more: Record<string, unknown>): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: 'cache.1', namespace: 'default' },
  ...more,
});
/** Written so many milliseconds before the clock stands where it does. */
const writtenAgo = (ms: number) =>
  anEvent({ eventTime: new Date(start - ms).toISOString() });

function seeing(...events: KubeObject[]) {
  const clock = new VirtualClock(start);
  const meter = new DelayMeter(clock);
  for (const event of events) meter.see(event);
  return { clock, meter };
}

it.each<[string, KubeObject[], number | undefined]>([
  ['nothing came', [], undefined],
  ['one came', [writtenAgo(40)], 40],
  ['most came soon', [writtenAgo(900), writtenAgo(30), writtenAgo(20)], 30],
  ['the other clock is ahead', [writtenAgo(-25)], 0],
  ['an old one came late', [writtenAgo(60_000)], undefined],
  [
    'it says so to the second only',
    [anEvent({ lastTimestamp: '2026-03-01T11:59:59Z' })],
    undefined,
  ],
  ['its time is none', [anEvent({ eventTime: 'soon' })], undefined],
  [
    'it is written in microseconds',
    [anEvent({ eventTime: '2026-03-01T11:59:59.900000Z' })],
    100,
  ],
])('is the median of what Events tell: %s', (_what, events, delay) => {
  expect(seeing(...events).meter.medianMs).toBe(delay);
});

it('forgets after a minute', async () => {
  const { clock, meter } = seeing(writtenAgo(40));
  await clock.advanceTo(start + 60_000);
  expect(meter.medianMs).toBe(40);
  await clock.advanceTo(start + 60_001);
  expect(meter.medianMs).toBeUndefined();
});

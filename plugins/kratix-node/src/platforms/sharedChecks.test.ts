import { VirtualClock } from '../__testUtils__/virtualClock';
import { SharedChecks } from './sharedChecks';

const limits = { patienceMs: 5_000, distanceMs: 10_000, longestMs: 60_000 };

function checksOf() {
  const clock = new VirtualClock();
  const ends: (() => void)[] = [];
  const stopping = new AbortController();
  const checks = new SharedChecks({
    clock,
    limits,
    check: () => new Promise(resolve => ends.push(resolve)),
    stopped: stopping.signal,
  });
  return {
    clock,
    checks,
    stop: () => stopping.abort(),
    /** How many began. */
    begun: () => ends.length,
    /** Ends the one that runs. */
    async end() {
      ends.at(-1)?.();
      await new Promise(setImmediate);
    },
  };
}

it('one for all who ask meanwhile', async () => {
  const { checks, begun, end } = checksOf();
  const asked = Array.from({ length: 50 }, () => checks.check());
  expect(begun()).toBe(1);
  await end();
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['checked']));
});

it('none right after another, however often it is asked for', async () => {
  const { checks, begun, end, clock } = checksOf();
  const first = checks.check();
  await end();
  await first;
  await clock.advanceTo(9_999);
  expect(await checks.check()).toBe('recent');
  expect(begun()).toBe(1);
  await clock.advanceTo(10_000);
  const second = checks.check();
  expect(begun()).toBe(2);
  await end();
  expect(await second).toBe('checked');
});

it('keeps nobody waiting for long, and goes on for whoever comes next', async () => {
  const { checks, begun, end, clock } = checksOf();
  const first = checks.check();
  await clock.advanceTo(5_000);
  expect(await first).toBe('trying');
  const second = checks.check();
  expect(begun()).toBe(1);
  await end();
  expect(await second).toBe('checked');
});

it('one that never ends does not keep others from beginning for ever', async () => {
  const { checks, begun, clock } = checksOf();
  checks.check();
  await clock.advanceTo(60_000);
  await clock.advanceTo(70_000);
  checks.check();
  expect(begun()).toBe(2);
});

it('ends with the platform', async () => {
  const { checks, stop } = checksOf();
  const asked = checks.check();
  stop();
  expect(await asked).toBe('trying');
});

import { Rechecks } from './Rechecks';

function setup() {
  const due: string[][] = [];
  const rechecks = new Rechecks({
    now: Date.now,
    onDue: keys => due.push(keys),
  });
  return { due, rechecks };
}

beforeEach(() => jest.useFakeTimers({ now: 0 }));
afterEach(() => jest.useRealTimers());

it('names what is due, when it is', () => {
  const { due, rechecks } = setup();
  rechecks.set('later', 5_000);
  rechecks.set('soon', 1_000);
  jest.advanceTimersByTime(999);
  expect(due).toEqual([]);
  jest.advanceTimersByTime(1);
  expect(due).toEqual([['soon']]);
  jest.advanceTimersByTime(4_000);
  expect(due).toEqual([['soon'], ['later']]);
});

it('keeps one timer for however many', () => {
  const { due, rechecks } = setup();
  for (let i = 0; i < 1000; i += 1) rechecks.set(`${i}`, 1_000 + (i % 10));
  expect(jest.getTimerCount()).toBe(1);
  jest.advanceTimersByTime(2_000);
  expect(due.flat()).toHaveLength(1000);
  // A handful of wakes, not a thousand.
  expect(due.length).toBeLessThanOrEqual(3);
});

it('takes the last time set for a key, and none at all', () => {
  const { due, rechecks } = setup();
  rechecks.set('moved', 1_000);
  rechecks.set('moved', 3_000);
  rechecks.set('dropped', 1_000);
  rechecks.set('dropped', undefined);
  jest.advanceTimersByTime(2_000);
  expect(due).toEqual([]);
  jest.advanceTimersByTime(1_000);
  expect(due).toEqual([['moved']]);
});

it('waits longer than a timer can', () => {
  const { due, rechecks } = setup();
  const inAYear = 365 * 24 * 60 * 60 * 1000;
  rechecks.set('far', inAYear);
  jest.advanceTimersByTime(inAYear - 1);
  expect(due).toEqual([]);
  jest.advanceTimersByTime(200);
  expect(due).toEqual([['far']]);
});

it('is quiet once stopped', () => {
  const { due, rechecks } = setup();
  rechecks.set('soon', 1_000);
  rechecks.stop();
  jest.advanceTimersByTime(5_000);
  expect(due).toEqual([]);
  expect(jest.getTimerCount()).toBe(0);
});

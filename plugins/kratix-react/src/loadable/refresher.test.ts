import { aRefusal } from '../testing';
import { createRefresher } from './refresher';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** How often it is read within so many seconds, while there is no stream. */
async function readsWithin(seconds: number, read: () => Promise<void>) {
  const spied = jest.fn(read);
  const refresher = createRefresher({ read: spied, onError: () => {} });
  refresher.poll(true);
  refresher.now();
  await jest.advanceTimersByTimeAsync(seconds * 1_000);
  refresher.stop();
  return spied.mock.calls.length;
}

it('asks every ten seconds', async () => {
  expect(await readsWithin(59, async () => {})).toBe(6);
});

it('asks seldom for what was refused, as it most likely still is', async () => {
  const refused = async () => {
    throw aRefusal(403, 'Denied');
  };
  expect(await readsWithin(59, refused)).toBe(1);
  expect(await readsWithin(61, refused)).toBe(2);
});

it('asks as often as ever for what may come to be', async () => {
  const absent = async () => {
    throw aRefusal(404, 'Not there');
  };
  expect(await readsWithin(59, absent)).toBe(6);
});

import { mockServices } from '@backstage/backend-test-utils';
import {
  aPromise,
  aReadyRequest,
  aRequest,
  aStep,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { KratixLive } from '../live/KratixLive';
import { ChangeFeed, type ChangeBatch } from './ChangeFeed';

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-03-01T13:00:00Z') });
});
afterEach(() => jest.useRealTimers());

/** A feed over so many requests, all told of, and what is told from then on. */
function feedOver(count: number, nameTeam?: () => string) {
  const requests = Array.from({ length: count }, (_, i) =>
    aReadyRequest({ name: `request-${i}`, namespace: 'payments' }),
  );
  const platforms = fakePlatforms({
    platforms: [{ objects: [aPromise(), ...requests], now: Date.now }],
  });
  let team = 'group:default/one';
  const live = new KratixLive({
    platforms,
    logger: mockServices.logger.mock(),
    settings: platforms.settings,
    teamOf: () => nameTeam?.() ?? team,
  });
  const feed = new ChangeFeed({ live });
  feed.start();
  live.start();
  jest.advanceTimersByTime(10_000);
  const batches: ChangeBatch[] = [];
  feed.subscribe(batch => batches.push(batch));
  return {
    live,
    feed,
    batches,
    platform: platforms.get('eu'),
    /** Every row reads differently then. */
    changeAll() {
      team = 'group:default/another';
      live.refreshAll();
    },
    stop() {
      feed.stop();
      live.stop();
    },
  };
}

const requestsIn = (batches: ChangeBatch[]) =>
  batches
    .flatMap(({ changes }) => changes)
    .filter(({ kind }) => kind === 'request');

it('tells each of the few that change with their platform', () => {
  const { batches, changeAll, stop } = feedOver(20);
  changeAll();
  jest.advanceTimersByTime(10_000);
  expect(requestsIn(batches)).toHaveLength(20);
  expect(batches.some(({ anew }) => anew)).toBe(false);
  stop();
});

it('tells once to read anew where too many do', () => {
  const { batches, feed, changeAll, stop } = feedOver(600);
  const before = feed.id;
  changeAll();
  jest.advanceTimersByTime(10_000);
  expect(batches).toEqual([{ id: feed.id, changes: [], anew: true }]);
  // Who was away meanwhile has to, too; who heard of it has not.
  expect(feed.since(before)).toBeUndefined();
  expect(feed.since(feed.id)).toEqual([]);
  stop();
});

it('remembers so much and no more, for those who were away', () => {
  let turns = 0;
  const { feed, live, stop } = feedOver(20, () => `group:default/${turns}`);
  const first = feed.id;
  const changeAll = () => {
    turns += 1;
    live.refreshAll();
    jest.advanceTimersByTime(200);
  };
  changeAll();
  expect(feed.since(first)).not.toEqual([]);
  const recent = feed.id;
  for (let turn = 0; turn < 5000 / 20; turn += 1) changeAll();
  expect(feed.since(first)).toBeUndefined();
  expect(feed.since(recent)).toBeUndefined();
  const last = feed.id;
  changeAll();
  expect(feed.since(last)).not.toHaveLength(0);
  stop();
});

it('tells what changes by itself before all others are derived', () => {
  const { live, platform, batches, changeAll, stop } = feedOver(600);
  // A slow machine: a slice holds a few rows.
  const slice = jest.spyOn(performance, 'now');
  let time = 0;
  slice.mockImplementation(() => (time += 1));
  changeAll();
  platform.apply(
    aRequest({
      name: 'request-599',
      namespace: 'payments',
      steps: [aStep('configure', 'Running')],
    }),
  );
  while (requestsIn(batches).length === 0) jest.advanceTimersToNextTimer();
  expect(live.requests.caughtUp).toBe(false);
  expect(requestsIn(batches)).toEqual([
    expect.objectContaining({ key: expect.stringContaining('request-599') }),
  ]);
  slice.mockRestore();
  stop();
});

import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { reportPlatformMetrics } from './platformMetrics';

it('says of each platform what its cache did, under the right name', () => {
  const metrics = metricsServiceMock.mock();
  const collected: Record<string, Record<string, number>> = {};
  const observable = (name: string) => ({
    addCallback(
      callback: (result: {
        observe(value: number, attributes?: { platform?: string }): void;
      }) => void,
    ) {
      callback({
        observe: (value, { platform = '' } = {}) => {
          collected[name] = { ...collected[name], [platform]: value };
        },
      });
    },
    removeCallback() {},
  });
  metrics.createObservableCounter.mockImplementation(observable);
  metrics.createObservableGauge.mockImplementation(observable);

  const platforms = fakePlatforms({ platforms: [{ id: 'eu' }, { id: 'us' }] });
  jest.spyOn(platforms.get('eu'), 'counters').mockReturnValue({
    apiCalls: 1,
    relists: 2,
    watchRestarts: 3,
    updates: 4,
    droppedUpdates: 5,
    failures: 6,
  });
  platforms.get('us').setFacts({ delayMs: 12 });
  reportPlatformMetrics(metrics, platforms);

  expect(collected).toEqual({
    'kratix.platform.api_calls': { eu: 1, us: 0 },
    'kratix.platform.relists': { eu: 2, us: 0 },
    'kratix.platform.watch_restarts': { eu: 3, us: 0 },
    'kratix.platform.updates': { eu: 4, us: 0 },
    'kratix.platform.dropped_updates': { eu: 5, us: 0 },
    'kratix.platform.failures': { eu: 6, us: 0 },
    // Where nothing new came in there is no lag to tell of.
    'kratix.platform.delay': { us: 12 },
  });
});

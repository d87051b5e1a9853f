import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type {
  KratixPlatforms,
  PlatformCounters,
} from '@kratix-portal/backstage-plugin-kratix-node';

const counters: Record<keyof PlatformCounters, [string, string]> = {
  apiCalls: ['api_calls', 'Calls to the API server of a platform'],
  relists: ['relists', 'Lists beyond the first of a kind'],
  watchRestarts: [
    'watch_restarts',
    'Watches opened beyond the first of a kind',
  ],
  updates: ['updates', 'Objects that came, went or were updated'],
  droppedUpdates: [
    'dropped_updates',
    'Updates that changed nothing of meaning',
  ],
  failures: ['failures', 'Calls and watches that failed'],
};

const names = Object.keys(counters) as (keyof PlatformCounters)[];

/**
 * What the watch caches did, read when somebody collects.
 *
 * @internal
 */
export function reportPlatformMetrics(
  metrics: MetricsService,
  platforms: KratixPlatforms,
): void {
  for (const name of names) {
    const [suffix, description] = counters[name];
    metrics
      .createObservableCounter(`kratix.platform.${suffix}`, { description })
      .addCallback(result => {
        for (const platform of platforms.list()) {
          const value = platform.counters()[name];
          result.observe(value, { platform: platform.id });
        }
      });
  }
  metrics
    .createObservableGauge('kratix.platform.delay', {
      description: 'From a change on the platform to the cache, median',
      unit: 'ms',
    })
    .addCallback(result => {
      for (const platform of platforms.list()) {
        const { delayMs } = platform.facts();
        if (delayMs !== undefined) {
          result.observe(delayMs, { platform: platform.id });
        }
      }
    });
}

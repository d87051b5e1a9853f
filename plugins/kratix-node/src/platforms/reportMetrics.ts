import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { KratixPlatforms, PlatformCounters } from '../types';

const counters: Record<
  keyof PlatformCounters,
  { name: string; description: string }
> = {
  apiCalls: {
    name: 'kratix.platform.api_calls',
    description: 'Calls to the API server',
  },
  relists: {
    name: 'kratix.platform.relists',
    description: 'Lists of a kind beyond its first',
  },
  watchRestarts: {
    name: 'kratix.platform.watch_restarts',
    description: 'Watches of a kind beyond its first',
  },
  updates: {
    name: 'kratix.platform.updates',
    description: 'Objects that came, went or were updated',
  },
  droppedUpdates: {
    name: 'kratix.platform.dropped_updates',
    description: 'Updates that changed nothing of meaning',
  },
  failures: {
    name: 'kratix.platform.failures',
    description: 'Calls and watches that failed',
  },
};

/**
 * Puts the counts of all platforms into Backstage's metrics. To be called once,
 * by the plugin that owns the platforms: metrics are a service of plugins,
 * platforms one of the whole backend, so they can't do it themselves.
 *
 * @alpha
 */
export function reportPlatformMetrics(
  platforms: KratixPlatforms,
  metrics: MetricsService,
): void {
  const names = Object.keys(counters) as (keyof PlatformCounters)[];
  for (const name of names) {
    const { name: metric, description } = counters[name];
    metrics
      .createObservableCounter(metric, { description })
      .addCallback(result => {
        for (const platform of platforms.list()) {
          result.observe(platform.counters()[name], { platform: platform.id });
        }
      });
  }
  metrics
    .createObservableGauge('kratix.platform.lag', {
      description: 'From a change to the cache, median of the last minute',
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

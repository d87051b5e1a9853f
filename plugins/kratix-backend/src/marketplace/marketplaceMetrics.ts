import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { ReadOutcome } from './kept/SourceReader';
import type { MarketplaceSources } from './types';

/**
 * How often sources were read and to what end, and what they hold.
 *
 * @internal
 */
export function marketplaceMetrics(metrics: MetricsService): {
  onRead(source: string, outcome: ReadOutcome): void;
  observe(sources: MarketplaceSources): void;
} {
  const reads = metrics.createCounter('kratix.marketplace.reads', {
    description:
      'Reads of marketplace sources, by outcome: changed, unchanged or failed',
  });
  return {
    onRead: (source, outcome) => reads.add(1, { source, outcome }),
    observe(sources) {
      metrics
        .createObservableGauge('kratix.marketplace.listings', {
          description: 'Listings that a marketplace source offers',
        })
        .addCallback(result => {
          for (const { view } of sources.snapshots()) {
            result.observe(view.listings, { source: view.id, broken: false });
            result.observe(view.broken, { source: view.id, broken: true });
          }
        });
    },
  };
}

import { createHash } from 'node:crypto';
import type {
  DatabaseService,
  LoggerService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Config } from '@backstage/config';
import type { MarketplaceSourceType } from '@kratix-portal/backstage-plugin-kratix-node';
import {
  readMarketplaceConfig,
  type MarketplaceSourceConfig,
} from '../config/readMarketplaceConfig';
import { KeptSources } from './kept/KeptSources';
import { LargeFiles } from './kept/LargeFiles';
import { MarketplaceStore } from './kept/MarketplaceStore';
import { migrated } from './kept/migrate';
import { SourceReader, type ConfiguredSource } from './kept/SourceReader';
import { marketplaceMetrics } from './marketplaceMetrics';
import { marketplaceSourceTypes } from './sources/marketplaceSourceTypes';
import type { MarketplaceSettings } from './types';

/** What the marketplace needs of the portal. @internal */
export interface MarketplaceDeps {
  config: Config;
  database: DatabaseService;
  scheduler: SchedulerService;
  urlReader: UrlReaderService;
  logger: LoggerService;
  metrics: MetricsService;
  /** Types of sources that modules bring. */
  types: readonly MarketplaceSourceType[];
  annotationPrefix: string;
  now?: () => Date;
}

/**
 * The sources that config names, over the database.
 *
 * @throws InputError naming the config key in error
 * @internal
 */
export async function createMarketplace(
  deps: MarketplaceDeps,
): Promise<{ sources: KeptSources; settings: MarketplaceSettings }> {
  const { config, logger, scheduler, annotationPrefix } = deps;
  const types = new Map(
    [...marketplaceSourceTypes(config), ...deps.types].map(type => [
      type.key,
      type,
    ]),
  );
  const {
    sources: named,
    schedule,
    ...settings
  } = readMarketplaceConfig(config, [...types.keys()]);
  const configured = named.flatMap(one => {
    const type = types.get(one.type);
    return type ? [configuredSource(one, type, deps)] : [];
  });
  const store = new MarketplaceStore(await migrated(deps.database));
  const metrics = marketplaceMetrics(deps.metrics);
  const reader = new SourceReader({
    store,
    logger,
    now: deps.now,
    onRead: metrics.onRead,
  });
  const sources = new KeptSources({
    sources: configured,
    store,
    reader,
    scheduler,
    schedule,
    logger,
    annotationPrefix,
    large: new LargeFiles({ logger }),
  });
  metrics.observe(sources);
  return { sources, settings };
}

function configuredSource(
  { id, title, type: key, config }: MarketplaceSourceConfig,
  type: MarketplaceSourceType,
  { urlReader, logger }: MarketplaceDeps,
): ConfiguredSource {
  const digest = createHash('sha256')
    .update(JSON.stringify([key, config.get(key)]))
    .digest('hex');
  const source = type.create({ id, config, urlReader, logger });
  return { id, title, type: key, digest, source };
}

/** Collects the types of sources that modules bring. @internal */
export function sourceTypeCollector(): {
  types: MarketplaceSourceType[];
  addSourceType(type: MarketplaceSourceType): void;
} {
  const types: MarketplaceSourceType[] = [];
  const builtIn = ['tree', 'index', 'folder', 'title'];
  return {
    types,
    addSourceType(type) {
      const taken = [...builtIn, ...types.map(({ key }) => key)];
      if (taken.includes(type.key)) {
        throw new Error(
          `A source of the marketplace has the key '${type.key}' already`,
        );
      }
      types.push(type);
    },
  };
}

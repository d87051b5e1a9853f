import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { MarketplaceSettings } from '../marketplace/types';

/** What config says about one source. @internal */
export interface MarketplaceSourceConfig {
  id: string;
  title: string;
  /** Key of its type. */
  type: string;
  /** `kratix.marketplace.sources.<id>`, for the type to read on. */
  config: Config;
}

/** What config says about the marketplace. @internal */
export interface MarketplaceConfig extends MarketplaceSettings {
  sources: MarketplaceSourceConfig[];
  schedule: SchedulerServiceTaskScheduleDefinition;
}

const marketplace = 'kratix.marketplace';
const sourceId = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const known = ['sources', 'schedule', 'images', 'readme'];
/** Far longer than a read may take, with what is made of it. */
const defaultSchedule = {
  frequency: { minutes: 15 },
  timeout: { minutes: 3 },
};

/**
 * @param types - keys of the types of sources that are there
 * @throws InputError naming the key
 * @internal
 */
export function readMarketplaceConfig(
  config: Config,
  types: string[],
): MarketplaceConfig {
  const own = config.getOptionalConfig(marketplace);
  const unknown = own?.keys().find(key => !known.includes(key));
  if (unknown) {
    throw new InputError(
      `${marketplace}.${unknown}: not known; keys are ${known.join(', ')}`,
    );
  }
  const sources = own?.getOptionalConfig('sources');
  const allowedImages = own?.getOptionalStringArray('images.allow');
  return {
    sources: (sources?.keys() ?? []).map(id =>
      readSource(id, sources!.getConfig(id), types),
    ),
    schedule: readSchedule(own),
    ...(allowedImages && { allowedImages }),
    externalImages: own?.getOptionalBoolean('readme.externalImages') ?? false,
  };
}

function readSchedule(
  own: Config | undefined,
): SchedulerServiceTaskScheduleDefinition {
  if (!own?.has('schedule')) return defaultSchedule;
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(
      own.getConfig('schedule'),
    );
  } catch (error) {
    // It names keys from where the schedule begins.
    const said = error instanceof Error ? error.message : 'not understood';
    throw new InputError(`${marketplace}.schedule: ${said}`);
  }
}

function readSource(
  id: string,
  config: Config,
  types: string[],
): MarketplaceSourceConfig {
  const key = `${marketplace}.sources.${id}`;
  if (!sourceId.test(id)) {
    throw new InputError(
      `${key}: the id must be a DNS label of at most 63 characters`,
    );
  }
  const choices = types.join(', ');
  const unknown = config.keys().find(one => ![...types, 'title'].includes(one));
  if (unknown) {
    throw new InputError(
      `${key}.${unknown}: not known; types are ${choices}, is a backend module missing?`,
    );
  }
  const found = types.filter(type => config.has(type));
  if (found.length !== 1) {
    const said = found.length === 0 ? 'none is given' : found.join(' and ');
    throw new InputError(
      `${key}: needs exactly one type of ${choices}; ${said}`,
    );
  }
  return {
    id,
    title: config.getOptionalString('title') ?? id,
    type: found[0],
    config,
  };
}

import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const requestKinds: readonly RequestEntityKind[] = ['Resource', 'Component'];

/** Kinds of entity that a request can become. @public */
export type RequestEntityKind = 'Resource' | 'Component';

/** What config says about the catalog. @internal */
export interface CatalogConfig {
  schedule: SchedulerServiceTaskScheduleDefinition;
  requestKind: RequestEntityKind;
  /** Where people open the portal, without a slash at its end. */
  appBaseUrl?: string;
}

const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 30 },
  timeout: { minutes: 5 },
};

/**
 * @throws InputError naming the key
 * @internal
 */
export function readCatalogConfig(config: RootConfigService): CatalogConfig {
  const kratix = config.getOptionalConfig('catalog.providers.kratix');
  const given = kratix?.getOptionalString('requestKind') ?? 'Resource';
  const requestKind = requestKinds.find(kind => kind === given);
  if (!requestKind) {
    throw new InputError(
      `catalog.providers.kratix.requestKind: use ${requestKinds.join(
        ' or ',
      )}, not '${given}'`,
    );
  }
  const schedule = kratix?.getOptionalConfig('schedule');
  return {
    requestKind,
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : defaultSchedule,
    appBaseUrl: config.getOptionalString('app.baseUrl')?.replace(/\/+$/, ''),
  };
}

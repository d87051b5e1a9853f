import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /** What the catalog takes over from Kratix. */
      kratix?: {
        /**
         * When to compare the whole catalog with the platforms; changes in
         * between arrive by themselves. Default: every 30 minutes.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * Kind of the entity that a request becomes. Default: Resource.
         */
        requestKind?: 'Resource' | 'Component';
      };
    };
  };
}

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { kratixPlatformsServiceRef } from '@kratix-portal/backstage-plugin-kratix-node';
import { readCatalogConfig } from './config/readCatalogConfig';
import { EarlierRun } from './provider/EarlierRun';
import { KratixEntityProvider } from './provider/KratixEntityProvider';
import { GroupNamespaces } from './requests/GroupNamespaces';

/**
 * Brings platforms, Promises, requests and Destinations into the catalog.
 *
 * @public
 */
export const catalogModuleKratix = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'kratix-entity-provider',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        platforms: kratixPlatformsServiceRef,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, catalog, config, logger, platforms, scheduler } = deps;
        const { schedule, ...entities } = readCatalogConfig(config);
        const { settings } = platforms;
        const groups = new GroupNamespaces({ catalog, auth, settings, logger });
        for (const platform of platforms.list()) {
          const { id, title, owner } = platform;
          const provider = new KratixEntityProvider({
            platform,
            groups,
            earlier: new EarlierRun({
              catalog,
              auth,
              platform,
              annotationPrefix: settings.annotationPrefix,
            }),
            logger,
            entityOptions: {
              ...entities,
              platform: { id, title, owner },
              annotationPrefix: settings.annotationPrefix,
            },
            taskRunner: scheduler.createScheduledTaskRunner(schedule),
          });
          deps.processing.addEntityProvider(provider);
          deps.lifecycle.addShutdownHook(() => provider.stop());
        }
      },
    });
  },
});

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import {
  kratixPermissions,
  kratixRequestDeletePermission,
  kratixRequestReadPermission,
  kratixRequestUpdatePermission,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixMarketplaceExtensionPoint,
  kratixPlatformsServiceRef,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { readRequestKind } from './config/readRequestKind';
import { createKratixBackend } from './createKratixBackend';
import {
  createMarketplace,
  sourceTypeCollector,
} from './marketplace/createMarketplace';
import { registerMarketplaceActions } from './marketplace/actions/registerMarketplaceActions';
import { kratixRequestResourceRef } from './permissions/requestResource';
import { kratixRequestRules } from './permissions/rules';
import { reportPlatformMetrics } from './platforms/platformMetrics';
import { createPersonalKratix } from './requests/actions/PersonalKratix';
import { registerRequestActions } from './requests/actions/registerRequestActions';

const aboutRequests = [
  kratixRequestReadPermission,
  kratixRequestUpdatePermission,
  kratixRequestDeletePermission,
];

/**
 * The REST API and live stream of the Kratix plugins.
 *
 * @public
 */
export const kratixPlugin = createBackendPlugin({
  pluginId: 'kratix',
  register(env) {
    const { types, addSourceType } = sourceTypeCollector();
    env.registerExtensionPoint(kratixMarketplaceExtensionPoint, {
      addSourceType,
    });
    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        platforms: kratixPlatformsServiceRef,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { httpRouter, lifecycle, metrics, permissionsRegistry } = deps;
        permissionsRegistry.addPermissions(
          kratixPermissions.filter(
            one => !aboutRequests.some(({ name }) => name === one.name),
          ),
        );
        const streams = metrics.createUpDownCounter('kratix.stream.open', {
          description: 'Open live streams',
        });
        const backend = createKratixBackend({
          ...deps,
          entityKind: readRequestKind(deps.config),
          marketplace: await createMarketplace({
            ...deps,
            types,
            annotationPrefix: deps.platforms.settings.annotationPrefix,
          }),
          // Once the rules are there: modules may add some of their own.
          transform: conditions =>
            createConditionTransformer(
              permissionsRegistry.getPermissionRuleset(
                kratixRequestResourceRef,
              ),
            )(conditions),
          onStreamCount: difference => streams.add(difference),
        });
        permissionsRegistry.addResourceType({
          resourceRef: kratixRequestResourceRef,
          permissions: aboutRequests,
          rules: Object.values(kratixRequestRules),
          getResources: async refs => backend.resourcesOf(refs),
        });
        const personal = createPersonalKratix(deps);
        registerRequestActions(deps.actions, personal);
        registerMarketplaceActions(deps.actions, personal);
        reportPlatformMetrics(metrics, deps.platforms);
        httpRouter.use(backend.router);
        for (const path of ['/health', '/readiness']) {
          httpRouter.addAuthPolicy({ path, allow: 'unauthenticated' });
        }
        lifecycle.addStartupHook(() => backend.start());
        lifecycle.addShutdownHook(() => backend.stop());
      },
    });
  },
});

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { kratixPlatformsServiceRef } from '@kratix-portal/backstage-plugin-kratix-node';
import { writeManifestAction } from './manifests/writeManifestAction';
import { createKratixAccess } from './platforms/KratixAccess';
import { installPromiseAction } from './promises/installPromiseAction';
import { uninstallPromiseAction } from './promises/uninstallPromiseAction';
import { waitForPromiseAction } from './promises/waitForPromiseAction';
import { createRequestAction } from './requests/createRequestAction';
import { deleteRequestAction } from './requests/deleteRequestAction';
import { getRequestAction } from './requests/getRequestAction';
import { updateRequestAction } from './requests/updateRequestAction';
import { waitForRequestAction } from './requests/waitForRequestAction';

/**
 * Actions by which templates request from Kratix, and install what can be
 * requested.
 *
 * @public
 */
export const scaffolderModuleKratix = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'kratix-actions',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        platforms: kratixPlatformsServiceRef,
      },
      async init({ actions, auth, catalog, config, discovery, platforms }) {
        const kratix = createKratixAccess({ auth, discovery });
        const appBaseUrl = config
          .getOptionalString('app.baseUrl')
          ?.replace(/\/+$/, '');
        const rule = platforms.settings;
        actions.addActions(
          createRequestAction({ kratix, catalog, rule, appBaseUrl }),
          updateRequestAction({ kratix, appBaseUrl }),
          getRequestAction({ kratix, appBaseUrl }),
          waitForRequestAction({ kratix }),
          deleteRequestAction({ kratix }),
          installPromiseAction({ kratix, appBaseUrl }),
          waitForPromiseAction({ kratix }),
          uninstallPromiseAction({ kratix }),
          writeManifestAction({ kratix, catalog, rule }),
        );
      },
    });
  },
});

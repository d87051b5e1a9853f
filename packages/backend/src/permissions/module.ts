import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { readInstallers } from './readInstallers';
import { PortalPolicy } from './PortalPolicy';

/**
 * Installs the portal's permission policy.
 *
 * @internal
 */
export const permissionModulePortalPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'portal-policy',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        policy: policyExtensionPoint,
        userInfo: coreServices.userInfo,
      },
      async init({ config, policy, userInfo }) {
        const installers = readInstallers(config);
        policy.setPolicy(new PortalPolicy({ userInfo, installers }));
      },
    });
  },
});

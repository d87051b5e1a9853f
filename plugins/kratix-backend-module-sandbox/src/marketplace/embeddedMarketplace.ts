import { createBackendModule } from '@backstage/backend-plugin-api';
import { kratixMarketplaceExtensionPoint } from '@kratix-portal/backstage-plugin-kratix-node';
import { embeddedSourceType } from './embeddedSource';

/** Brings the source `embedded` to the marketplace. @internal */
export const embeddedMarketplaceModule = createBackendModule({
  pluginId: 'kratix',
  moduleId: 'sandbox-marketplace',
  register(env) {
    env.registerInit({
      deps: { marketplace: kratixMarketplaceExtensionPoint },
      async init({ marketplace }) {
        marketplace.addSourceType(embeddedSourceType);
      },
    });
  },
});

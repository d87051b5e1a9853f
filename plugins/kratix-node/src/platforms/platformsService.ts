import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { kratixConnectionKindServiceRef } from '../services';
import type { KratixPlatforms } from '../types';
import { createPlatforms } from './createPlatforms';

/**
 * All platforms of the portal, watched once for the whole backend process.
 *
 * @public
 */
export const kratixPlatformsServiceRef = createServiceRef<KratixPlatforms>({
  id: 'kratix.platforms',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.rootLogger,
        lifecycle: coreServices.rootLifecycle,
        connectionKinds: kratixConnectionKindServiceRef,
      },
      async factory({ config, logger, lifecycle, connectionKinds }) {
        const platforms = await createPlatforms({
          config,
          logger: logger.child({ service: 'kratix.platforms' }),
          connectionKinds,
        });
        lifecycle.addShutdownHook(() => platforms.stop());
        return platforms;
      },
    }),
});

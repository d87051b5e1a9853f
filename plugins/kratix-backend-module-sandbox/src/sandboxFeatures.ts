import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { embeddedMarketplaceModule } from './marketplace';
import { sandboxConnectionFactory } from './sandbox/sandboxConnection';

/**
 * All that the sandbox adds to a backend: the kind of connection behind
 * `sandbox: {}`, and the marketplace behind `embedded: {}`.
 *
 * @public
 */
export const sandboxFeatures = createBackendFeatureLoader({
  *loader() {
    yield sandboxConnectionFactory;
    yield embeddedMarketplaceModule;
  },
});

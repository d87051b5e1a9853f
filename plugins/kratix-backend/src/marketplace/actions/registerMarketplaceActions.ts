import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { PersonalKratix } from '../../requests/actions/PersonalKratix';
import { registerFindListings } from './findListings';
import { registerInstallPromise } from './installPromise';
import { registerPreflightPromise } from './preflightPromise';
import { registerUninstallPromise } from './uninstallPromise';

/**
 * What MCP clients and the command line may do with the marketplace.
 *
 * @internal
 */
export function registerMarketplaceActions(
  registry: ActionsRegistryService,
  kratix: PersonalKratix,
): void {
  registerFindListings(registry, kratix);
  registerPreflightPromise(registry, kratix);
  registerInstallPromise(registry, kratix);
  registerUninstallPromise(registry, kratix);
}

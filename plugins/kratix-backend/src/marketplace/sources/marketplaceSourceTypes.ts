import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { MarketplaceSourceType } from '@kratix-portal/backstage-plugin-kratix-node';
import { folderSourceType } from './folderSource';
import { indexSourceType } from './indexSource';
import { treeSourceType } from './treeSource';

/**
 * The types of sources that need no module, for tools that look at a source
 * without a portal.
 *
 * @param config - the root, where integrations are
 * @public
 */
export function marketplaceSourceTypes(
  config: Config,
): MarketplaceSourceType[] {
  const integrations = ScmIntegrations.fromConfig(config);
  return [
    treeSourceType(integrations),
    indexSourceType(integrations),
    folderSourceType,
  ];
}

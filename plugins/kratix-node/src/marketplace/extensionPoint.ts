import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { MarketplaceSourceType } from './types';

/** Takes further kinds of sources. @public */
export interface KratixMarketplaceExtensionPoint {
  /** @throws Error where the key has a type already */
  addSourceType(type: MarketplaceSourceType): void;
}

/** Of the plugin `kratix`. @public */
export const kratixMarketplaceExtensionPoint =
  createExtensionPoint<KratixMarketplaceExtensionPoint>({
    id: 'kratix.marketplace',
  });

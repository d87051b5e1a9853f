import { createServiceRef } from '@backstage/backend-plugin-api';
import type { KratixPlatforms } from '../types';

/**
 * All platforms of the portal, watched once for the whole backend process.
 *
 * @public
 */
export const kratixPlatformsServiceRef = createServiceRef<KratixPlatforms>({
  id: 'kratix.platforms',
  scope: 'root',
});

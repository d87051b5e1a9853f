import { createApiRef } from '@backstage/frontend-plugin-api';
import type { KratixApi } from '@kratix-portal/backstage-plugin-kratix-common';
import type { LiveUpdates } from './LiveUpdates';

/** The REST API of the Kratix backend, and what changes meanwhile. @public */
export interface KratixBrowserApi extends KratixApi {
  readonly live: LiveUpdates;
}

/** @public */
export const kratixApiRef = createApiRef<KratixBrowserApi>().with({
  id: 'plugin.kratix.service',
  pluginId: 'kratix',
});

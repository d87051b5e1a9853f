import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  type KratixApi,
  KratixClient,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The Kratix backend as the person who runs the template: what they may do and
 * what is written down about it is decided there, in one place.
 *
 * @internal
 */
export interface KratixAccess {
  api: KratixApi;
  /** For one call: tokens are short-lived, and a template may wait for hours. */
  tokenFor(credentials: BackstageCredentials): Promise<string>;
}

/** @internal */
export function createKratixAccess(options: {
  auth: AuthService;
  discovery: DiscoveryService;
}): KratixAccess {
  const { auth, discovery } = options;
  return {
    api: new KratixClient({ discoveryApi: discovery, fetchApi: { fetch } }),
    async tokenFor(credentials) {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: credentials,
        targetPluginId: 'kratix',
      });
      return token;
    },
  };
}

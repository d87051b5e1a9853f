import { configApiRef, useApi } from '@backstage/frontend-plugin-api';

/**
 * Whom to ask where something is refused, from the portal's config: it has to
 * be known to those who may read nothing at all.
 *
 * @public
 */
export function useContact(): string | undefined {
  return useApi(configApiRef).getOptionalString('kratix.contact');
}

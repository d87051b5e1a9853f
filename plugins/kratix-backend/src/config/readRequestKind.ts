import type { Config } from '@backstage/config';

/**
 * The kind of entity that the catalog makes of a request, so that links lead
 * there. The catalog module checks the value.
 *
 * @internal
 */
export function readRequestKind(config: Config): string | undefined {
  return config.getOptionalString('catalog.providers.kratix.requestKind');
}

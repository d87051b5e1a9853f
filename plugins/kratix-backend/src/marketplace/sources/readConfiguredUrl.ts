import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * An address in a source's config.
 *
 * @throws InputError naming the key
 * @internal
 */
export function readConfiguredUrl(
  config: Config,
  id: string,
  key: string,
): string {
  const given = config.getString(key);
  checkUrl(given, `kratix.marketplace.sources.${id}.${key}`);
  return given;
}

/**
 * @throws InputError naming the key
 * @internal
 */
export function checkUrl(given: string, key: string): void {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new InputError(`${key}: must be an address with https:// or http://`);
  }
  // It would show where the source is named, and in the log.
  if (url.username || url.password) {
    throw new InputError(
      `${key}: must have no user name or password; credentials belong in an integration`,
    );
  }
}

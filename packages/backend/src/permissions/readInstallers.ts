import type { Config } from '@backstage/config';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * `portal.installers`: entity refs of who may install Promises, in full. Nobody
 * where it is not set.
 *
 * @throws Error naming the ref that is none
 * @internal
 */
export function readInstallers(config: Config): string[] {
  const refs = config.getOptionalStringArray('portal.installers') ?? [];
  return refs.map(ref => stringifyEntityRef(parseEntityRef(ref)));
}

import {
  usePermission,
  type AsyncPermissionResult,
} from '@backstage/plugin-permission-react';
import type { kratixPlatformReadPermission } from '@kratix-portal/backstage-plugin-kratix-common';
import { usePlatforms } from '@kratix-portal/backstage-plugin-kratix-react';

/**
 * Plainly denied, as opposed to not known yet, or not to be found out now: what
 * may be allowed is offered. Pure.
 *
 * @internal
 */
export function isDenied(decision: AsyncPermissionResult): boolean {
  const { loading, allowed, error } = decision;
  return !loading && !allowed && !error;
}

/** @internal */
export function useDenied(
  permission: typeof kratixPlatformReadPermission,
): boolean {
  return isDenied(usePermission({ permission }));
}

/**
 * The same for requests. The decision may depend on each of them, and browsers
 * are told of one request at a time; but whoever is plainly denied gets no
 * number of them either, of a platform that is known.
 *
 * @internal
 */
export function useRequestsDenied(): boolean {
  const platforms = usePlatforms();
  if (platforms.state !== 'ready') return false;
  const known = platforms.value.items.filter(
    ({ description }) => description.label === 'connected',
  );
  return (
    known.length > 0 &&
    known.every(({ counts }) => counts.requests === undefined)
  );
}

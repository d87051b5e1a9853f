import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  Platform,
  WatchedKind,
} from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * A list that was read at least once; `undefined` where it was not, or may not
 * be: an empty list would say that there is nothing.
 *
 * @internal
 */
export function knownList(
  platform: Platform,
  what: WatchedKind,
  options?: Parameters<Platform['list']>[1],
): KubeObject[] | undefined {
  const kind = platform
    .facts()
    .kinds.find(({ plural, promise }) => plural === what && !promise);
  const isUnknown =
    kind?.syncedAt === undefined ||
    kind.state === 'forbidden' ||
    kind.state === 'absent';
  return isUnknown ? undefined : platform.list(what, options);
}

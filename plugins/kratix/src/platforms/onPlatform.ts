import type {
  Freshness,
  PlatformView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Effect } from '@kratix-portal/backstage-plugin-kratix-react';

/**
 * What news of a platform means for a list: how current its part is, and a new
 * read once the platform comes or goes. News of its counts mean nothing. Pure.
 *
 * @internal
 */
export function onPlatform<T extends { freshness: Freshness[] }>(
  platform: PlatformView,
  list: T,
): Effect<T> {
  const before = list.freshness.find(one => one.platform === platform.id);
  if (!before) return 'refresh';
  const freshness = list.freshness.map(one =>
    one.platform === platform.id ? platform.freshness : one,
  );
  const value = { ...list, freshness };
  return before.label === platform.freshness.label
    ? { value }
    : { value, refresh: true };
}

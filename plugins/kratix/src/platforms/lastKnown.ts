import type { Freshness } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  mapLoadable,
  silentPlatforms,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useMemo } from 'react';

/** A list of what platforms hold. */
interface Rows {
  items: { platform: string; description: { flags: string[] } }[];
  freshness: Freshness[];
}

/**
 * Rows of platforms that do not answer, marked as last known. The backend makes
 * a row when its object changes, which is not when the platform goes. Pure.
 *
 * @internal
 */
export function markLastKnown<List extends Rows>(list: List): List {
  const silent = new Set(
    silentPlatforms(list.freshness).map(({ platform }) => platform),
  );
  if (silent.size === 0) return list;
  const items = list.items.map(row => {
    const { platform, description } = row;
    const { flags } = description;
    if (!silent.has(platform) || flags.includes('last-known')) return row;
    return {
      ...row,
      description: { ...description, flags: [...flags, 'last-known'] },
    };
  });
  return { ...list, items };
}

/** The same for a list that may not be there yet. @internal */
export function useLastKnown<List extends Rows>(
  list: Loadable<List>,
): Loadable<List> {
  return useMemo(() => mapLoadable(list, markLastKnown), [list]);
}

/** How many of what is counted by platform is of platforms that answer. Pure. @internal */
export function countKnown(
  total: number,
  byPlatform: { value: string; count: number }[] | undefined,
  freshness: Freshness[],
): { known: number; lastKnown: number } {
  const silent = new Set(
    silentPlatforms(freshness).map(({ platform }) => platform),
  );
  const lastKnown = (byPlatform ?? [])
    .filter(({ value }) => silent.has(value))
    .reduce((sum, { count }) => sum + count, 0);
  return { known: total - lastKnown, lastKnown };
}

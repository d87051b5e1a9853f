import {
  compareVersions,
  planOf,
  type PlannedListing,
  type PlanStep,
  type PreflightPlatform,
  type PromiseRequirement,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KeptListing } from '../types';

/** Finds who offers a Promise. @internal */
export interface Offers {
  named(promise: string): KeptListing[];
}

/**
 * The listing that a requirement would be installed from: of the exact version
 * where one is asked for, from the same source before others, else the newest.
 *
 * @internal
 */
export function offerFor(
  offers: Offers,
  source: string,
  { name, version }: PromiseRequirement,
): PlannedListing | undefined {
  const fitting = offers
    .named(name)
    .filter(({ listing }) => !version || listing.version === version)
    .sort((a, b) => {
      const near = Number(b.source === source) - Number(a.source === source);
      return near || newestFirst(a.listing.version, b.listing.version);
    });
  return fitting[0] && planned(fitting[0]);
}

/** @internal */
export function planFor(
  kept: KeptListing,
  platform: PreflightPlatform,
  offers: Offers,
): PlanStep[] {
  return planOf(planned(kept), {
    platform,
    offers: requirement => offerFor(offers, kept.source, requirement),
  });
}

function planned({ source, listing, publicUrl }: KeptListing): PlannedListing {
  const { entry, name, title, version, requires } = listing;
  return {
    source,
    entry,
    name,
    title,
    ...(version && { version }),
    ...(publicUrl && { publicUrl }),
    requires,
  };
}

function newestFirst(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) {
    return Number(a === undefined) - Number(b === undefined);
  }
  const order = compareVersions(a, b);
  if (order === 'newer') return 1;
  return order === 'older' ? -1 : 0;
}

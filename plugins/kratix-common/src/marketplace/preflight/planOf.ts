import type { ListingRef, PlanStep, PromiseRequirement } from '../../api';
import { mayBeReleased } from './methods';
import { requirementsOn } from './requirementFindings';
import type { PreflightPlatform } from './types';

/** A listing as a plan needs it. @public */
export interface PlannedListing extends ListingRef {
  name: string;
  title: string;
  version?: string;
  /** Where Kratix could fetch it. */
  publicUrl?: string;
  requires: readonly PromiseRequirement[];
}

/**
 * What has to be installed, in order: requirements first, and theirs before
 * them, each at the exact version that is asked for; the listing itself last.
 * What the platform has is left out, as is what can't be known. Two Promises
 * that require each other end up side by side.
 *
 * @param offers - the listing that would be taken; none where no source has it
 * @public
 */
export function planOf(
  listing: PlannedListing,
  options: {
    platform: PreflightPlatform;
    offers: (requirement: PromiseRequirement) => PlannedListing | undefined;
  },
): PlanStep[] {
  const steps: PlanStep[] = [];
  const visited = new Set<string>([keyOf(listing)]);
  const visit = (parent: PlannedListing) => {
    for (const { name, version, state } of statesOf(parent, options.platform)) {
      const requirement = { name, ...(version && { version }) };
      const isMissing = state === 'not-installed' || state === 'other-version';
      if (!isMissing || visited.has(keyOf(requirement))) continue;
      visited.add(keyOf(requirement));
      const offer = options.offers(requirement);
      if (offer) visit(offer);
      steps.push({
        ...requirement,
        ...(offer && {
          source: offer.source,
          entry: offer.entry,
          title: offer.title,
          release: mayBeReleased(offer),
        }),
        ...(state === 'other-version' && { otherVersion: true }),
        requiredBy: parent.name,
      });
    }
  };
  visit(listing);
  const { name, version, source, entry, title } = listing;
  return [
    ...steps,
    { name, ...(version && { version }), source, entry, title },
  ];
}

function keyOf({ name, version = '' }: PromiseRequirement): string {
  return `${name}@${version}`;
}

function statesOf(
  { name, requires }: PlannedListing,
  platform: PreflightPlatform,
) {
  return requirementsOn(platform, {
    metadata: { name },
    spec: { requiredPromises: [...requires] },
  });
}

import type { ListingView } from '@kratix-portal/backstage-plugin-kratix-common';

/** Who offers a required Promise. @internal */
export type Offer =
  | { kind: 'exact'; listing: ListingView }
  /** The name, but not the version: Kratix takes no other. */
  | { kind: 'other-version'; listing: ListingView }
  | { kind: 'nobody' };

/** The listing that fills a requirement best. Pure. @internal */
export function offerOf(
  requirement: { name: string; version?: string },
  listings: ListingView[],
): Offer {
  const named = listings.filter(
    ({ name, problem }) => name === requirement.name && problem === undefined,
  );
  const { version } = requirement;
  const exact = named.find(one => !version || one.version === version);
  if (exact) return { kind: 'exact', listing: exact };
  const [first] = named;
  return first ? { kind: 'other-version', listing: first } : { kind: 'nobody' };
}

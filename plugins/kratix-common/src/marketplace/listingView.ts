import type { InstallState, ListingView } from '../api';
import type { BrokenMarketplaceFile, MarketplaceListing } from './types';

/** What the card of a listing is made from. @public */
export interface ListingViewInput {
  source: string;
  listing: MarketplaceListing;
  installs: readonly InstallState[];
  /** Other listings that install a Promise of this name. */
  sameName: number;
  /** Paths of the source's images that are at hand. */
  images: ReadonlySet<string>;
}

/**
 * A listing on a card or in a table. `problem` is for those who may install:
 * others are not shown what is broken.
 *
 * @public
 */
export function listingView(input: ListingViewInput): ListingView {
  const { source, listing, installs, sameName, images } = input;
  const { summary, category, version, logo, api } = listing;
  const problem = problemOf(listing);
  return {
    source,
    entry: listing.entry,
    name: listing.name,
    title: listing.title,
    ...(summary && { summary }),
    ...(category && { category }),
    ...(version && { version }),
    ...(logo && images.has(logo) && { logo }),
    ...(api && { api }),
    installsSoftware: installsSoftware(listing),
    requires: listing.requires,
    sameName,
    ...(problem && { problem }),
    installs: [...installs],
  };
}

/** The card of what would be a listing. @public */
export function brokenListingView(
  source: string,
  { entry, path, problem }: BrokenMarketplaceFile,
): ListingView {
  return {
    source,
    entry,
    name: path,
    title: path,
    installsSoftware: false,
    requires: [],
    sameName: 0,
    problem,
    installs: [],
  };
}

/** Why a listing can't be used; `undefined` for nearly all. @public */
export function problemOf({
  findings,
}: Pick<MarketplaceListing, 'findings'>): string | undefined {
  return findings.find(({ severity }) => severity === 'broken')?.text;
}

/** By its dependencies, or by what its own pipelines make of them. */
function installsSoftware(listing: MarketplaceListing): boolean {
  return (
    listing.dependencies.length > 0 ||
    listing.images.some(({ pipeline }) =>
      pipeline.startsWith('promise.configure/'),
    )
  );
}

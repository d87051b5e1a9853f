import {
  apiFieldsView,
  apiOfPromise,
  brokenListingView,
  listingView,
  problemOf,
  type ListingRef,
  type ListingView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  BrokenListing,
  KeptListing,
  MarketplaceSources,
  SourceSnapshot,
} from './types';

/** A listing as lists show it, whoever asks. @internal */
export interface ListingRow {
  /** Without installs: they change more often. */
  view: ListingView;
  /** Absent for a file of which no listing came. */
  kept?: KeptListing;
  snapshot: SourceSnapshot;
  tags: string[];
  /** All that the search looks at, in lower case. */
  searched: string;
}

const keyOf = ({ source, entry }: ListingRef) => `${source}/${entry}`;

/**
 * The rows of all sources, made anew when a source was read.
 *
 * @internal
 */
export class ListingRows {
  readonly #sources: MarketplaceSources;
  #version?: number;
  #rows: readonly ListingRow[] = [];
  #byRef = new Map<string, ListingRow>();
  #byName = new Map<string, ListingRow[]>();

  constructor(options: { sources: MarketplaceSources }) {
    this.#sources = options.sources;
  }

  /** The same array until something changed. */
  all(): readonly ListingRow[] {
    const { version } = this.#sources;
    if (version !== this.#version) {
      this.#fill(this.#sources.snapshots());
      this.#version = version;
    }
    return this.#rows;
  }

  get(ref: ListingRef): ListingRow | undefined {
    this.all();
    return this.#byRef.get(keyOf(ref));
  }

  /** Those of a Promise name, usable or not. */
  named(promise: string): readonly ListingRow[] {
    this.all();
    return this.#byName.get(promise) ?? [];
  }

  #fill(snapshots: readonly SourceSnapshot[]): void {
    const usable = usableByName(snapshots);
    const rows = snapshots.flatMap(snapshot => {
      const images = new Set(snapshot.images);
      return [
        ...snapshot.listings.map(kept =>
          rowOf(kept, { snapshot, images, usable }),
        ),
        ...snapshot.broken.map(file => brokenRow(file, snapshot)),
      ];
    });
    this.#rows = rows;
    this.#byRef = new Map(rows.map(row => [keyOf(row.view), row]));
    this.#byName = new Map();
    for (const row of rows) {
      if (!row.kept) continue;
      const known = this.#byName.get(row.view.name);
      if (known) known.push(row);
      else this.#byName.set(row.view.name, [row]);
    }
  }
}

function usableByName(
  snapshots: readonly SourceSnapshot[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { listings } of snapshots) {
    for (const { listing } of listings) {
      if (problemOf(listing)) continue;
      counts.set(listing.name, (counts.get(listing.name) ?? 0) + 1);
    }
  }
  return counts;
}

function rowOf(
  kept: KeptListing,
  from: {
    snapshot: SourceSnapshot;
    images: ReadonlySet<string>;
    usable: ReadonlyMap<string, number>;
  },
): ListingRow {
  const { snapshot, images, usable } = from;
  const { source, listing } = kept;
  const itself = problemOf(listing) ? 0 : 1;
  const view = listingView({
    source,
    listing,
    installs: [],
    sameName: (usable.get(listing.name) ?? 0) - itself,
    images,
  });
  return {
    view,
    kept,
    snapshot,
    tags: tagsOf(view),
    searched: searchedOf([
      view.title,
      view.name,
      view.summary,
      view.category,
      view.api?.kind,
      ...fieldPathsOf(kept),
    ]),
  };
}

/** Listings stay the same while all that changes of a source is its age. */
const knownPaths = new WeakMap<KeptListing, readonly string[]>();

function fieldPathsOf(kept: KeptListing): readonly string[] {
  const known = knownPaths.get(kept);
  if (known) return known;
  const offered = apiOfPromise(kept.listing.promise);
  const fields = 'api' in offered ? apiFieldsView(offered.api.schema) : [];
  const paths = fields.map(({ path }) => path);
  knownPaths.set(kept, paths);
  return paths;
}

function brokenRow(
  { source, ...file }: BrokenListing,
  snapshot: SourceSnapshot,
): ListingRow {
  return {
    view: brokenListingView(source, file),
    snapshot,
    tags: ['broken'],
    searched: searchedOf([file.path]),
  };
}

function tagsOf(view: ListingView): string[] {
  return [
    ...(view.api ? ['requestable'] : []),
    ...(view.installsSoftware ? ['software'] : []),
    ...(view.requires.length > 0 ? ['compound'] : []),
    ...(view.version ? ['versioned'] : []),
    ...(view.problem ? ['broken'] : []),
  ];
}

function searchedOf(texts: readonly (string | undefined)[]): string {
  return texts.join('\n').toLocaleLowerCase('en-US');
}

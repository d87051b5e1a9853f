import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  listingDetailView,
  type Facets,
  type InstallState,
  type ListingDetail,
  type ListingPage,
  type ListingRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixPlatforms,
  MarketplaceImage,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { Freshnesses } from '../platforms/Freshnesses';
import { InstallStates } from './InstallStates';
import { ListingRows, type ListingRow } from './ListingRows';
import { listListings, type ListingQuery } from './listListings';
import type {
  KeptListing,
  MarketplaceSettings,
  MarketplaceSources,
} from './types';

/** What a person may see and do of the marketplace. @internal */
export interface MarketplaceViewer {
  allowed: ListingDetail['allowed'];
  /** May read platforms and their Promises. */
  seesInstalls: boolean;
}

/** The listings of all sources as routes serve them. @internal */
export class MarketplaceService {
  readonly #sources: MarketplaceSources;
  readonly #settings: MarketplaceSettings;
  readonly #annotationPrefix: string;
  readonly #freshness: Freshnesses;
  readonly #rows: ListingRows;
  readonly #states: InstallStates;

  constructor(options: {
    sources: MarketplaceSources;
    settings: MarketplaceSettings;
    platforms: KratixPlatforms;
    freshness: Freshnesses;
  }) {
    const { sources, platforms } = options;
    this.#sources = sources;
    this.#settings = options.settings;
    this.#annotationPrefix = platforms.settings.annotationPrefix;
    this.#freshness = options.freshness;
    this.#rows = new ListingRows({ sources });
    this.#states = new InstallStates({ platforms });
  }

  start(): void {
    this.#states.start();
  }

  stop(): void {
    this.#states.stop();
  }

  list(query: ListingQuery, viewer: MarketplaceViewer): ListingPage {
    const rows = this.#rows.all();
    const installs = this.#installs(rows, viewer);
    const seen = rows.filter(row => maySee(row, viewer));
    const { items, total, facets } = listListings(seen, query, installs);
    return {
      items: items.map(row => ({ ...row.view, installs: installs(row) })),
      total,
      page: query.page,
      size: query.size,
      facets: this.#titled(facets),
      freshness: viewer.seesInstalls ? this.#freshness.all(query.platform) : [],
      sources: this.#sourceViews(seen),
      mayInstall: viewer.allowed.install,
    };
  }

  /** @throws NotFoundError (404), ServiceUnavailableError (503) */
  async get(
    ref: ListingRef,
    viewer: MarketplaceViewer,
  ): Promise<ListingDetail> {
    const row = this.#mustSee(ref, viewer);
    const { snapshot, kept } = row;
    const { listing, webUrl, publicUrl } = kept;
    const readme =
      listing.readme && (await this.#sources.text(kept.source, listing.readme));
    return listingDetailView({
      source: kept.source,
      listing,
      installs: this.#installs(this.#rows.all(), viewer)(row),
      sameName: row.view.sameName,
      images: new Set(snapshot.images),
      ...(readme && { readme }),
      externalImages: this.#settings.externalImages,
      webUrl,
      promiseUrl: publicUrl,
      revision: snapshot.revision,
      readAt: snapshot.view.readAt,
      others: this.#others(row, viewer),
      allowed: viewer.allowed,
      annotationPrefix: this.#annotationPrefix,
    });
  }

  /**
   * An image that the listing's card or README shows, and no other file.
   *
   * @throws NotFoundError (404), ServiceUnavailableError (503)
   */
  async file(
    ref: ListingRef,
    path: string,
    viewer: MarketplaceViewer,
  ): Promise<MarketplaceImage> {
    const { kept } = this.#mustSee(ref, viewer);
    const { logo, readmeImages } = kept.listing;
    const belongs = path === logo || readmeImages.includes(path);
    const image = belongs && (await this.#sources.image(kept.source, path));
    if (!image) throw new NotFoundError('The listing has no such image');
    return image;
  }

  find(ref: ListingRef): KeptListing | undefined {
    return this.#rows.get(ref)?.kept;
  }

  /** @throws NotFoundError (404), ServiceUnavailableError (503) */
  mustFind(ref: ListingRef): KeptListing {
    return this.#mustHave(ref).kept;
  }

  /** Those that install a Promise of this name; none that is broken. */
  named(promise: string): KeptListing[] {
    return this.#rows
      .named(promise)
      .filter(({ view }) => view.problem === undefined)
      .flatMap(({ kept }) => kept ?? []);
  }

  #mustSee(ref: ListingRef, viewer: MarketplaceViewer) {
    const row = this.#rows.get(ref);
    if (row && !maySee(row, viewer)) throw notThere(ref);
    return this.#mustHave(ref);
  }

  #mustHave(ref: ListingRef): UsableRow {
    const row = this.#rows.get(ref);
    if (row && hasListing(row)) return row;
    if (row?.view.problem) {
      throw new NotFoundError(
        `'${ref.entry}' of source '${ref.source}' is broken. ${row.view.problem}`,
      );
    }
    const source = this.#sources
      .snapshots()
      .find(({ view }) => view.id === ref.source);
    // What was never read can't be known to be absent.
    if (source?.view.state === 'waiting') {
      throw new ServiceUnavailableError(
        `Source '${ref.source}' of the marketplace was not read yet`,
      );
    }
    throw notThere(ref);
  }

  #installs(
    rows: readonly ListingRow[],
    viewer: MarketplaceViewer,
  ): (row: ListingRow) => InstallState[] {
    return viewer.seesInstalls ? this.#states.of(rows) : () => [];
  }

  /** Counted as the person sees them: all, whatever is filtered. */
  #sourceViews(seen: readonly ListingRow[]): ListingPage['sources'] {
    return this.#sources.snapshots().map(({ view }) => {
      const own = seen.filter(row => row.view.source === view.id);
      const broken = own.filter(row => row.view.problem !== undefined).length;
      return { ...view, listings: own.length - broken, broken };
    });
  }

  #others(row: ListingRow, viewer: MarketplaceViewer): ListingDetail['others'] {
    return this.#rows
      .named(row.view.name)
      .filter(({ view }) => view !== row.view)
      .filter(other => maySee(other, viewer))
      .map(({ view: { source, entry, title, version } }) => ({
        source,
        entry,
        title,
        ...(version && { version }),
      }));
  }

  #titled(facets: Facets): Facets {
    const titles = new Map(
      this.#sources.snapshots().map(({ view }) => [view.id, view.title]),
    );
    const source = facets.source.map(one => ({
      ...one,
      title: titles.get(one.value),
    }));
    return { ...facets, source };
  }
}

type UsableRow = ListingRow & { kept: KeptListing };

function hasListing(row: ListingRow): row is UsableRow {
  return row.kept !== undefined;
}

/** What is broken is for those who could do something about it. */
function maySee({ view }: ListingRow, { allowed }: MarketplaceViewer): boolean {
  return view.problem === undefined || allowed.install;
}

function notThere({ source, entry }: ListingRef): NotFoundError {
  return new NotFoundError(
    `There is no listing '${entry}' in source '${source}'`,
  );
}

import { NotFoundError } from '@backstage/errors';
import {
  promiseDetailView,
  type PromiseDetail,
  type promiseListQuerySchema,
  type PromisePage,
  type PromiseRef,
  type PromiseView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixPlatforms,
  KratixSettings,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { z } from 'zod';
import type { KratixLive } from '../live/KratixLive';
import { compareTexts, compareTitles, listRows } from '../live/listRows';
import type { RequestVisibility } from '../permissions/RequestAccess';
import type { Sight } from '../permissions/sightOf';
import type { Freshnesses } from '../platforms/Freshnesses';
import type { RequestCounts } from '../requests/RequestCounts';
import type { Viewer } from '../requests/requestChips';
import type { PromiseRow } from './promiseSource';

type Query = z.output<typeof promiseListQuerySchema>;

const dimensions = {
  platform: (row: PromiseRow) => row.platform,
  category: (row: PromiseRow) => row.view.category ?? '',
  status: (row: PromiseRow) => row.view.description.label,
  // Whether it offers an API; that it is away for now is its status.
  requestable: (row: PromiseRow) => String(row.view.api !== undefined),
};

/** Promises as routes and the stream serve them. @internal */
export class PromiseService {
  readonly #live: KratixLive;
  readonly #counts: RequestCounts;
  readonly #platforms: KratixPlatforms;
  readonly #freshness: Freshnesses;
  readonly #settings: KratixSettings;

  constructor(options: {
    live: KratixLive;
    counts: RequestCounts;
    platforms: KratixPlatforms;
    freshness: Freshnesses;
  }) {
    this.#live = options.live;
    this.#counts = options.counts;
    this.#platforms = options.platforms;
    this.#freshness = options.freshness;
    this.#settings = options.platforms.settings;
  }

  /** Counts are of the requests that the person may see. */
  list(query: Query, visibility: RequestVisibility): PromisePage {
    const q = query.q?.trim().toLocaleLowerCase('en-US') ?? '';
    const { items, total, facets } = listRows(this.#live.promises.rows(), {
      page: query.page,
      size: query.size,
      matches: row => row.searched.includes(q),
      dimensions,
      wanted: {
        platform: query.platform,
        category: query.category,
        status: query.status,
        requestable: query.requestable && [query.requestable],
      },
      compare: this.#order(query.sort, visibility),
      backwards: (query.dir ?? usualDirection(query.sort)) === 'desc',
    });
    return {
      items: items.map(row => this.viewOf(row, visibility)),
      total,
      page: query.page,
      size: query.size,
      facets,
      freshness: this.#freshness.all(query.platform),
    };
  }

  /** @throws NotFoundError (404), PlatformUnavailableError (503) */
  get(
    ref: PromiseRef,
    options: {
      viewer: Viewer;
      sight: Pick<Sight, 'visibility' | 'destinations'>;
    },
  ): PromiseDetail {
    const { viewer, sight } = options;
    const platform = this.#platforms.get(ref.platform);
    const row = this.#live.promises.refresh(platform, ref.name);
    const promise = platform.get('promises', ref.name);
    if (!row || !promise) {
      this.#freshness.mustKnow(platform, 'promises.platform.kratix.io');
      throw new NotFoundError(
        `There is no Promise '${ref.name}' on platform '${ref.platform}'`,
      );
    }
    const view = this.viewOf(row, sight.visibility);
    return promiseDetailView({
      view,
      description: row.settled.shown,
      freshness: this.#freshness.of(platform),
      promise,
      promises: platform.list('promises'),
      ...(sight.destinations && {
        destinations: platform.list('destinations'),
      }),
      crds: platform.list('customresourcedefinitions'),
      annotationPrefix: this.#settings.annotationPrefix,
      forAuthor: [view.owner, platform.owner].some(
        owner => owner && viewer.ownershipEntityRefs.includes(owner),
      ),
    });
  }

  viewOf(row: PromiseRow, visibility: RequestVisibility): PromiseView {
    const { platform, name, view } = row;
    const counts = this.#counts.ofPromise(visibility, platform, name);
    return { ...view, ...(counts && { counts }) };
  }

  #order(sort: Query['sort'], visibility: RequestVisibility) {
    const requests = ({ platform, name }: PromiseRow) =>
      this.#counts.ofPromise(visibility, platform, name)?.requests ?? 0;
    const by: Record<Query['sort'], (a: PromiseRow, b: PromiseRow) => number> =
      {
        name: () => 0,
        requests: (a, b) => requests(a) - requests(b),
        status: (a, b) =>
          compareTexts(a.view.description.label, b.view.description.label),
        // An age rises from the youngest on.
        age: (a, b) =>
          compareTexts(b.view.createdAt ?? '', a.view.createdAt ?? ''),
      };
    return (a: PromiseRow, b: PromiseRow) =>
      by[sort](a, b) ||
      compareTitles(a.view.title, b.view.title) ||
      compareTexts(a.platform, b.platform);
  }
}

function usualDirection(sort: Query['sort']): 'asc' | 'desc' {
  return sort === 'requests' ? 'desc' : 'asc';
}

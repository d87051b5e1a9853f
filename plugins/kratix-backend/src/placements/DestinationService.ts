import { NotFoundError } from '@backstage/errors';
import {
  destinationDetailView,
  namespaceOf,
  scheduleOf,
  whyUnscheduled,
  workNameOf,
  type DestinationDetail,
  type destinationListQuerySchema,
  type DestinationPage,
  type DestinationRef,
  type DestinationView,
  type KubeObject,
  type Unscheduled,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';
import type { z } from 'zod';
import type { LiveDeps } from '../live/LiveDeps';
import { compareTexts, listRows } from '../live/listRows';
import type { RequestVisibility } from '../permissions/RequestAccess';
import type { Sight } from '../permissions/sightOf';
import type { RequestRow } from '../requests/RequestRow';
import type { DestinationRow } from './destinationSource';
import { requestKeysOfWork } from './requestOfWork';

type Query = z.output<typeof destinationListQuerySchema>;

const dimensions = {
  platform: (row: DestinationRow) => row.platform,
  status: (row: DestinationRow) => row.view.description.label,
};

/** Destinations as routes serve them. @internal */
export class DestinationService {
  readonly #live: LiveDeps['live'];
  readonly #platforms: LiveDeps['platforms'];
  readonly #freshness: LiveDeps['freshness'];
  readonly #now: () => number;

  constructor(options: LiveDeps) {
    this.#live = options.live;
    this.#platforms = options.platforms;
    this.#freshness = options.freshness;
    this.#now = options.now ?? Date.now;
  }

  /** Requests are named and counted only where the person may see them. */
  list(query: Query, visibility: RequestVisibility): DestinationPage {
    const q = query.q?.trim().toLocaleLowerCase('en-US') ?? '';
    const { items, total, facets } = listRows(this.#live.destinations.rows(), {
      page: query.page,
      size: query.size,
      matches: row => searched(row).includes(q),
      dimensions,
      wanted: { platform: query.platform, status: query.status },
      compare: order(query.sort, visibility),
      backwards: (query.dir ?? usualDirection(query.sort)) === 'desc',
    });
    return {
      items: items.map(({ view }) => seenView(view, visibility)),
      total,
      page: query.page,
      size: query.size,
      facets,
      unscheduled: this.#unscheduled(query.platform, visibility),
      freshness: this.#freshness.all(query.platform),
    };
  }

  /** @throws NotFoundError (404), PlatformUnavailableError (503) */
  get(
    ref: DestinationRef,
    { visibility, promises }: Pick<Sight, 'visibility' | 'promises'>,
  ): DestinationDetail {
    const platform = this.#platforms.get(ref.platform);
    const row = this.#live.destinations.refresh(platform, ref.name);
    const facts = platform.destinationFacts(ref.name);
    if (!row || !facts?.destination) {
      this.#freshness.mustKnow(platform, 'destinations.platform.kratix.io');
      throw new NotFoundError(
        `There is no Destination '${ref.name}' on platform '${ref.platform}'`,
      );
    }
    const workOf = (namespace: string, name: string) =>
      platform.get('works', name, namespace);
    const placements = (facts.placements ?? []).filter(
      placement =>
        visibility.all ||
        this.#mayCountOn(platform, placement, { visibility, workOf }),
    );
    return destinationDetailView({
      view: seenView(row.view, visibility),
      description: row.settled.shown,
      freshness: this.#freshness.of(platform),
      destination: facts.destination,
      placements,
      workOf,
      requestOf: work => this.#seenRequest(platform, work, visibility)?.key,
      ...(promises && { promises: platform.list('promises') }),
    });
  }

  #unscheduled(
    ids: readonly string[] | undefined,
    visibility: RequestVisibility,
  ): Unscheduled[] {
    return this.#platforms
      .list()
      .filter(({ id }) => ids === undefined || ids.includes(id))
      .flatMap(platform => this.#unscheduledOn(platform, visibility));
  }

  #unscheduledOn(
    platform: Platform,
    visibility: RequestVisibility,
  ): Unscheduled[] {
    const now = this.#now();
    // The few that wait, before anything is joined: there may be thousands.
    const works = platform
      .list('works')
      .filter(
        work => scheduleOf(work, { now, recheck: [] }).state === 'unscheduled',
      )
      .filter(work => this.#mayCount(platform, work, visibility));
    if (works.length === 0) return [];
    const names = new Set(works.map(({ metadata }) => metadata.name));
    return whyUnscheduled(
      {
        platform: platform.id,
        works,
        placements: platform
          .list('workplacements')
          .filter(placement => names.has(workNameOf(placement) ?? '')),
        destinations: platform.list('destinations'),
      },
      {
        now,
        requestOf: work => this.#seenRequest(platform, work, visibility)?.key,
      },
    );
  }

  /** A request that may not be seen is not told of by a number either. */
  #mayCount(
    platform: Platform,
    work: KubeObject,
    visibility: RequestVisibility,
  ): boolean {
    const request = this.#requestOf(platform, work);
    if (request) return visibility.sees(request);
    // What is left of a request that nobody knows was somebody's.
    return visibility.all || requestKeysOfWork(platform, work).length === 0;
  }

  /** One whose Work is gone may be of a request that is hidden. */
  #mayCountOn(
    platform: Platform,
    placement: KubeObject,
    options: {
      visibility: RequestVisibility;
      workOf: (namespace: string, name: string) => KubeObject | undefined;
    },
  ): boolean {
    const { visibility, workOf } = options;
    const work = workOf(namespaceOf(placement), workNameOf(placement) ?? '');
    return work !== undefined && this.#mayCount(platform, work, visibility);
  }

  #seenRequest(
    platform: Platform,
    work: KubeObject,
    visibility: RequestVisibility,
  ): RequestRow | undefined {
    const request = this.#requestOf(platform, work);
    return request && visibility.sees(request) ? request : undefined;
  }

  #requestOf(platform: Platform, work: KubeObject): RequestRow | undefined {
    for (const key of requestKeysOfWork(platform, work)) {
      const row = this.#live.requests.get(platform.id, key);
      if (row) return row;
    }
    return undefined;
  }
}

/** How much lies there tells of all requests, whoever may see them. */
function seenView(
  view: DestinationView,
  visibility: RequestVisibility,
): DestinationView {
  if (visibility.all) return view;
  const { counts, ...rest } = view;
  return rest;
}

function searched({ view }: DestinationRow): string {
  const labels = Object.entries(view.labels).map(pair => pair.join('='));
  return [view.name, view.path, view.store?.name, ...labels]
    .join('\n')
    .toLocaleLowerCase('en-US');
}

/** Most urgent first. */
const toneRank = {
  error: 0,
  action: 1,
  warn: 2,
  progress: 3,
  neutral: 4,
  ok: 5,
};

function order(sort: Query['sort'], visibility: RequestVisibility) {
  // Nor does their order tell of counts that are not shown.
  const counted = ({ view }: DestinationRow) =>
    visibility.all ? view.counts : undefined;
  type Compare = (a: DestinationRow, b: DestinationRow) => number;
  const by: Record<Query['sort'], Compare> = {
    name: () => 0,
    status: (a, b) =>
      toneRank[a.view.description.tone] - toneRank[b.view.description.tone],
    placements: (a, b) =>
      (counted(a)?.placements ?? 0) - (counted(b)?.placements ?? 0),
    failing: (a, b) => (counted(a)?.failing ?? 0) - (counted(b)?.failing ?? 0),
    changed: (a, b) =>
      compareTexts(a.view.lastWrite ?? '', b.view.lastWrite ?? ''),
  };
  return (a: DestinationRow, b: DestinationRow) =>
    by[sort](a, b) ||
    compareTexts(a.name, b.name) ||
    compareTexts(a.platform, b.platform);
}

function usualDirection(sort: Query['sort']): 'asc' | 'desc' {
  return sort === 'name' || sort === 'status' ? 'asc' : 'desc';
}

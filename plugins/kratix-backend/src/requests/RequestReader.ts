import {
  annotationOf,
  apiOfPromise,
  describeRequest,
  generationOf,
  manifestView,
  PlatformUnavailableError,
  promiseTexts,
  requestDetailView,
  shownObject,
  stringifyRequestRef,
  traceRequest,
  type KubeObject,
  type RequestDescription,
  type RequestDetail,
  type RequestFacts,
  type RequestObject,
  type RequestPage,
  type RequestRef,
  type RequestTrace,
  type RequestView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';
import type { LiveDeps } from '../live/LiveDeps';
import type { RequestVisibility } from '../permissions/RequestAccess';
import { listRequests, type ParsedRequestQuery } from './listRequests';
import type { Viewer } from './requestChips';
import type { RequestRow } from './RequestRow';
import { withSeenParts } from './seenParts';

/** A request that is there, for whoever is about to decide who may see it. @internal */
export interface FoundRequest {
  resource: RequestRow;
  platform: Platform;
  facts: RequestFacts & { request: KubeObject };
  /** Settled, with evidence. */
  description: RequestDescription;
}

/** Requests as routes serve them. @internal */
export class RequestReader {
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

  list(
    query: ParsedRequestQuery,
    options: { viewer: Viewer; visibility: RequestVisibility },
  ): RequestPage {
    const { viewer, visibility } = options;
    const page = listRequests(this.#live.sorted.in(query.sort), query, {
      viewer,
      visible: visibility.all ? undefined : row => visibility.sees(row),
      titleOf: name => this.#titleOf(name),
    });
    return {
      ...page,
      ...(!visibility.all && { partial: true }),
      items: page.items.map(view => this.#seen(view, visibility)),
      freshness: this.#freshness.all(query.platform),
    };
  }

  /**
   * Whether anybody may see it is not asked here.
   *
   * @throws NotFoundError (404) for an unknown platform;
   *   PlatformUnavailableError (503) where nobody can know
   */
  find(ref: RequestRef): FoundRequest | undefined {
    const platform = this.#platforms.get(ref.platform);
    const row = this.#live.requests.refresh(platform, stringifyRequestRef(ref));
    const facts = platform.requestFacts(ref);
    if (!row || !facts?.request) {
      this.#freshness.mustKnow(platform, ref.crd);
      return undefined;
    }
    return {
      resource: row,
      platform,
      facts: { ...facts, request: facts.request },
      description: row.settled.shown,
    };
  }

  detail(
    { resource, platform, facts, description }: FoundRequest,
    options: {
      allowed: RequestDetail['allowed'];
      visibility: RequestVisibility;
    },
  ): RequestDetail {
    const { promise, request } = facts;
    const offered = apiOfPromise(promise);
    const api = 'api' in offered ? offered.api : undefined;
    const { annotationPrefix } = this.#platforms.settings;
    const { allowed, visibility } = options;
    const detail = requestDetailView({
      view: resource.view,
      description,
      freshness: this.#freshness.of(platform),
      request,
      facts,
      schema: api?.schema,
      outputsHint: annotationOf(promise, `${annotationPrefix}outputs`),
      help: promise && promiseTexts(promise, api, annotationPrefix).requestDocs,
      allowed,
      now: this.#now(),
    });
    return this.#seen(detail, visibility);
  }

  /** A request as a write left it, which the cache may not hold yet. */
  written(
    ref: RequestRef,
    platform: Platform,
    request: KubeObject,
  ): FoundRequest {
    const kind = platform.requestKinds().find(({ crd }) => crd === ref.crd);
    const facts = {
      // What is there about a new request: nothing, and that is known.
      ...(platform.requestFacts(ref) ?? {
        promise: kind && platform.get('promises', kind.promise),
        revisions: [],
        jobs: [],
        pods: [],
        works: [],
        placements: [],
        healthRecords: [],
        platform: platform.facts(),
      }),
      request,
    };
    const now = this.#now();
    const description = describeRequest(facts, { now });
    const { requestSource } = this.#live;
    return {
      resource: requestSource.rowOf(platform, ref, request, facts, description),
      platform,
      facts,
      description,
    };
  }

  related(
    { platform, facts }: FoundRequest,
    visibility: RequestVisibility,
  ): RequestTrace {
    const trace = traceRequest(facts, { now: this.#now() });
    const rowsOf = (relatives: KubeObject[]) =>
      relatives.flatMap(relative => {
        const ref = platform.requestRef(relative);
        const row =
          ref && this.#live.requests.get(platform.id, stringifyRequestRef(ref));
        return row ?? [];
      });
    const rows = {
      parents: rowsOf(trace.parents),
      children: rowsOf(trace.children),
    };
    const visible = (all: RequestRow[]) =>
      all
        .filter(row => visibility.sees(row))
        .map(({ view }) => this.#seen(view, visibility));
    const hidden = (['parents', 'children'] as const).filter(
      which => !rows[which].every(row => visibility.sees(row)),
    );
    return {
      ...trace,
      parents: visible(rows.parents),
      children: visible(rows.children),
      ...(hidden.length > 0 && { hidden }),
    };
  }

  /** YAML without secrets; from the API server where it answers. */
  async manifest(
    { platform, facts, resource }: FoundRequest,
    signal: AbortSignal,
  ): Promise<string> {
    try {
      return manifestView(await platform.readRequest(resource.ref, { signal }));
    } catch (error) {
      // As last seen is better than nothing; the page says how old that is.
      if (error instanceof PlatformUnavailableError) {
        return manifestView(facts.request);
      }
      throw error;
    }
  }

  /**
   * The object to edit, without secrets. From the API server alone: an edit of
   * what was last seen would undo what happened since.
   *
   * @throws PlatformUnavailableError (503), NotFoundError (404)
   */
  async object(
    { platform, resource }: FoundRequest,
    signal: AbortSignal,
  ): Promise<RequestObject> {
    const object = shownObject(
      await platform.readRequest(resource.ref, { signal }),
    );
    return { object, generation: generationOf(object) ?? 0 };
  }

  #seen<View extends RequestView>(
    view: View,
    visibility: RequestVisibility,
  ): View {
    const platforms = this.#platforms;
    return withSeenParts(view, { live: this.#live, platforms, visibility });
  }

  #titleOf(promise: string): string | undefined {
    for (const { id } of this.#platforms.list()) {
      const row = this.#live.promises.get(id, promise);
      if (row) return row.view.title;
    }
    return undefined;
  }
}

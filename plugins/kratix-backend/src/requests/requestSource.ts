import { isDeepStrictEqual } from 'node:util';
import {
  apiOfPromise,
  describeRequest,
  hasLabel,
  humanise,
  kratixLabels,
  nameOf,
  outputsView,
  parseRequestRef,
  promiseTexts,
  requestOwner,
  requestView,
  settle,
  stringifyRequestRef,
  type KubeObject,
  type PrinterColumn,
  type RequestDescription,
  type RequestFacts,
  type RequestRef,
  type Settled,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  KratixSettings,
  Platform,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { Interner } from '../live/Interner';
import type { RowSource } from '../live/LiveIndex';
import type { RequestRow } from './RequestRow';
import { rowOfView } from './rowOfView';

/** A row with what the next derivation builds on. @internal */
export interface IndexedRequest extends RequestRow {
  settled: Settled<RequestDescription>;
  /** Made while the first lists were still coming. */
  provisional: boolean;
  generation?: number;
  /** Epoch milliseconds of when this generation was first seen. */
  generationSeenAt?: number;
  /** Of what the description does not speak of and the page shows. */
  content: string;
}

/** What a request's rows need of its Promise. @internal */
export interface PromiseOfRequest {
  name: string;
  title: string;
  kind: string;
  printerColumns: readonly PrinterColumn[];
}

/** @internal */
export interface RequestSourceOptions {
  settings: KratixSettings;
  /** The Group that a namespace belongs to. */
  teamOf: (namespace: string) => string | undefined;
  /** `catalog.providers.kratix.requestKind`. */
  entityKind?: string;
}

/** Rows of requests. @internal */
export class RequestSource implements RowSource<IndexedRequest> {
  readonly title = 'request';
  readonly #options: RequestSourceOptions;
  readonly #texts = new Interner();
  /** By object: a Promise that changes is another object. */
  readonly #promises = new WeakMap<KubeObject, PromiseOfRequest>();
  /** Platforms, and whether their first lists are all in. */
  readonly #listed = new WeakMap<Platform, boolean>();

  constructor(options: RequestSourceOptions) {
    this.#options = options;
  }

  *keys(platform: Platform): Iterable<string> {
    for (const { crd } of platform.requestKinds()) {
      for (const { metadata } of platform.requests({ crd })) {
        const { name, namespace = '-' } = metadata;
        yield stringifyRequestRef({
          platform: platform.id,
          crd,
          namespace,
          name,
        });
      }
    }
  }

  derive(
    platform: Platform,
    key: string,
    before: IndexedRequest | undefined,
    now: number,
  ): { row: IndexedRequest; recheckAt?: number } | undefined {
    const ref = parseRequestRef(key);
    const facts = platform.requestFacts(ref);
    const request = facts?.request;
    if (!facts || !request || isEphemeral(request)) return undefined;
    const { generation } = request.metadata;
    const generationSeenAt = seenAt(generation, before, now);
    const described = describeRequest({ ...facts, generationSeenAt }, { now });
    // What was said on half of the facts is corrected, not held on to.
    const said = before?.provisional ? undefined : before?.settled;
    const settled = settle(said, described, now);
    const row: IndexedRequest = Object.assign(
      this.rowOf(platform, ref, request, facts, settled.shown),
      {
        settled,
        provisional: !this.#isListed(platform),
        generation,
        generationSeenAt,
        content: JSON.stringify(outputsView(request)),
      },
    );
    return { row, recheckAt: settled.recheckAt };
  }

  #isListed(platform: Platform): boolean {
    const listed = this.#listed.get(platform);
    if (listed === undefined) {
      this.#listed.set(platform, false);
      void platform.firstSync().then(() => this.#listed.set(platform, true));
    }
    return listed ?? false;
  }

  /** The row of a request that may not be in the cache yet. */
  rowOf(
    platform: Platform,
    ref: RequestRef,
    request: KubeObject,
    facts: RequestFacts,
    description: RequestDescription,
  ): RequestRow {
    const { settings, teamOf, entityKind } = this.#options;
    const { annotationPrefix } = settings;
    const owner = requestOwner({
      request,
      namespace: platform.get('namespaces', request.metadata.namespace ?? ''),
      annotationPrefix,
      teamOf,
    });
    return rowOfView(
      requestView({
        ref,
        request,
        promise: this.promiseOf(platform, ref, request, facts.promise),
        // The browser is told when a time makes a difference.
        description: { ...description, recheckAt: undefined },
        owner,
        annotationPrefix,
        entityKind,
      }),
      this.#texts,
    );
  }

  promiseOf(
    platform: Platform,
    ref: RequestRef,
    request: KubeObject,
    promise: KubeObject | undefined,
  ): PromiseOfRequest {
    if (!promise) return withoutPromise(platform, ref, request);
    const known = this.#promises.get(promise);
    if (known) return known;
    const offered = apiOfPromise(promise);
    const api = 'api' in offered ? offered.api : undefined;
    const { annotationPrefix } = this.#options.settings;
    const read: PromiseOfRequest = {
      name: nameOf(promise),
      title: promiseTexts(promise, api, annotationPrefix).title,
      kind: api?.kind ?? request.kind ?? '',
      printerColumns: api?.printerColumns ?? [],
    };
    this.#promises.set(promise, read);
    return read;
  }

  /** Noise, such as a condition that flips, is no difference. */
  same(a: IndexedRequest, b: IndexedRequest): boolean {
    return (
      a.settled.key === b.settled.key &&
      a.generation === b.generation &&
      a.content === b.content &&
      isDeepStrictEqual(identity(a), identity(b))
    );
  }
}

/** All of the view that neither status nor time moves. */
function identity({ view }: RequestRow) {
  const { description, changedAt, ...rest } = view;
  return rest;
}

function seenAt(
  generation: number | undefined,
  before: IndexedRequest | undefined,
  now: number,
): number | undefined {
  // At first sight nobody knows how long it has been so.
  if (!before) return undefined;
  return before.generation === generation ? before.generationSeenAt : now;
}

/** Made by a dry run of Kratix's for its own purposes, gone in a moment. */
function isEphemeral(request: KubeObject): boolean {
  return hasLabel(request, kratixLabels.dryRunOwner);
}

/** The Promise is gone or can't be read; its requests are still there. */
function withoutPromise(
  platform: Platform,
  ref: RequestRef,
  request: KubeObject,
): PromiseOfRequest {
  const kind = platform.requestKinds().find(({ crd }) => crd === ref.crd);
  const name = kind?.promise ?? ref.crd.split('.')[0];
  return {
    name,
    title: humanise(name),
    kind: kind?.kind ?? request.kind ?? '',
    printerColumns: [],
  };
}

import {
  generationOf,
  stringifyRequestRef,
  type CreateRequestBody,
  type DestinationDetail,
  type DestinationPage,
  type InstallationView,
  type InstallBody,
  type KubeObject,
  type ListingDetail,
  type ListingListQuery,
  type ListingPage,
  type ListingRef,
  type MarketplaceSourceView,
  type PlatformCheck,
  type PlatformList,
  type PlatformView,
  type PreflightBody,
  type PreflightReport,
  type PromiseDetail,
  type PromiseListQuery,
  type PromisePage,
  type PromiseRef,
  type RequestDetail,
  type RequestListQuery,
  type RequestName,
  type RequestNameQuery,
  type RequestObject,
  type RequestPage,
  type RequestPlace,
  type RequestPlaces,
  type RequestRef,
  type RequestTrace,
  type UninstallImpact,
  type Unscheduled,
  type UpdateRequestBody,
  type UpgradeBody,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixBrowserApi } from '../api';
import { FakeLive } from './FakeLive';
import { listingPageOf } from './listingPageOf';
import { aFreshness, aRequestTrace } from './views';

/** What a {@link FakeKratix} holds. @public */
export interface FakeWorld {
  platforms?: PlatformView[];
  /** What becomes of a check of a platform. Default: `checked`. */
  checked?: PlatformCheck['outcome'];
  promises?: PromiseDetail[];
  requests?: RequestDetail[];
  /** There may be others, which the person may not see. */
  partial?: boolean;
  destinations?: DestinationDetail[];
  unscheduled?: Unscheduled[];
  traces?: Record<string, RequestTrace>;
  manifests?: Record<string, string>;
  objects?: Record<string, KubeObject>;
  /** Default: the one team payments with its namespace. */
  places?: RequestPlace[];
  sources?: MarketplaceSourceView[];
  listings?: ListingDetail[];
  /** Default: true. */
  mayInstall?: boolean;
  /** Images of listings by `source/entry/path`. */
  files?: Record<string, Blob>;
  /** By `platform/source/entry`. */
  preflights?: Record<string, PreflightReport>;
  /** By `platform/name`. */
  installations?: Record<string, InstallationView>;
  /** By `platform/name`. */
  impacts?: Record<string, UninstallImpact>;
}

const aPlace: RequestPlace = {
  owner: 'group:default/payments',
  ownerTitle: 'Payments',
  namespaces: [{ name: 'payments', exists: true, allowed: true }],
};

/**
 * The Kratix backend in memory, for tests and for the dev app: plain values
 * in, the pages' own calls answered from them. `failing` makes calls fail.
 *
 * @public
 */
export class FakeKratix implements KratixBrowserApi {
  readonly live = new FakeLive();
  readonly calls: { method: string; argument?: unknown }[] = [];
  world: FakeWorld;
  #failures = new Map<string, Error>();

  constructor(world: FakeWorld = {}) {
    this.world = world;
  }

  /** Calls of this method fail with this until it is healed. */
  failing(method: keyof KratixBrowserApi, error: Error): this {
    this.#failures.set(method, error);
    return this;
  }

  heal(): this {
    this.#failures.clear();
    return this;
  }

  async listPlatforms(): Promise<PlatformList> {
    this.#called('listPlatforms');
    return { items: this.world.platforms ?? [] };
  }

  async getPlatform(id: string): Promise<PlatformView> {
    this.#called('getPlatform', id);
    return found(this.world.platforms?.find(one => one.id === id));
  }

  async checkPlatform(id: string): Promise<PlatformCheck> {
    this.#called('checkPlatform', id);
    const platform = found(this.world.platforms?.find(one => one.id === id));
    return { outcome: this.world.checked ?? 'checked', platform };
  }

  async listPromises(query: PromiseListQuery = {}): Promise<PromisePage> {
    this.#called('listPromises', query);
    const all = this.world.promises ?? [];
    const wanted = all.filter(
      ({ description }) =>
        query.requestable === undefined ||
        `${description.requestable}` === query.requestable,
    );
    return this.#page(wanted, 1, 50);
  }

  async getPromise(ref: PromiseRef): Promise<PromiseDetail> {
    this.#called('getPromise', ref);
    return found(
      this.world.promises?.find(
        ({ platform, name }) => platform === ref.platform && name === ref.name,
      ),
    );
  }

  async listListings(query: ListingListQuery = {}): Promise<ListingPage> {
    this.#called('listListings', query);
    const { listings = [], sources = [], mayInstall = true } = this.world;
    const { freshness } = this.#page([], 1, 50);
    const page = listingPageOf(listings, query);
    return { ...page, sources, mayInstall, freshness };
  }

  async getListing(ref: ListingRef): Promise<ListingDetail> {
    this.#called('getListing', ref);
    return this.#listing(ref);
  }

  async getListingFile(ref: ListingRef, path: string): Promise<Blob> {
    this.#called('getListingFile', { ref, path });
    return found(this.world.files?.[`${ref.source}/${ref.entry}/${path}`]);
  }

  async preflight(
    ref: ListingRef,
    body: PreflightBody,
  ): Promise<PreflightReport> {
    this.#called('preflight', { ref, body });
    const key = `${body.platform}/${ref.source}/${ref.entry}`;
    return found(this.world.preflights?.[key]);
  }

  async installPromise(
    platform: string,
    body: InstallBody,
    options: { dryRun?: boolean } = {},
  ): Promise<InstallationView> {
    const { dryRun = false } = options;
    this.#called('installPromise', { platform, body, dryRun });
    return this.#installation({ platform, name: this.#listing(body).name });
  }

  async upgradePromise(
    ref: PromiseRef,
    body: UpgradeBody,
    options: { dryRun?: boolean } = {},
  ): Promise<InstallationView> {
    const { dryRun = false } = options;
    this.#called('upgradePromise', { ref, body, dryRun });
    return this.#installation(ref);
  }

  async getInstallation(ref: PromiseRef): Promise<InstallationView> {
    this.#called('getInstallation', ref);
    return this.#installation(ref);
  }

  async getUninstallImpact(ref: PromiseRef): Promise<UninstallImpact> {
    this.#called('getUninstallImpact', ref);
    return found(this.world.impacts?.[`${ref.platform}/${ref.name}`]);
  }

  async uninstallPromise(
    ref: PromiseRef,
    options: { confirm: string; dryRun?: boolean },
  ): Promise<void> {
    const { confirm, dryRun = false } = options;
    this.#called('uninstallPromise', { ref, confirm, dryRun });
  }

  async listRequests(query: RequestListQuery = {}): Promise<RequestPage> {
    this.#called('listRequests', query);
    const all = this.world.requests ?? [];
    const { q = '', promise, service, team } = query;
    const attention = all.filter(needsAttention);
    const wanted = all.filter(
      one =>
        (!includes(query.chip ?? [], 'attention') || needsAttention(one)) &&
        one.name.includes(q) &&
        includes(promise, one.promise) &&
        includes(service, one.service ?? '') &&
        includes(team, one.owner),
    );
    const page = Number(query.page ?? 1);
    const size = Number(query.size ?? 50);
    return {
      ...this.#page(wanted, page, size),
      facets: {
        promise: [{ value: 'postgresql', count: wanted.length }],
        status: countsOf(wanted.map(({ description }) => description.label)),
        platform: countsOf(wanted.map(({ platform }) => platform)),
      },
      chips: { mine: all.length, attention: attention.length },
      partial: this.world.partial,
    };
  }

  async getRequest(ref: RequestRef): Promise<RequestDetail> {
    this.#called('getRequest', ref);
    const key = stringifyRequestRef(ref);
    return found(
      this.world.requests?.find(one => stringifyRequestRef(one) === key),
    );
  }

  async getRequestRelated(ref: RequestRef): Promise<RequestTrace> {
    this.#called('getRequestRelated', ref);
    return this.world.traces?.[stringifyRequestRef(ref)] ?? aRequestTrace();
  }

  async getRequestManifest(ref: RequestRef): Promise<string> {
    this.#called('getRequestManifest', ref);
    const text = this.world.manifests?.[stringifyRequestRef(ref)];
    return text ?? `metadata:\n  name: ${ref.name}\n`;
  }

  async getRequestObject(ref: RequestRef): Promise<RequestObject> {
    this.#called('getRequestObject', ref);
    const object = found(this.world.objects?.[stringifyRequestRef(ref)]);
    return { object, generation: generationOf(object) ?? 1 };
  }

  async getRequestPlaces(): Promise<RequestPlaces> {
    this.#called('getRequestPlaces');
    const { places: items = [aPlace] } = this.world;
    return { items, freshness: aFreshness() };
  }

  async checkRequestName(
    at: { platform: string; crd: string },
    query: RequestNameQuery,
  ): Promise<RequestName> {
    this.#called('checkRequestName', query);
    const key = stringifyRequestRef({ ...at, ...query });
    const taken = this.world.requests?.some(
      one => stringifyRequestRef(one) === key,
    );
    return taken
      ? { free: false, suggestion: `${query.name}-2`, freshness: aFreshness() }
      : { free: true, freshness: aFreshness() };
  }

  async createRequest(
    at: { platform: string; crd: string },
    body: CreateRequestBody,
    options: { dryRun?: boolean } = {},
  ): Promise<RequestDetail> {
    const { dryRun = false } = options;
    this.#called('createRequest', { at, body, dryRun });
    return found(this.world.requests?.[0]);
  }

  async updateRequest(
    ref: RequestRef,
    body: UpdateRequestBody,
    options: { dryRun?: boolean } = {},
  ): Promise<RequestDetail> {
    const { dryRun = false } = options;
    this.#called('updateRequest', { ref, body, dryRun });
    return this.getRequest(ref);
  }

  async deleteRequest(ref: RequestRef): Promise<void> {
    this.#called('deleteRequest', ref);
  }

  async listDestinations(): Promise<DestinationPage> {
    this.#called('listDestinations');
    return {
      ...this.#page(this.world.destinations ?? [], 1, 50),
      unscheduled: this.world.unscheduled ?? [],
    };
  }

  async getDestination(ref: PromiseRef): Promise<DestinationDetail> {
    this.#called('getDestination', ref);
    return found(
      this.world.destinations?.find(
        ({ platform, name }) => platform === ref.platform && name === ref.name,
      ),
    );
  }

  async streamUrl(): Promise<string> {
    return 'http://localhost/stream';
  }

  #listing({ source, entry }: ListingRef): ListingDetail {
    return found(
      this.world.listings?.find(
        one => one.source === source && one.entry === entry,
      ),
    );
  }

  #installation({ platform, name }: PromiseRef): InstallationView {
    return found(this.world.installations?.[`${platform}/${name}`]);
  }

  #called(method: string, argument?: unknown) {
    this.calls.push({ method, argument });
    const failure = this.#failures.get(method);
    if (failure) throw failure;
  }

  #page<T>(all: T[], page: number, size: number) {
    const platforms = this.world.platforms ?? [];
    return {
      items: all.slice((page - 1) * size, page * size),
      total: all.length,
      page,
      size,
      facets: {},
      freshness: platforms.length
        ? platforms.map(({ freshness }) => freshness)
        : [aFreshness()],
    };
  }
}

const names: Record<number, string> = {
  400: 'InputError',
  401: 'AuthenticationError',
  403: 'NotAllowedError',
  404: 'NotFoundError',
  409: 'ConflictError',
};

/** What the client throws where the backend answers with this. @public */
export function aRefusal(statusCode: number, message: string): Error {
  const cause = new Error(message);
  cause.name = names[statusCode] ?? 'Error';
  const error = new Error(`Request failed with ${statusCode}`);
  error.name = 'ResponseError';
  return Object.assign(error, { statusCode, cause });
}

function needsAttention({ description }: RequestDetail): boolean {
  return ['error', 'action', 'warn'].includes(description.tone);
}

function includes(
  wanted: string | string[] | undefined,
  value: string | undefined,
): boolean {
  if (wanted === undefined) return true;
  return value !== undefined && [wanted].flat().includes(value);
}

function found<T>(item: T | undefined): T {
  if (item === undefined) throw aRefusal(404, 'Nothing of that name');
  return item;
}

function countsOf(values: string[]) {
  return [...new Set(values)].map(value => ({
    value,
    count: values.filter(one => one === value).length,
  }));
}

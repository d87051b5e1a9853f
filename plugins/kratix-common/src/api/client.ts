import { ResponseError } from '@backstage/errors';
import type {
  InstallationView,
  InstallBody,
  PreflightBody,
  PreflightReport,
  UninstallImpact,
  UpgradeBody,
} from './installViews';
import type { ListingDetail } from './marketplaceViews';
import type { ListingRef } from './objectRefs';
import {
  CreateRequestBody,
  DestinationListQuery,
  DestinationPage,
  kratixPaths,
  ListingListQuery,
  ListingPage,
  PlatformList,
  PromiseListQuery,
  PromisePage,
  RequestListQuery,
  RequestPage,
  StreamQuery,
  UpdateRequestBody,
} from './routes';
import type { DestinationDetail } from './destinationViews';
import type {
  RequestName,
  RequestNameQuery,
  RequestPlaces,
} from './placeViews';
import type { PlatformView } from './platformViews';
import type { PromiseDetail } from './promiseViews';
import type {
  RequestDetail,
  RequestObject,
  RequestTrace,
} from './requestViews';
import { parseExact, stringifyExact } from '../kube';
import type { DestinationRef } from '../placements';
import type { PromiseRef } from '../promises';
import type { RequestRef } from '../requests';

/** What the client needs; Backstage's discovery and fetch APIs fit. @public */
export interface KratixClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/** Options of a call. @public */
export interface KratixCallOptions {
  signal?: AbortSignal;
  /** A backend's token; frontends' fetch adds their own. */
  token?: string;
}

/** Options of a writing call. @public */
export interface KratixWriteOptions extends KratixCallOptions {
  /** The API server validates, nothing is kept. */
  dryRun?: boolean;
}

/** Options of an uninstall. @public */
export interface UninstallOptions extends KratixWriteOptions {
  /**
   * What the person typed: the impact's `confirm`. Refused (409) where more or
   * less goes with the Promise by now, in a dry run as well.
   */
  confirm: string;
}

/**
 * The REST API of the Kratix backend. Whole numbers beyond 2^53 are `bigint`s in
 * objects and schemas, both ways. Every method throws `ResponseError`
 * where the backend refuses; its body holds the sentence to show, and for
 * refused input the fields it speaks of.
 *
 * @public
 */
export interface KratixApi {
  listPlatforms(options?: KratixCallOptions): Promise<PlatformList>;
  getPlatform(id: string, options?: KratixCallOptions): Promise<PlatformView>;
  listPromises(
    query?: PromiseListQuery,
    options?: KratixCallOptions,
  ): Promise<PromisePage>;
  getPromise(
    ref: PromiseRef,
    options?: KratixCallOptions,
  ): Promise<PromiseDetail>;
  /** What could be installed, from all sources. */
  listListings(
    query?: ListingListQuery,
    options?: KratixCallOptions,
  ): Promise<ListingPage>;
  getListing(
    ref: ListingRef,
    options?: KratixCallOptions,
  ): Promise<ListingDetail>;
  /** An image of a listing: its logo, or one that its README shows. */
  getListingFile(
    ref: ListingRef,
    path: string,
    options?: KratixCallOptions,
  ): Promise<Blob>;
  /** What an install or upgrade would do. Nothing is written. */
  preflight(
    ref: ListingRef,
    body: PreflightBody,
    options?: KratixCallOptions,
  ): Promise<PreflightReport>;
  installPromise(
    platform: string,
    body: InstallBody,
    options?: KratixWriteOptions,
  ): Promise<InstallationView>;
  upgradePromise(
    ref: PromiseRef,
    body: UpgradeBody,
    options?: KratixWriteOptions,
  ): Promise<InstallationView>;
  /** How far an install, upgrade or uninstall is. */
  getInstallation(
    ref: PromiseRef,
    options?: KratixCallOptions,
  ): Promise<InstallationView>;
  /** What an uninstall takes along. */
  getUninstallImpact(
    ref: PromiseRef,
    options?: KratixCallOptions,
  ): Promise<UninstallImpact>;
  uninstallPromise(ref: PromiseRef, options: UninstallOptions): Promise<void>;
  listRequests(
    query?: RequestListQuery,
    options?: KratixCallOptions,
  ): Promise<RequestPage>;
  getRequest(
    ref: RequestRef,
    options?: KratixCallOptions,
  ): Promise<RequestDetail>;
  getRequestRelated(
    ref: RequestRef,
    options?: KratixCallOptions,
  ): Promise<RequestTrace>;
  /** YAML text without secrets. */
  getRequestManifest(
    ref: RequestRef,
    options?: KratixCallOptions,
  ): Promise<string>;
  /** As the cluster has it now, numbers exact, without secrets. */
  getRequestObject(
    ref: RequestRef,
    options?: KratixCallOptions,
  ): Promise<RequestObject>;
  /** For whom and where to this person may request. */
  getRequestPlaces(
    at: { platform: string; crd: string },
    options?: KratixCallOptions,
  ): Promise<RequestPlaces>;
  /** Whether a name is free, whoever may see the request that has it. */
  checkRequestName(
    at: { platform: string; crd: string },
    query: RequestNameQuery,
    options?: KratixCallOptions,
  ): Promise<RequestName>;
  createRequest(
    at: { platform: string; crd: string },
    body: CreateRequestBody,
    options?: KratixWriteOptions,
  ): Promise<RequestDetail>;
  updateRequest(
    ref: RequestRef,
    body: UpdateRequestBody,
    options?: KratixWriteOptions,
  ): Promise<RequestDetail>;
  deleteRequest(ref: RequestRef, options?: KratixWriteOptions): Promise<void>;
  listDestinations(
    query?: DestinationListQuery,
    options?: KratixCallOptions,
  ): Promise<DestinationPage>;
  getDestination(
    ref: DestinationRef,
    options?: KratixCallOptions,
  ): Promise<DestinationDetail>;
  /** Where the stream for this query is, for a reader of server-sent events. */
  streamUrl(query: StreamQuery): Promise<string>;
}

/** `KratixApi` over fetch, for browsers and backends. @public */
export class KratixClient implements KratixApi {
  readonly #discovery: KratixClientOptions['discoveryApi'];
  readonly #fetch: KratixClientOptions['fetchApi'];

  constructor(options: KratixClientOptions) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi;
  }

  listPlatforms(options?: KratixCallOptions): Promise<PlatformList> {
    return this.#json(kratixPaths.platforms, options);
  }

  getPlatform(id: string, options?: KratixCallOptions): Promise<PlatformView> {
    return this.#json(fill(kratixPaths.platform, { platform: id }), options);
  }

  listPromises(
    query?: PromiseListQuery,
    options?: KratixCallOptions,
  ): Promise<PromisePage> {
    return this.#json(kratixPaths.promises + queryString(query), options);
  }

  getPromise(
    ref: PromiseRef,
    options?: KratixCallOptions,
  ): Promise<PromiseDetail> {
    return this.#json(fill(kratixPaths.promise, { ...ref }), options);
  }

  listListings(
    query?: ListingListQuery,
    options?: KratixCallOptions,
  ): Promise<ListingPage> {
    return this.#json(kratixPaths.marketplace + queryString(query), options);
  }

  getListing(
    ref: ListingRef,
    options?: KratixCallOptions,
  ): Promise<ListingDetail> {
    return this.#json(fill(kratixPaths.listing, { ...ref }), options);
  }

  async getListingFile(
    ref: ListingRef,
    path: string,
    options?: KratixCallOptions,
  ): Promise<Blob> {
    const at = fill(kratixPaths.listingFile, { ...ref });
    return (await this.#call(at + queryString({ path }), options)).blob();
  }

  preflight(
    ref: ListingRef,
    body: PreflightBody,
    options?: KratixCallOptions,
  ): Promise<PreflightReport> {
    const path = fill(kratixPaths.preflight, { ...ref });
    return this.#json(path, { ...options, method: 'POST', body });
  }

  installPromise(
    platform: string,
    body: InstallBody,
    options?: KratixWriteOptions,
  ): Promise<InstallationView> {
    const path = fill(kratixPaths.installPromise, { platform });
    const query = dryRun(options);
    return this.#json(path + query, { ...options, method: 'POST', body });
  }

  upgradePromise(
    ref: PromiseRef,
    body: UpgradeBody,
    options?: KratixWriteOptions,
  ): Promise<InstallationView> {
    const path = fill(kratixPaths.upgradePromise, { ...ref });
    const query = dryRun(options);
    return this.#json(path + query, { ...options, method: 'POST', body });
  }

  getInstallation(
    ref: PromiseRef,
    options?: KratixCallOptions,
  ): Promise<InstallationView> {
    return this.#json(fill(kratixPaths.installation, { ...ref }), options);
  }

  getUninstallImpact(
    ref: PromiseRef,
    options?: KratixCallOptions,
  ): Promise<UninstallImpact> {
    return this.#json(fill(kratixPaths.uninstallImpact, { ...ref }), options);
  }

  async uninstallPromise(
    ref: PromiseRef,
    options: UninstallOptions,
  ): Promise<void> {
    const { confirm, ...call } = options;
    const query = queryString({
      ...(call.dryRun && { dryRun: 'true' }),
      confirm,
    });
    const path = fill(kratixPaths.promise, { ...ref }) + query;
    await this.#call(path, { ...call, method: 'DELETE' });
  }

  listRequests(
    query?: RequestListQuery,
    options?: KratixCallOptions,
  ): Promise<RequestPage> {
    return this.#json(kratixPaths.requests + queryString(query), options);
  }

  getRequest(
    ref: RequestRef,
    options?: KratixCallOptions,
  ): Promise<RequestDetail> {
    return this.#json(fill(kratixPaths.request, { ...ref }), options);
  }

  getRequestRelated(
    ref: RequestRef,
    options?: KratixCallOptions,
  ): Promise<RequestTrace> {
    return this.#json(fill(kratixPaths.requestRelated, { ...ref }), options);
  }

  async getRequestManifest(
    ref: RequestRef,
    options?: KratixCallOptions,
  ): Promise<string> {
    const path = fill(kratixPaths.requestManifest, { ...ref });
    return (await this.#call(path, options)).text();
  }

  getRequestObject(
    ref: RequestRef,
    options?: KratixCallOptions,
  ): Promise<RequestObject> {
    return this.#json(fill(kratixPaths.requestObject, { ...ref }), options);
  }

  getRequestPlaces(
    at: { platform: string; crd: string },
    options?: KratixCallOptions,
  ): Promise<RequestPlaces> {
    return this.#json(fill(kratixPaths.requestPlaces, at), options);
  }

  checkRequestName(
    at: { platform: string; crd: string },
    query: RequestNameQuery,
    options?: KratixCallOptions,
  ): Promise<RequestName> {
    const path = fill(kratixPaths.requestNames, at) + queryString(query);
    return this.#json(path, options);
  }

  createRequest(
    at: { platform: string; crd: string },
    body: CreateRequestBody,
    options?: KratixWriteOptions,
  ): Promise<RequestDetail> {
    const path = fill(kratixPaths.createRequest, at) + dryRun(options);
    return this.#json(path, { ...options, method: 'POST', body });
  }

  updateRequest(
    ref: RequestRef,
    body: UpdateRequestBody,
    options?: KratixWriteOptions,
  ): Promise<RequestDetail> {
    const path = fill(kratixPaths.request, { ...ref }) + dryRun(options);
    return this.#json(path, { ...options, method: 'PATCH', body });
  }

  async deleteRequest(
    ref: RequestRef,
    options?: KratixWriteOptions,
  ): Promise<void> {
    const path = fill(kratixPaths.request, { ...ref }) + dryRun(options);
    await this.#call(path, { ...options, method: 'DELETE' });
  }

  listDestinations(
    query?: DestinationListQuery,
    options?: KratixCallOptions,
  ): Promise<DestinationPage> {
    return this.#json(kratixPaths.destinations + queryString(query), options);
  }

  getDestination(
    ref: DestinationRef,
    options?: KratixCallOptions,
  ): Promise<DestinationDetail> {
    return this.#json(fill(kratixPaths.destination, { ...ref }), options);
  }

  async streamUrl(query: StreamQuery): Promise<string> {
    const base = await this.#discovery.getBaseUrl('kratix');
    return base + kratixPaths.stream + queryString(query);
  }

  async #json<T>(path: string, options?: Call): Promise<T> {
    const response = await this.#call(path, options);
    return parseExact(await response.text()) as T;
  }

  async #call(path: string, options: Call = {}): Promise<Response> {
    const { signal, token, method, body } = options;
    const base = await this.#discovery.getBaseUrl('kratix');
    const response = await this.#fetch.fetch(base + path, {
      signal,
      method: method ?? 'GET',
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: stringifyExact(body) }),
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}

type Call = KratixCallOptions & {
  method?: 'POST' | 'PATCH' | 'DELETE';
  body?: unknown;
};

/** Each `:name` replaced by its value, so that no value can leave its place. */
function fill(path: string, values: Record<string, string>): string {
  return path.replace(/:([a-zA-Z]+)/g, (_all, key: string) =>
    encodeURIComponent(values[key]),
  );
}

function dryRun(options?: KratixWriteOptions): string {
  return options?.dryRun ? '?dryRun=true' : '';
}

function queryString(query: object = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    for (const one of [value].flat()) params.append(key, String(one));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

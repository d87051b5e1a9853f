import { ResponseError } from '@backstage/errors';
import { parseExact, stringifyExact } from '../kube';

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

/** A call as it is sent; without a method it reads. @internal */
export type HttpCall = KratixCallOptions & {
  method?: 'POST' | 'PATCH' | 'DELETE';
  body?: unknown;
};

/** Calls of the backend, by path under `/api/kratix`. @internal */
export class KratixHttp {
  readonly #discovery: KratixClientOptions['discoveryApi'];
  readonly #fetch: KratixClientOptions['fetchApi'];

  constructor(options: KratixClientOptions) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi;
  }

  async urlOf(path: string): Promise<string> {
    return (await this.#discovery.getBaseUrl('kratix')) + path;
  }

  async json<T>(path: string, options?: HttpCall): Promise<T> {
    const response = await this.call(path, options);
    return parseExact(await response.text()) as T;
  }

  /** @throws ResponseError where the backend refuses */
  async call(path: string, options: HttpCall = {}): Promise<Response> {
    const { signal, token, method, body } = options;
    const response = await this.#fetch.fetch(await this.urlOf(path), {
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

/**
 * Each `:name` replaced by its value, so that no value can leave its place.
 *
 * @internal
 */
export function fill(path: string, values: Record<string, string>): string {
  return path.replace(/:([a-zA-Z]+)/g, (_all, key: string) =>
    encodeURIComponent(values[key]),
  );
}

/** @internal */
export function dryRun(options?: KratixWriteOptions): string {
  return options?.dryRun ? '?dryRun=true' : '';
}

/** @internal */
export function queryString(query: object = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    for (const one of [value].flat()) params.append(key, String(one));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

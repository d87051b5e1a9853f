import type { RequestRef } from '../../requests';
import {
  dryRun,
  fill,
  type KratixCallOptions,
  type KratixHttp,
  type KratixWriteOptions,
  queryString,
} from '../http';
import type {
  RequestName,
  RequestNameQuery,
  RequestPlaces,
} from './placeViews';
import {
  type CreateRequestBody,
  type RequestListQuery,
  type RequestPage,
  requestPaths,
  type UpdateRequestBody,
} from './requestRoutes';
import type {
  RequestDetail,
  RequestObject,
  RequestTrace,
} from './requestViews';

/** What can be asked of requests. @public */
export interface RequestsApi {
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
}

/** @internal */
export function requestCalls(http: KratixHttp): RequestsApi {
  return {
    listRequests(query, options) {
      return http.json(requestPaths.requests + queryString(query), options);
    },
    getRequest(ref, options) {
      return http.json(fill(requestPaths.request, { ...ref }), options);
    },
    getRequestRelated(ref, options) {
      return http.json(fill(requestPaths.requestRelated, { ...ref }), options);
    },
    async getRequestManifest(ref, options) {
      const path = fill(requestPaths.requestManifest, { ...ref });
      return (await http.call(path, options)).text();
    },
    getRequestObject(ref, options) {
      return http.json(fill(requestPaths.requestObject, { ...ref }), options);
    },
    getRequestPlaces(at, options) {
      return http.json(fill(requestPaths.requestPlaces, at), options);
    },
    checkRequestName(at, query, options) {
      const path = fill(requestPaths.requestNames, at) + queryString(query);
      return http.json(path, options);
    },
    createRequest(at, body, options) {
      const path = fill(requestPaths.createRequest, at) + dryRun(options);
      return http.json(path, { ...options, method: 'POST', body });
    },
    updateRequest(ref, body, options) {
      const path = fill(requestPaths.request, { ...ref }) + dryRun(options);
      return http.json(path, { ...options, method: 'PATCH', body });
    },
    async deleteRequest(ref, options) {
      const path = fill(requestPaths.request, { ...ref }) + dryRun(options);
      await http.call(path, { ...options, method: 'DELETE' });
    },
  };
}

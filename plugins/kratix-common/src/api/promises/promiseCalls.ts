import type { PromiseRef } from '../../promises';
import {
  fill,
  type KratixCallOptions,
  type KratixHttp,
  queryString,
} from '../http';
import {
  type PromiseListQuery,
  type PromisePage,
  promisePaths,
} from './promiseRoutes';
import type { PromiseDetail } from './promiseViews';

/** What can be asked of Promises. @public */
export interface PromisesApi {
  listPromises(
    query?: PromiseListQuery,
    options?: KratixCallOptions,
  ): Promise<PromisePage>;
  getPromise(
    ref: PromiseRef,
    options?: KratixCallOptions,
  ): Promise<PromiseDetail>;
}

/** @internal */
export function promiseCalls(http: KratixHttp): PromisesApi {
  return {
    listPromises(query, options) {
      return http.json(promisePaths.promises + queryString(query), options);
    },
    getPromise(ref, options) {
      return http.json(fill(promisePaths.promise, { ...ref }), options);
    },
  };
}

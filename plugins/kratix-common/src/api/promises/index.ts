export type { PromisesApi } from './promiseCalls';
export {
  promiseListQuerySchema,
  promisePageSchema,
  type PromiseListQuery,
  type PromisePage,
} from './promiseRoutes';
export * from './promiseViews';

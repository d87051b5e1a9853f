import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { promiseRefSchema } from '../objectRefs';
import { answer, errors } from '../operation';
import {
  promiseListQuerySchema,
  promisePageSchema,
  promisePaths,
} from './promiseRoutes';
import { promiseDetailSchema } from './promiseViews';

/** As the OpenAPI document tells of them. @internal */
export const promiseOperations: ZodOpenApiPathsObject = {
  [promisePaths.promises]: {
    get: {
      operationId: 'listPromises',
      requestParams: { query: promiseListQuerySchema },
      responses: {
        200: answer('A page of Promises', promisePageSchema),
        ...errors(400, 401, 403),
      },
    },
  },
  [promisePaths.promise]: {
    get: {
      operationId: 'getPromise',
      requestParams: { path: promiseRefSchema },
      responses: {
        200: answer('One Promise with its API', promiseDetailSchema),
        ...errors(400, 401, 403, 404),
      },
    },
  },
};

import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { destinationRefSchema } from '../objectRefs';
import { answer, errors } from '../operation';
import {
  destinationListQuerySchema,
  destinationPageSchema,
  destinationPaths,
} from './destinationRoutes';
import { destinationDetailSchema } from './destinationViews';

/** As the OpenAPI document tells of them. @internal */
export const destinationOperations: ZodOpenApiPathsObject = {
  [destinationPaths.destinations]: {
    get: {
      operationId: 'listDestinations',
      requestParams: { query: destinationListQuerySchema },
      responses: {
        200: answer('A page of Destinations', destinationPageSchema),
        ...errors(400, 401, 403),
      },
    },
  },
  [destinationPaths.destination]: {
    get: {
      operationId: 'getDestination',
      requestParams: { path: destinationRefSchema },
      responses: {
        200: answer('One Destination', destinationDetailSchema),
        ...errors(400, 401, 403, 404),
      },
    },
  },
};

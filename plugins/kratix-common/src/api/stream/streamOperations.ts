import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { errors } from '../operation';
import {
  streamEventSchema,
  streamPaths,
  streamQuerySchema,
} from './streamRoutes';

/** As the OpenAPI document tells of them. @internal */
export const streamOperations: ZodOpenApiPathsObject = {
  [streamPaths.stream]: {
    get: {
      operationId: 'streamChanges',
      requestParams: { query: streamQuerySchema },
      responses: {
        200: {
          description: 'Server-sent events, each with a change as JSON',
          content: { 'text/event-stream': { schema: streamEventSchema } },
        },
        ...errors(400, 401, 403, 429),
      },
    },
  },
};

import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { answer, errors } from '../operation';
import { platformParamsSchema } from '../pathParams';
import { platformListSchema, platformPaths } from './platformRoutes';
import { platformViewSchema } from './platformViews';

/** As the OpenAPI document tells of them. @internal */
export const platformOperations: ZodOpenApiPathsObject = {
  [platformPaths.platforms]: {
    get: {
      operationId: 'listPlatforms',
      responses: {
        200: answer('All platforms with their state', platformListSchema),
        ...errors(401, 403),
      },
    },
  },
  [platformPaths.platform]: {
    get: {
      operationId: 'getPlatform',
      requestParams: { path: platformParamsSchema },
      responses: {
        200: answer('One platform', platformViewSchema),
        ...errors(400, 401, 403, 404),
      },
    },
  },
};

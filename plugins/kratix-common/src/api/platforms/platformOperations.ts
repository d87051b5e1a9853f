import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { answer, errors } from '../operation';
import { platformParamsSchema } from '../pathParams';
import { platformListSchema, platformPaths } from './platformRoutes';
import { platformCheckSchema, platformViewSchema } from './platformViews';

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
  [platformPaths.platformCheck]: {
    post: {
      operationId: 'checkPlatform',
      description:
        'Tries again at once what waits, and answers within some seconds; what is asked of the platform is shared by all who ask.',
      requestParams: { path: platformParamsSchema },
      responses: {
        200: answer('What came of it', platformCheckSchema),
        ...errors(400, 401, 403, 404),
      },
    },
  },
};

import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { listingRefSchema } from '../objectRefs';
import { answer, errors } from '../operation';
import {
  listingFileQuerySchema,
  listingListQuerySchema,
  listingPageSchema,
  marketplacePaths,
} from './marketplaceRoutes';
import { listingDetailSchema } from './marketplaceViews';

/** As the OpenAPI document tells of them. @internal */
export const marketplaceOperations: ZodOpenApiPathsObject = {
  [marketplacePaths.marketplace]: {
    get: {
      operationId: 'listListings',
      requestParams: { query: listingListQuerySchema },
      responses: {
        200: answer('A page of listings', listingPageSchema),
        ...errors(400, 401, 403),
      },
    },
  },
  [marketplacePaths.listing]: {
    get: {
      operationId: 'getListing',
      requestParams: { path: listingRefSchema },
      responses: {
        200: answer('One listing', listingDetailSchema),
        ...errors(400, 401, 403, 404, 503),
      },
    },
  },
  [marketplacePaths.listingFile]: {
    get: {
      operationId: 'getListingFile',
      requestParams: { path: listingRefSchema, query: listingFileQuerySchema },
      responses: {
        200: {
          description: 'An image of the listing',
          content: { 'image/*': { schema: z.string() } },
        },
        ...errors(400, 401, 403, 404, 503),
      },
    },
  },
};

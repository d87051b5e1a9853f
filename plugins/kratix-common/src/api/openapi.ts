import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import {
  createRequestBodySchema,
  destinationListQuerySchema,
  destinationPageSchema,
  kratixPaths,
  listingFileQuerySchema,
  listingListQuerySchema,
  listingPageSchema,
  platformListSchema,
  promiseListQuerySchema,
  promisePageSchema,
  requestListQuerySchema,
  requestPageSchema,
  streamEventSchema,
  streamQuerySchema,
  updateRequestBodySchema,
  uninstallQuerySchema,
  writeQuerySchema,
} from './routes';
import { destinationDetailSchema } from './destinationViews';
import {
  destinationRefSchema,
  listingRefSchema,
  promiseRefSchema,
  requestRefSchema,
} from './objectRefs';
import {
  requestNameQuerySchema,
  requestNameSchema,
  requestPlacesSchema,
} from './placeViews';
import {
  installationViewSchema,
  installBodySchema,
  preflightBodySchema,
  preflightReportSchema,
  uninstallImpactSchema,
  upgradeBodySchema,
} from './installViews';
import { listingDetailSchema } from './marketplaceViews';
import { platformViewSchema } from './platformViews';
import { promiseDetailSchema } from './promiseViews';
import {
  requestDetailSchema,
  requestObjectSchema,
  requestTraceSchema,
} from './requestViews';

const errorSchema = z
  .object({
    error: z.object({
      name: z.string(),
      message: z.string(),
      /** Of refused input: field paths with the platform's words. */
      causes: z
        .array(
          z.object({
            field: z.string().optional(),
            reason: z.string().optional(),
            message: z.string().optional(),
          }),
        )
        .optional(),
    }),
    response: z.object({ statusCode: z.number() }),
  })
  .meta({ id: 'Error' });

const refusals: Record<string, string> = {
  400: 'The input is not valid; the message says what to do',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not there, or not visible to this person',
  409: 'Changed meanwhile, or there already',
  503: 'The platform cannot be reached',
};

const errors = (...codes: number[]) =>
  Object.fromEntries(
    codes.map(code => [
      code,
      {
        description: refusals[code],
        content: { 'application/json': { schema: errorSchema } },
      },
    ]),
  );

const answer = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema } },
});

const body = (schema: z.ZodType) => ({
  required: true,
  content: { 'application/json': { schema } },
});

const platformParam = requestRefSchema.pick({ platform: true });
const kindParams = requestRefSchema.pick({ platform: true, crd: true });

const paths: ZodOpenApiPathsObject = {
  [kratixPaths.platforms]: {
    get: {
      operationId: 'listPlatforms',
      responses: {
        200: answer('All platforms with their state', platformListSchema),
        ...errors(401, 403),
      },
    },
  },
  [kratixPaths.platform]: {
    get: {
      operationId: 'getPlatform',
      requestParams: { path: platformParam },
      responses: {
        200: answer('One platform', platformViewSchema),
        ...errors(400, 401, 403, 404),
      },
    },
  },
  [kratixPaths.promises]: {
    get: {
      operationId: 'listPromises',
      requestParams: { query: promiseListQuerySchema },
      responses: {
        200: answer('A page of Promises', promisePageSchema),
        ...errors(400, 401, 403),
      },
    },
  },
  [kratixPaths.promise]: {
    get: {
      operationId: 'getPromise',
      requestParams: { path: promiseRefSchema },
      responses: {
        200: answer('One Promise with its API', promiseDetailSchema),
        ...errors(400, 401, 403, 404),
      },
    },
    delete: {
      operationId: 'uninstallPromise',
      requestParams: { path: promiseRefSchema, query: uninstallQuerySchema },
      responses: {
        204: { description: 'Removal was asked for' },
        ...errors(400, 401, 403, 404, 409, 503),
      },
    },
  },
  [kratixPaths.installPromise]: {
    post: {
      operationId: 'installPromise',
      requestParams: { path: platformParam, query: writeQuerySchema },
      requestBody: body(installBodySchema),
      responses: {
        201: answer('How far the install is', installationViewSchema),
        ...errors(400, 401, 403, 404, 409, 503),
      },
    },
  },
  [kratixPaths.upgradePromise]: {
    post: {
      operationId: 'upgradePromise',
      requestParams: { path: promiseRefSchema, query: writeQuerySchema },
      requestBody: body(upgradeBodySchema),
      responses: {
        200: answer('How far the upgrade is', installationViewSchema),
        ...errors(400, 401, 403, 404, 409, 503),
      },
    },
  },
  [kratixPaths.installation]: {
    get: {
      operationId: 'getInstallation',
      requestParams: { path: promiseRefSchema },
      responses: {
        200: answer('How far it is', installationViewSchema),
        ...errors(400, 401, 403, 404),
      },
    },
  },
  [kratixPaths.uninstallImpact]: {
    get: {
      operationId: 'getUninstallImpact',
      requestParams: { path: promiseRefSchema },
      responses: {
        200: answer('What an uninstall takes along', uninstallImpactSchema),
        ...errors(400, 401, 403, 404, 503),
      },
    },
  },
  [kratixPaths.marketplace]: {
    get: {
      operationId: 'listListings',
      requestParams: { query: listingListQuerySchema },
      responses: {
        200: answer('A page of listings', listingPageSchema),
        ...errors(400, 401, 403),
      },
    },
  },
  [kratixPaths.listing]: {
    get: {
      operationId: 'getListing',
      requestParams: { path: listingRefSchema },
      responses: {
        200: answer('One listing', listingDetailSchema),
        ...errors(400, 401, 403, 404, 503),
      },
    },
  },
  [kratixPaths.listingFile]: {
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
  [kratixPaths.preflight]: {
    post: {
      operationId: 'preflight',
      requestParams: { path: listingRefSchema },
      requestBody: body(preflightBodySchema),
      responses: {
        200: answer('What would happen', preflightReportSchema),
        ...errors(400, 401, 403, 404, 409, 503),
      },
    },
  },
  [kratixPaths.requests]: {
    get: {
      operationId: 'listRequests',
      requestParams: { query: requestListQuerySchema },
      responses: {
        200: answer('A page of requests', requestPageSchema),
        ...errors(400, 401, 403),
      },
    },
  },
  [kratixPaths.createRequest]: {
    post: {
      operationId: 'createRequest',
      requestParams: {
        path: kindParams,
        query: writeQuerySchema,
      },
      requestBody: body(createRequestBodySchema),
      responses: {
        201: answer('The request as it was created', requestDetailSchema),
        ...errors(400, 401, 403, 404, 409, 503),
      },
    },
  },
  [kratixPaths.requestPlaces]: {
    get: {
      operationId: 'getRequestPlaces',
      requestParams: { path: kindParams },
      responses: {
        200: answer('Where this person may request', requestPlacesSchema),
        ...errors(400, 401, 403, 404, 503),
      },
    },
  },
  [kratixPaths.requestNames]: {
    get: {
      operationId: 'checkRequestName',
      requestParams: { path: kindParams, query: requestNameQuerySchema },
      responses: {
        200: answer('Whether the name is free', requestNameSchema),
        ...errors(400, 401, 403, 404, 503),
      },
    },
  },
  [kratixPaths.request]: {
    get: {
      operationId: 'getRequest',
      requestParams: { path: requestRefSchema },
      responses: {
        200: answer('One request', requestDetailSchema),
        ...errors(400, 401, 403, 404),
      },
    },
    patch: {
      operationId: 'updateRequest',
      requestParams: { path: requestRefSchema, query: writeQuerySchema },
      requestBody: body(updateRequestBodySchema),
      responses: {
        200: answer('The request as it is now', requestDetailSchema),
        ...errors(400, 401, 403, 404, 409, 503),
      },
    },
    delete: {
      operationId: 'deleteRequest',
      requestParams: { path: requestRefSchema, query: writeQuerySchema },
      responses: {
        204: { description: 'Deletion was asked for' },
        ...errors(400, 401, 403, 404, 409, 503),
      },
    },
  },
  [kratixPaths.requestRelated]: {
    get: {
      operationId: 'getRequestRelated',
      requestParams: { path: requestRefSchema },
      responses: {
        200: answer('Runs, placements and relatives', requestTraceSchema),
        ...errors(400, 401, 403, 404),
      },
    },
  },
  [kratixPaths.requestManifest]: {
    get: {
      operationId: 'getRequestManifest',
      requestParams: { path: requestRefSchema },
      responses: {
        200: {
          description: 'The object as YAML, without secrets',
          content: { 'application/yaml': { schema: z.string() } },
        },
        ...errors(400, 401, 403, 404, 503),
      },
    },
  },
  [kratixPaths.requestObject]: {
    get: {
      operationId: 'getRequestObject',
      requestParams: { path: requestRefSchema },
      responses: {
        200: answer(
          'The object as the cluster has it now, without secrets',
          requestObjectSchema,
        ),
        ...errors(400, 401, 403, 404, 503),
      },
    },
  },
  [kratixPaths.destinations]: {
    get: {
      operationId: 'listDestinations',
      requestParams: { query: destinationListQuerySchema },
      responses: {
        200: answer('A page of Destinations', destinationPageSchema),
        ...errors(400, 401, 403),
      },
    },
  },
  [kratixPaths.destination]: {
    get: {
      operationId: 'getDestination',
      requestParams: { path: destinationRefSchema },
      responses: {
        200: answer('One Destination', destinationDetailSchema),
        ...errors(400, 401, 403, 404),
      },
    },
  },
  [kratixPaths.stream]: {
    get: {
      operationId: 'streamChanges',
      requestParams: { query: streamQuerySchema },
      responses: {
        200: {
          description: 'Server-sent events, each with a change as JSON',
          content: { 'text/event-stream': { schema: streamEventSchema } },
        },
        ...errors(400, 401, 403),
      },
    },
  },
};

/**
 * The OpenAPI 3.1 document of `/api/kratix`, from the very schemas that the
 * routes validate with.
 *
 * @public
 */
export function createOpenApiDocument(): object {
  const documented = Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path.replace(/:([a-zA-Z]+)/g, '{$1}'),
      item,
    ]),
  );
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'kratix',
      version: '1',
      description: 'Kratix platforms, Promises, requests and Destinations',
    },
    security: [{ backstage: [] }],
    components: {
      securitySchemes: { backstage: { type: 'http', scheme: 'bearer' } },
    },
    paths: documented,
  });
}

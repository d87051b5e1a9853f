import { z } from 'zod';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { requestRefSchema } from '../objectRefs';
import { answer, body, errors } from '../operation';
import { kindParamsSchema } from '../pathParams';
import { writeQuerySchema } from '../writes';
import {
  requestNameQuerySchema,
  requestNameSchema,
  requestPlacesSchema,
} from './placeViews';
import {
  createRequestBodySchema,
  requestListQuerySchema,
  requestPageSchema,
  requestPaths,
  updateRequestBodySchema,
} from './requestRoutes';
import {
  requestDetailSchema,
  requestObjectSchema,
  requestTraceSchema,
} from './requestViews';

/** As the OpenAPI document tells of them. @internal */
export const requestOperations: ZodOpenApiPathsObject = {
  [requestPaths.requests]: {
    get: {
      operationId: 'listRequests',
      requestParams: { query: requestListQuerySchema },
      responses: {
        200: answer('A page of requests', requestPageSchema),
        ...errors(400, 401, 403),
      },
    },
  },
  [requestPaths.createRequest]: {
    post: {
      operationId: 'createRequest',
      requestParams: {
        path: kindParamsSchema,
        query: writeQuerySchema,
      },
      requestBody: body(createRequestBodySchema),
      responses: {
        201: answer('The request as it was created', requestDetailSchema),
        ...errors(400, 401, 403, 404, 409, 413, 415, 503),
      },
    },
  },
  [requestPaths.requestPlaces]: {
    get: {
      operationId: 'getRequestPlaces',
      requestParams: { path: kindParamsSchema },
      responses: {
        200: answer('Where this person may request', requestPlacesSchema),
        ...errors(400, 401, 403, 404, 503),
      },
    },
  },
  [requestPaths.requestNames]: {
    get: {
      operationId: 'checkRequestName',
      requestParams: { path: kindParamsSchema, query: requestNameQuerySchema },
      responses: {
        200: answer('Whether the name is free', requestNameSchema),
        ...errors(400, 401, 403, 404, 503),
      },
    },
  },
  [requestPaths.request]: {
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
        ...errors(400, 401, 403, 404, 409, 413, 415, 503),
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
  [requestPaths.requestRelated]: {
    get: {
      operationId: 'getRequestRelated',
      requestParams: { path: requestRefSchema },
      responses: {
        200: answer('Runs, placements and relatives', requestTraceSchema),
        ...errors(400, 401, 403, 404),
      },
    },
  },
  [requestPaths.requestManifest]: {
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
  [requestPaths.requestObject]: {
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
};

import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { listingRefSchema, promiseRefSchema } from '../objectRefs';
import { answer, body, errors } from '../operation';
import { platformParamsSchema, promisePath } from '../pathParams';
import { writeQuerySchema } from '../writes';
import { installPaths, uninstallQuerySchema } from './installRoutes';
import {
  installationViewSchema,
  installBodySchema,
  upgradeBodySchema,
} from './installViews';
import { preflightBodySchema, preflightReportSchema } from './preflightViews';
import { uninstallImpactSchema } from './uninstallViews';

/** As the OpenAPI document tells of them. @internal */
export const installOperations: ZodOpenApiPathsObject = {
  [installPaths.preflight]: {
    post: {
      operationId: 'preflight',
      requestParams: { path: listingRefSchema },
      requestBody: body(preflightBodySchema),
      responses: {
        200: answer('What would happen', preflightReportSchema),
        ...errors(400, 401, 403, 404, 409, 413, 415, 503),
      },
    },
  },
  [installPaths.installPromise]: {
    post: {
      operationId: 'installPromise',
      requestParams: { path: platformParamsSchema, query: writeQuerySchema },
      requestBody: body(installBodySchema),
      responses: {
        201: answer('How far the install is', installationViewSchema),
        ...errors(400, 401, 403, 404, 409, 413, 415, 503),
      },
    },
  },
  [installPaths.upgradePromise]: {
    post: {
      operationId: 'upgradePromise',
      requestParams: { path: promiseRefSchema, query: writeQuerySchema },
      requestBody: body(upgradeBodySchema),
      responses: {
        200: answer('How far the upgrade is', installationViewSchema),
        ...errors(400, 401, 403, 404, 409, 413, 415, 503),
      },
    },
  },
  [installPaths.installation]: {
    get: {
      operationId: 'getInstallation',
      requestParams: { path: promiseRefSchema },
      responses: {
        200: answer('How far it is', installationViewSchema),
        ...errors(400, 401, 403, 404),
      },
    },
  },
  [installPaths.uninstallImpact]: {
    get: {
      operationId: 'getUninstallImpact',
      requestParams: { path: promiseRefSchema },
      responses: {
        200: answer('What an uninstall takes along', uninstallImpactSchema),
        ...errors(400, 401, 403, 404, 503),
      },
    },
  },
  [promisePath]: {
    delete: {
      operationId: 'uninstallPromise',
      requestParams: { path: promiseRefSchema, query: uninstallQuerySchema },
      responses: {
        204: { description: 'Removal was asked for' },
        ...errors(400, 401, 403, 404, 409, 503),
      },
    },
  },
};

import {
  kratixPaths,
  kratixRequestCreatePermission,
  requestNameQuerySchema,
  requestRefSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseInput } from '../http/parseInput';
import type { RouteOptions } from '../http/routeOptions';
import { reading } from '../http/routeSteps';
import type { PlaceService } from './PlaceService';

const kindParamsSchema = requestRefSchema.pick({ platform: true, crd: true });

/** What a form asks before there is a request. @internal */
export function createPlaceRoutes(
  options: RouteOptions & { places: Pick<PlaceService, 'places' | 'name'> },
): Router {
  const { places } = options;
  const router = PromiseRouter();

  router.get(
    kratixPaths.requestPlaces,
    reading(options, kratixRequestCreatePermission, (req, caller) => {
      const at = parseInput(kindParamsSchema, req.params);
      return places.places(at, caller);
    }),
  );

  router.get(
    kratixPaths.requestNames,
    reading(options, kratixRequestCreatePermission, (req, caller) => {
      const at = parseInput(kindParamsSchema, req.params);
      const query = parseInput(requestNameQuerySchema, req.query);
      return places.name(at, query, caller);
    }),
  );

  return router;
}

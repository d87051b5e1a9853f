import {
  kratixPaths,
  kratixRequestCreatePermission,
  requestNameQuerySchema,
  requestRefSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseInput } from '../http/parseInput';
import { requirePermission } from '../http/requirePermission';
import type { RouteOptions } from '../http/routeOptions';
import type { PlaceService } from './PlaceService';

const kindParamsSchema = requestRefSchema.pick({ platform: true, crd: true });

/** What a form asks before there is a request. @internal */
export function createPlaceRoutes(
  options: RouteOptions & { places: Pick<PlaceService, 'places' | 'name'> },
): Router {
  const { callers, permissions, places } = options;
  const router = PromiseRouter();

  router.get(kratixPaths.requestPlaces, async (req, res) => {
    const caller = await callers.of(req);
    await requirePermission(
      permissions,
      kratixRequestCreatePermission,
      caller.credentials,
    );
    const at = parseInput(kindParamsSchema, req.params);
    res.json(await places.places(at, caller));
  });

  router.get(kratixPaths.requestNames, async (req, res) => {
    const caller = await callers.of(req);
    await requirePermission(
      permissions,
      kratixRequestCreatePermission,
      caller.credentials,
    );
    const at = parseInput(kindParamsSchema, req.params);
    const query = parseInput(requestNameQuerySchema, req.query);
    res.json(await places.name(at, query, caller));
  });

  return router;
}

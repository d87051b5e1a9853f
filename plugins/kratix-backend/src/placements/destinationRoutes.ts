import {
  kratixPaths,
  kratixDestinationReadPermission,
  destinationListQuerySchema,
  destinationRefSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseInput } from '../http/parseInput';
import { requirePermission } from '../http/requirePermission';
import type { RouteOptions } from '../http/routeOptions';
import type { DestinationService } from './DestinationService';

/** @internal */
export function createDestinationRoutes(
  options: RouteOptions & {
    destinations: Pick<DestinationService, 'list' | 'get'>;
  },
): Router {
  const { callers, permissions, access, destinations } = options;
  const router = PromiseRouter();

  router.get(kratixPaths.destinations, async (req, res) => {
    const caller = await callers.of(req);
    await requirePermission(
      permissions,
      kratixDestinationReadPermission,
      caller.credentials,
    );
    const query = parseInput(destinationListQuerySchema, req.query);
    const visibility = await access.visibilityIfAny(caller);
    res.json(destinations.list(query, visibility));
  });

  router.get(kratixPaths.destination, async (req, res) => {
    const caller = await callers.of(req);
    await requirePermission(
      permissions,
      kratixDestinationReadPermission,
      caller.credentials,
    );
    const ref = parseInput(destinationRefSchema, req.params);
    const visibility = await access.visibilityIfAny(caller);
    res.json(destinations.get(ref, visibility));
  });

  return router;
}

import {
  kratixPaths,
  kratixDestinationReadPermission,
  destinationListQuerySchema,
  destinationRefSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseInput } from '../http/parseInput';
import type { RouteOptions } from '../http/routeOptions';
import { reading } from '../http/routeSteps';
import { sightOf } from '../permissions/sightOf';
import type { DestinationService } from './DestinationService';

/** @internal */
export function createDestinationRoutes(
  options: RouteOptions & {
    destinations: Pick<DestinationService, 'list' | 'get'>;
  },
): Router {
  const { access, destinations } = options;
  const router = PromiseRouter();

  router.get(
    kratixPaths.destinations,
    reading(options, kratixDestinationReadPermission, async (req, caller) => {
      const query = parseInput(destinationListQuerySchema, req.query);
      return destinations.list(query, await access.visibilityIfAny(caller));
    }),
  );

  router.get(
    kratixPaths.destination,
    reading(options, kratixDestinationReadPermission, async (req, caller) => {
      const ref = parseInput(destinationRefSchema, req.params);
      return destinations.get(ref, await sightOf(caller, options));
    }),
  );

  return router;
}

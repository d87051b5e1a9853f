import {
  kratixPaths,
  kratixPromiseReadPermission,
  promiseListQuerySchema,
  promiseRefSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseInput } from '../http/parseInput';
import type { RouteOptions } from '../http/routeOptions';
import { reading } from '../http/routeSteps';
import { sightOf } from '../permissions/sightOf';
import type { PromiseService } from './PromiseService';
import type { PromiseStandings } from './PromiseStandings';

/** @internal */
export function createPromiseRoutes(
  options: RouteOptions & {
    promises: Pick<PromiseService, 'list' | 'get'>;
    standings: Pick<PromiseStandings, 'of'>;
  },
): Router {
  const { access, promises, standings } = options;
  const router = PromiseRouter();

  router.get(
    kratixPaths.promises,
    reading(options, kratixPromiseReadPermission, async (req, caller) => {
      const query = parseInput(promiseListQuerySchema, req.query);
      return promises.list(query, await access.visibilityIfAny(caller));
    }),
  );

  router.get(
    kratixPaths.promise,
    reading(options, kratixPromiseReadPermission, async (req, caller) => {
      const ref = parseInput(promiseRefSchema, req.params);
      const sight = await sightOf(caller, options);
      const detail = promises.get(ref, { viewer: caller, sight });
      return { ...detail, ...(await standings.of(ref, caller)) };
    }),
  );

  return router;
}

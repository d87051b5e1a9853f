import {
  kratixPaths,
  kratixPromiseReadPermission,
  promiseListQuerySchema,
  promiseRefSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseInput } from '../http/parseInput';
import { requirePermission } from '../http/requirePermission';
import type { RouteOptions } from '../http/routeOptions';
import { sendJson } from '../http/sendJson';
import type { PromiseService } from './PromiseService';
import type { PromiseStandings } from './PromiseStandings';

/** @internal */
export function createPromiseRoutes(
  options: RouteOptions & {
    promises: Pick<PromiseService, 'list' | 'get'>;
    standings: Pick<PromiseStandings, 'of'>;
  },
): Router {
  const { callers, permissions, access, promises, standings } = options;
  const router = PromiseRouter();

  router.get(kratixPaths.promises, async (req, res) => {
    const caller = await callers.of(req);
    await requirePermission(
      permissions,
      kratixPromiseReadPermission,
      caller.credentials,
    );
    const query = parseInput(promiseListQuerySchema, req.query);
    const visibility = await access.visibilityIfAny(caller);
    res.json(promises.list(query, visibility));
  });

  router.get(kratixPaths.promise, async (req, res) => {
    const caller = await callers.of(req);
    await requirePermission(
      permissions,
      kratixPromiseReadPermission,
      caller.credentials,
    );
    const ref = parseInput(promiseRefSchema, req.params);
    const visibility = await access.visibilityIfAny(caller);
    const detail = promises.get(ref, { viewer: caller, visibility });
    sendJson(res, { ...detail, ...(await standings.of(ref, caller)) });
  });

  return router;
}

import {
  kratixPaths,
  kratixPlatformReadPermission,
  requestRefSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseInput } from '../http/parseInput';
import { requirePermission } from '../http/requirePermission';
import type { RouteOptions } from '../http/routeOptions';
import type { PlatformService } from './PlatformService';

const paramsSchema = requestRefSchema.pick({ platform: true });

/** @internal */
export function createPlatformRoutes(
  options: RouteOptions & {
    platforms: Pick<PlatformService, 'list' | 'get'>;
  },
): Router {
  const { callers, permissions, access, platforms } = options;
  const router = PromiseRouter();

  router.get(kratixPaths.platforms, async (req, res) => {
    const caller = await callers.of(req);
    await requirePermission(
      permissions,
      kratixPlatformReadPermission,
      caller.credentials,
    );
    const visibility = await access.visibilityIfAny(caller);
    res.json(platforms.list(visibility));
  });

  router.get(kratixPaths.platform, async (req, res) => {
    const caller = await callers.of(req);
    await requirePermission(
      permissions,
      kratixPlatformReadPermission,
      caller.credentials,
    );
    const { platform } = parseInput(paramsSchema, req.params);
    const visibility = await access.visibilityIfAny(caller);
    res.json(platforms.get(platform, visibility));
  });

  return router;
}

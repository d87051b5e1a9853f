import {
  kratixPaths,
  kratixPlatformReadPermission,
  requestRefSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseInput } from '../http/parseInput';
import type { RouteOptions } from '../http/routeOptions';
import { reading } from '../http/routeSteps';
import { sightOf } from '../permissions/sightOf';
import type { PlatformService } from './PlatformService';

const paramsSchema = requestRefSchema.pick({ platform: true });

/** @internal */
export function createPlatformRoutes(
  options: RouteOptions & {
    platforms: Pick<PlatformService, 'list' | 'get' | 'check'>;
  },
): Router {
  const { platforms } = options;
  const router = PromiseRouter();

  router.get(
    kratixPaths.platforms,
    reading(options, kratixPlatformReadPermission, async (_req, caller) =>
      platforms.list(await sightOf(caller, options)),
    ),
  );

  router.get(
    kratixPaths.platform,
    reading(options, kratixPlatformReadPermission, async (req, caller) => {
      const { platform } = parseInput(paramsSchema, req.params);
      return platforms.get(platform, await sightOf(caller, options));
    }),
  );

  router.post(
    kratixPaths.platformCheck,
    reading(options, kratixPlatformReadPermission, async (req, caller) => {
      const { platform } = parseInput(paramsSchema, req.params);
      return platforms.check(platform, await sightOf(caller, options));
    }),
  );

  return router;
}

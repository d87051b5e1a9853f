import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  kratixPaths,
  kratixPromiseReadPermission,
  kratixPromiseUninstallPermission,
  promiseRefSchema,
  uninstallQuerySchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseInput } from '../http/parseInput';
import type { RouteOptions } from '../http/routeOptions';
import { reading, writing } from '../http/routeSteps';
import type { InstallationService } from './InstallationService';

/** @internal */
export function createInstallationRoutes(
  options: RouteOptions & {
    installations: Pick<InstallationService, 'get' | 'impact' | 'uninstall'>;
    auditor: AuditorService;
  },
): Router {
  const { access, installations } = options;
  const router = PromiseRouter();

  router.get(
    kratixPaths.installation,
    reading(options, kratixPromiseReadPermission, async (req, caller) => {
      const ref = parseInput(promiseRefSchema, req.params);
      return installations.get(ref, await access.visibilityIfAny(caller));
    }),
  );

  router.get(
    kratixPaths.uninstallImpact,
    reading(options, kratixPromiseUninstallPermission, async (req, caller) => {
      const ref = parseInput(promiseRefSchema, req.params);
      return installations.impact(ref, await access.visibilityIfAny(caller));
    }),
  );

  router.delete(
    kratixPaths.promise,
    writing(options, {
      eventId: 'promise-uninstall',
      permission: kratixPromiseUninstallPermission,
      status: 204,
      async run(req, { caller, dryRun }) {
        const { confirm } = parseInput(uninstallQuerySchema, req.query);
        const ref = parseInput(promiseRefSchema, req.params);
        const by = { caller, dryRun, confirm };
        const { kind, name } = await installations.uninstall(ref, by);
        return { meta: { deletedKind: kind, deletedName: name } };
      },
    }),
  );

  return router;
}

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
import { audited } from '../http/audit';
import { parseInput } from '../http/parseInput';
import { requirePermission } from '../http/requirePermission';
import type { RouteOptions } from '../http/routeOptions';
import { sendJson } from '../http/sendJson';
import type { InstallationService } from './InstallationService';

/** @internal */
export function createInstallationRoutes(
  options: RouteOptions & {
    installations: Pick<InstallationService, 'get' | 'impact' | 'uninstall'>;
    auditor: AuditorService;
  },
): Router {
  const { callers, permissions, access, installations, auditor } = options;
  const router = PromiseRouter();

  router.get(kratixPaths.installation, async (req, res) => {
    const caller = await callers.of(req);
    await requirePermission(
      permissions,
      kratixPromiseReadPermission,
      caller.credentials,
    );
    const ref = parseInput(promiseRefSchema, req.params);
    const visibility = await access.visibilityIfAny(caller);
    sendJson(res, installations.get(ref, visibility));
  });

  router.get(kratixPaths.uninstallImpact, async (req, res) => {
    const caller = await callers.of(req);
    await requirePermission(
      permissions,
      kratixPromiseUninstallPermission,
      caller.credentials,
    );
    const ref = parseInput(promiseRefSchema, req.params);
    const visibility = await access.visibilityIfAny(caller);
    sendJson(res, installations.impact(ref, visibility));
  });

  router.delete(kratixPaths.promise, async (req, res) => {
    const caller = await callers.of(req);
    // Read before anything is checked, so that the audit of a refusal has it.
    const dryRun = req.query.dryRun === 'true';
    await audited(
      auditor,
      req,
      { eventId: 'promise-uninstall', target: req.params, dryRun },
      async () => {
        await requirePermission(
          permissions,
          kratixPromiseUninstallPermission,
          caller.credentials,
        );
        const { confirm } = parseInput(uninstallQuerySchema, req.query);
        const ref = parseInput(promiseRefSchema, req.params);
        const target = await installations.uninstall(ref, {
          caller,
          dryRun,
          confirm,
        });
        return {
          result: undefined,
          meta: { deletedKind: target.kind, deletedName: target.name },
        };
      },
    );
    res.status(204).end();
  });

  return router;
}

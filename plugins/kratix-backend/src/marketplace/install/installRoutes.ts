import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  installBodySchema,
  kratixMarketplaceReadPermission,
  kratixPaths,
  kratixPromiseInstallPermission,
  kratixPromiseUpgradePermission,
  listingRefSchema,
  preflightBodySchema,
  promiseRefSchema,
  upgradeBodySchema,
  writeQuerySchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../../http/audit';
import type { PortalCaller } from '../../http/Callers';
import { parseInput } from '../../http/parseInput';
import { decide, requirePermission } from '../../http/requirePermission';
import type { RouteOptions } from '../../http/routeOptions';
import { sendJson } from '../../http/sendJson';
import type { InstallService } from './InstallService';

const platformParamSchema = promiseRefSchema.pick({ platform: true });

/** @internal */
export function createInstallRoutes(
  options: RouteOptions & {
    installs: Pick<
      InstallService,
      'subject' | 'preflight' | 'install' | 'upgrade' | 'mustBeOf' | 'view'
    >;
    auditor: AuditorService;
  },
): Router {
  const { callers, permissions, access, installs, auditor } = options;
  const router = PromiseRouter();
  const required = {
    install: kratixPromiseInstallPermission,
    upgrade: kratixPromiseUpgradePermission,
  };
  const mustMay = (kind: keyof typeof required, caller: PortalCaller) =>
    requirePermission(permissions, required[kind], caller.credentials);

  router.post(kratixPaths.preflight, async (req, res) => {
    const caller = await callers.of(req);
    await requirePermission(
      permissions,
      kratixMarketplaceReadPermission,
      caller.credentials,
    );
    // Who may neither learns nothing of listings and platforms.
    const upgrade = await decide(
      permissions,
      kratixPromiseUpgradePermission,
      caller.credentials,
    );
    if (upgrade.result !== AuthorizeResult.ALLOW) {
      await mustMay('install', caller);
    }
    const ref = parseInput(listingRefSchema, req.params);
    const body = parseInput(preflightBodySchema, req.body);
    const subject = installs.subject(ref, body);
    await mustMay(subject.kind, caller);
    const visibility = await access.visibilityIfAny(caller);
    sendJson(res, await installs.preflight(subject, { caller, visibility }));
  });

  router.post(kratixPaths.installPromise, async (req, res) => {
    const caller = await callers.of(req);
    const dryRun = isDryRun(req);
    const view = await audited(
      auditor,
      req,
      { eventId: 'promise-install', target: targetOf(req), dryRun },
      async () => {
        await mustMay('install', caller);
        parseInput(writeQuerySchema, req.query);
        const { platform } = parseInput(platformParamSchema, req.params);
        const body = parseInput(installBodySchema, req.body);
        const subject = installs.subject(body, { ...body, platform });
        const visibility = await access.visibilityIfAny(caller);
        const written = await installs.install(subject, {
          caller,
          visibility,
          acknowledged: body.acknowledged,
          seal: body.seal,
          dryRun,
        });
        const result = installs.view(written);
        const { name, version } = result;
        return { result, meta: { name, version, method: body.method } };
      },
    );
    res.status(201);
    sendJson(res, view);
  });

  router.post(kratixPaths.upgradePromise, async (req, res) => {
    const caller = await callers.of(req);
    const dryRun = isDryRun(req);
    const view = await audited(
      auditor,
      req,
      { eventId: 'promise-upgrade', target: targetOf(req), dryRun },
      async () => {
        await mustMay('upgrade', caller);
        parseInput(writeQuerySchema, req.query);
        const ref = parseInput(promiseRefSchema, req.params);
        const body = parseInput(upgradeBodySchema, req.body);
        const subject = installs.subject(body, {
          ...body,
          platform: ref.platform,
        });
        installs.mustBeOf(ref, subject);
        const visibility = await access.visibilityIfAny(caller);
        const written = await installs.upgrade(subject, {
          caller,
          visibility,
          acknowledged: body.acknowledged,
          seal: body.seal,
          dryRun,
          generation: body.generation,
        });
        const result = installs.view(written);
        const { version } = result;
        return { result, meta: { version, method: body.method } };
      },
    );
    sendJson(res, view);
  });

  return router;
}

/** Read before anything is checked, so that the audit of a refusal has it. */
function isDryRun(req: Request): boolean {
  return req.query.dryRun === 'true';
}

/** Where to and where from; of the body no more than the listing's name. */
function targetOf(req: Request): Record<string, string> {
  const listing = listingRefSchema.safeParse(req.body);
  return { ...req.params, ...listing.data };
}

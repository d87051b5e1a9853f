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
import type { PortalCaller } from '../../http/Callers';
import { parseInput } from '../../http/parseInput';
import { decide, requirePermission } from '../../http/requirePermission';
import type { RouteOptions } from '../../http/routeOptions';
import { reading, writing } from '../../http/routeSteps';
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
  const { permissions, access, installs } = options;
  const router = PromiseRouter();
  const required = {
    install: kratixPromiseInstallPermission,
    upgrade: kratixPromiseUpgradePermission,
  };
  const mustMay = (kind: keyof typeof required, caller: PortalCaller) =>
    requirePermission(permissions, required[kind], caller.credentials);

  router.post(
    kratixPaths.preflight,
    reading(options, kratixMarketplaceReadPermission, async (req, caller) => {
      // Who may neither learns nothing of listings and platforms.
      const upgrade = await decide(
        permissions,
        required.upgrade,
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
      return installs.preflight(subject, { caller, visibility });
    }),
  );

  router.post(
    kratixPaths.installPromise,
    writing(options, {
      eventId: 'promise-install',
      permission: required.install,
      target: targetOf,
      status: 201,
      async run(req, by) {
        parseInput(writeQuerySchema, req.query);
        const { platform } = parseInput(platformParamSchema, req.params);
        const body = parseInput(installBodySchema, req.body);
        const subject = installs.subject(body, { ...body, platform });
        const visibility = await access.visibilityIfAny(by.caller);
        const { acknowledged, seal, method } = body;
        const given = { ...by, visibility, acknowledged, seal };
        const result = installs.view(await installs.install(subject, given));
        const { name, version } = result;
        return { result, meta: { name, version, method } };
      },
    }),
  );

  router.post(
    kratixPaths.upgradePromise,
    writing(options, {
      eventId: 'promise-upgrade',
      permission: required.upgrade,
      target: targetOf,
      status: 200,
      async run(req, by) {
        parseInput(writeQuerySchema, req.query);
        const ref = parseInput(promiseRefSchema, req.params);
        const body = parseInput(upgradeBodySchema, req.body);
        const { platform } = ref;
        const subject = installs.subject(body, { ...body, platform });
        installs.mustBeOf(ref, subject);
        const visibility = await access.visibilityIfAny(by.caller);
        const { acknowledged, seal, method, generation } = body;
        const given = { ...by, visibility, acknowledged, seal, generation };
        const result = installs.view(await installs.upgrade(subject, given));
        return { result, meta: { version: result.version, method } };
      },
    }),
  );

  return router;
}

/** Where to and where from; of the body no more than the listing's name. */
function targetOf(req: Request): Record<string, string> {
  const listing = listingRefSchema.safeParse(req.body);
  return { ...req.params, ...listing.data };
}

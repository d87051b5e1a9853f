import type { AuditorService } from '@backstage/backend-plugin-api';
import type { Permission } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type { Request, RequestHandler } from 'express';
import { audited, type AuditedWrite } from './audit';
import type { PortalCaller } from './Callers';
import { readBody } from './exactBody';
import { requirePermission } from './requirePermission';
import type { RouteOptions } from './routeOptions';
import { sendJson } from './sendJson';

type Guard = Pick<RouteOptions, 'callers' | 'permissions'>;

/**
 * A route that reads, step by step: who asks, may they, what `answer` makes of
 * the input, and that as JSON. A refusal comes before the input is looked at.
 *
 * @internal
 */
export function reading(
  { callers, permissions }: Guard,
  permission: Permission,
  answer: (req: Request, caller: PortalCaller) => object | Promise<object>,
): RequestHandler {
  return async (req, res) => {
    const caller = await callers.of(req);
    await requirePermission(permissions, permission, caller.credentials);
    await readBody(req, res);
    sendJson(res, await answer(req, caller));
  };
}

/** A write that is refused or made, and audited either way. @internal */
export interface WriteRoute {
  eventId: AuditedWrite['eventId'];
  /** `by-object`: `run` asks, as the decision depends on what is written. */
  permission: Permission | 'by-object';
  /** For the audit; by default where the path says. */
  target?: (req: Request) => AuditedWrite['target'];
  status: 200 | 201 | 204;
  run(
    req: Request,
    by: { caller: PortalCaller; dryRun: boolean },
  ): Promise<{
    /** A function runs once the write is audited: it may fail, the write did not. */
    result?: object | (() => Promise<object>);
    meta?: JsonObject;
  }>;
}

/**
 * A route that writes: who asks, and, told to the audit however it ends, may
 * they and what `run` does; then its result.
 *
 * @internal
 */
export function writing(
  options: Guard & { auditor: AuditorService },
  route: WriteRoute,
): RequestHandler {
  const { callers, permissions, auditor } = options;
  const { eventId, permission, target, status, run } = route;
  return async (req, res) => {
    const caller = await callers.of(req);
    // Read before anything is checked, so that the audit of a refusal has it;
    // a body that can't be read is such a refusal.
    const dryRun = req.query.dryRun === 'true';
    const unreadable = await failureOf(readBody(req, res));
    const write = { eventId, target: target?.(req) ?? req.params, dryRun };
    const written = await audited(auditor, req, write, async () => {
      if (permission !== 'by-object') {
        await requirePermission(permissions, permission, caller.credentials);
      }
      if (unreadable) throw unreadable.error;
      const { result: made, meta } = await run(req, { caller, dryRun });
      return { result: made, meta };
    });
    const result = typeof written === 'function' ? await written() : written;
    res.status(status);
    if (result) sendJson(res, result);
    else res.end();
  };
}

async function failureOf(
  work: Promise<void>,
): Promise<{ error: unknown } | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return { error };
  }
}

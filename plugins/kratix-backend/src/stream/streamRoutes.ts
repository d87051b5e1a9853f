import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  kratixPaths,
  kratixPlatformReadPermission,
  streamQuerySchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { PortalCaller } from '../http/Callers';
import { parseInput } from '../http/parseInput';
import { decide } from '../http/requirePermission';
import type { RouteOptions } from '../http/routeOptions';
import { sightOf } from '../permissions/sightOf';
import {
  audienceOf,
  hearsAnything,
  type Audience,
  type StreamRights,
} from './audience';
import type { StreamHub } from './StreamHub';

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  // `no-transform` keeps compression away, which would hold events back.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

/** `setTimeout` takes longer ones for none at all. */
const longestTimerMs = 2 ** 31 - 1;

const msUntil = (time: Date) => time.getTime() - Date.now();

/** @internal */
export function createStreamRoutes(
  options: RouteOptions & { hub: Pick<StreamHub, 'mustTake' | 'add'> },
): Router {
  const { callers, hub } = options;
  const router = PromiseRouter();

  router.get(kratixPaths.stream, async (req, res) => {
    const caller = await callers.of(req);
    const query = parseInput(streamQuerySchema, req.query);
    const rights = async (who: PortalCaller) =>
      mustHear(audienceOf(query, await rightsOf(who, options)));
    const audience = await rights(caller);
    // Gone while that was asked: its end has been told, to nobody.
    if (res.destroyed) return;
    hub.mustTake(caller.userEntityRef);
    res.writeHead(200, headers);
    res.flushHeaders();
    const end = hub.add({
      person: caller.userEntityRef,
      sink: res,
      audience,
      // Anew, as the person may have left a team meanwhile.
      review: async () => rights(await callers.of(req)),
      lastEventId: req.get('last-event-id'),
    });
    // With its token ends what a person was let in for.
    const { expiresAt } = caller.credentials;
    const expiry =
      expiresAt &&
      setTimeout(end, Math.min(msUntil(expiresAt), longestTimerMs)).unref();
    res.once('close', () => {
      clearTimeout(expiry);
      end();
    });
  });

  return router;
}

async function rightsOf(
  caller: PortalCaller,
  options: Pick<RouteOptions, 'permissions' | 'access'>,
): Promise<StreamRights> {
  const [sight, platforms] = await Promise.all([
    sightOf(caller, options),
    decide(
      options.permissions,
      kratixPlatformReadPermission,
      caller.credentials,
    ),
  ]);
  return {
    ...sight,
    requests: !sight.visibility.none,
    platforms: platforms.result !== AuthorizeResult.DENY,
  };
}

/** @throws NotAllowedError (403) where there is nothing to hear */
function mustHear(audience: Audience): Audience {
  if (hearsAnything(audience)) return audience;
  throw new NotAllowedError('You may not see anything this stream tells of');
}

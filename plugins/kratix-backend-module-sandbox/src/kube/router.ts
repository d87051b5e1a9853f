import {
  Router,
  raw,
  type NextFunction,
  type Request,
  type Response,
} from 'express';
import { setTimeout as sleep } from 'node:timers/promises';
import type { User } from '../access';
import {
  KubeStatusError,
  methodNotAllowed,
  noSuchResource,
  notFound,
  tooManyRequests,
} from '../store';
import { authenticate, impersonate, type TokenUser } from './authentication';
import { parseCall, type ApiCall } from './call';
import type { Exchange, KubeContext, ResourceExchange } from './context';
import { eventsGroup } from './discovery';
import { befallen, type Befallen } from './faultResponses';
import { list } from './listing';
import { answerLogs } from './logs';
import { openApiDocument, openApiIndex, openApiV2 } from './openApi';
import { representationOf } from './representation';
import { answerReview, isReview } from './reviews';
import { sendJson } from './sendJson';
import { watch } from './watching';
import { create, patch, remove, removeAll, replace } from './writing';

const version = {
  major: '1',
  minor: '34',
  gitVersion: 'v1.34.0+kratix-sandbox',
  gitCommit: '',
  gitTreeState: 'clean',
  buildDate: '1970-01-01T00:00:00Z',
  goVersion: '',
  compiler: '',
  platform: 'sandbox',
};

const health = ['/healthz', '/livez', '/readyz'];
const longestBody = '3mb';

/** The paths that are about no kind; `undefined` for what is not there. */
function answerPath(
  { discovery, store }: KubeContext,
  { call }: Exchange,
): object | string | undefined {
  const path = call.path.replace(/(.)\/$/, '$1');
  const [, root, ...rest] = path.split('/');
  if (health.includes(path)) return 'ok';
  if (path === '/version') return version;
  if (path === '/api') return discovery.coreVersions();
  if (path === '/apis') return discovery.groups();
  if (root === 'api' && rest.length === 1) {
    return discovery.resources('', rest[0]);
  }
  if (root === 'apis') {
    const [group, of] = rest;
    return of === undefined
      ? discovery.group(group)
      : discovery.resources(group, of);
  }
  if (path === '/openapi/v2') return openApiV2(store);
  if (path === '/openapi/v3') return openApiIndex(discovery.groupVersions());
  if (path.startsWith('/openapi/v3/')) {
    const [, kind, group, of] = rest;
    return kind === 'api'
      ? openApiDocument(store, '', group)
      : openApiDocument(store, group, of);
  }
  return undefined;
}

/** The kind that a call is about. @throws KubeStatusError 404 */
function resourceExchange(
  { store, faults }: KubeContext,
  exchange: Exchange,
): ResourceExchange {
  const { resource } = exchange.call;
  if (!resource) throw noSuchResource();
  const isEvents =
    resource.group === eventsGroup && resource.plural === 'events';
  const kind = store.kind(isEvents ? '' : resource.group, resource.plural);
  const isServed = kind?.versions.some(
    one => one.served && one.name === resource.version,
  );
  if (
    !kind ||
    !isServed ||
    kind.plural !== resource.plural ||
    faults.isHidden(kind)
  ) {
    throw noSuchResource();
  }
  if (!kind.namespaced && resource.namespace !== undefined) {
    throw noSuchResource();
  }
  return { ...exchange, kind, resource };
}

function requireAccess({ access }: KubeContext, { call, user }: Exchange) {
  const { verb, resource, path } = call;
  if (!resource) {
    access.require(user, { verb, path });
    return;
  }
  const { group, plural, subresource, namespace, name } = resource;
  access.require(user, {
    verb,
    group,
    resource: subresource ? `${plural}/${subresource}` : plural,
    ...(namespace && { namespace }),
    ...(name && { name }),
  });
}

function answerResource(
  context: KubeContext,
  exchange: ResourceExchange,
  trouble: Befallen,
) {
  const { store, now, logs } = context;
  const { call, kind, req, res, resource } = exchange;
  const { name, namespace, subresource } = resource;
  const represent = representationOf({
    kind,
    call,
    accept: req.headers.accept,
    now: now(),
  });
  const found = () => {
    const object = store.get(kind.group, kind.plural, name ?? '', namespace);
    if (!object) throw notFound(kind, name ?? '');
    return object;
  };
  const known = subresource === undefined || subresource === 'status';
  const isLog = kind.plural === 'pods' && subresource === 'log';
  if (!known && !isLog) throw noSuchResource();
  switch (call.verb) {
    case 'get':
      if (isLog) answerLogs(found(), exchange, logs(), now());
      else sendJson(res, represent.object(found()));
      return;
    case 'list':
      sendJson(res, list(context, exchange, trouble.keep));
      return;
    case 'watch':
      watch(context, exchange, { isSilent: trouble.isSilent });
      return;
    case 'create':
      if (name) throw methodNotAllowed();
      sendJson(res.status(201), represent.object(create(context, exchange)));
      return;
    case 'update':
      sendJson(res, represent.object(replace(context, exchange)));
      return;
    case 'patch':
      sendJson(res, represent.object(patch(context, exchange)));
      return;
    case 'delete': {
      const removed = remove(context, exchange);
      const isGone = !store.get(kind.group, kind.plural, name ?? '', namespace);
      sendJson(
        res,
        isGone
          ? deleted(exchange, removed.metadata.uid)
          : represent.object(removed),
      );
      return;
    }
    case 'deletecollection':
      sendJson(
        res,
        represent.list(removeAll(context, exchange), {
          resourceVersion: store.resourceVersion(),
        }),
      );
      return;
    default:
      throw methodNotAllowed();
  }
}

function deleted({ kind, resource }: ResourceExchange, uid?: string) {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name: resource.name,
      ...(kind.group && { group: kind.group }),
      kind: kind.plural,
      uid,
    },
  };
}

/**
 * Some moments after a CRD is Established its storage is not there yet: lists
 * and watches are refused, all else waits (recording 08).
 *
 * @throws KubeStatusError 429
 */
async function untilStored({ now }: KubeContext, exchange: ResourceExchange) {
  const waitMs = exchange.kind.servedFrom - now().getTime();
  if (waitMs <= 0) return;
  if (['list', 'watch'].includes(exchange.call.verb)) {
    throw tooManyRequests('storage is (re)initializing', 1);
  }
  await sleep(waitMs);
}

async function answer(
  context: KubeContext,
  exchange: Exchange,
  trouble: Befallen,
) {
  const { call, res } = exchange;
  if (isReview(call)) {
    sendJson(res.status(201), answerReview(context.access, exchange));
    return;
  }
  if (call.resource) {
    const about = resourceExchange(context, exchange);
    await untilStored(context, about);
    answerResource(context, about, trouble);
    return;
  }
  const found = answerPath(context, exchange);
  if (found === undefined) throw noSuchResource();
  if (typeof found === 'string') res.type('text/plain').send(found);
  else sendJson(res, found);
}

function identify(
  { access }: KubeContext,
  req: Request,
  users: TokenUser[],
): User {
  return impersonate(req, authenticate(req, users), access);
}

function refuse(error: unknown, res: Response) {
  if (res.headersSent) {
    res.socket?.destroy();
    return;
  }
  const { status } =
    error instanceof KubeStatusError
      ? error
      : new KubeStatusError(500, 'InternalError', 'the sandbox failed');
  const retry = status.details?.retryAfterSeconds;
  if (retry) res.set('retry-after', String(retry));
  sendJson(res.status(status.code), { ...status, metadata: {} });
}

/**
 * The Kubernetes API as an express router.
 *
 * @internal
 */
export function createKubeRouter(
  context: KubeContext,
  options: { users: TokenUser[]; onError: (error: unknown) => void },
): Router {
  const router = Router();
  router.use(raw({ type: () => true, limit: longestBody }));
  router.use(async (req: Request, res: Response) => {
    try {
      const call = parseCall(req.method, req.originalUrl);
      const trouble = await befallen(context.faults.befall(call), res);
      if (!trouble.goesOn) return;
      const user = identify(context, req, options.users);
      const exchange: Exchange = { call, req, res, user };
      requireAccess(context, exchange);
      // A call that is never answered; a watch at least is opened.
      if (trouble.isSilent && call.verb !== 'watch') return;
      await answer(context, exchange, trouble);
    } catch (error) {
      if (!(error instanceof KubeStatusError)) options.onError(error);
      refuse(error, res);
    }
  });
  router.use(
    (error: Error, _req: Request, res: Response, _next: NextFunction) => {
      const isTooLarge = 'type' in error && error.type === 'entity.too.large';
      refuse(
        isTooLarge
          ? new KubeStatusError(
              413,
              'RequestEntityTooLarge',
              'Request entity too large: limit is 3145728',
            )
          : error,
        res,
      );
    },
  );
  return router;
}

/** @internal */
export type { ApiCall };

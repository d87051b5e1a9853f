import { kratixPaths } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixPlatforms } from '@kratix-portal/backstage-plugin-kratix-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Callers } from './Callers';

/**
 * Whether the plugin runs, and whether each platform has been heard of once,
 * be it in vain. For probes: without sign-in, and without a word on what there
 * is.
 *
 * @internal
 */
export function createHealthRoutes(options: {
  platforms: KratixPlatforms;
}): Router {
  const router = PromiseRouter();
  let ready = false;
  const synced = options.platforms.list().map(one => one.firstSync());
  void Promise.allSettled(synced).then(() => {
    ready = true;
  });
  router.get('/health', (_req, res) => {
    res.json({ status: 'ok' });
  });
  router.get('/readiness', (_req, res) => {
    res.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'starting' });
  });
  return router;
}

/** @internal */
export function createOpenApiRoutes(options: {
  callers: Callers;
  document: object;
}): Router {
  const router = PromiseRouter();
  router.get(kratixPaths.openapi, async (req, res) => {
    await options.callers.of(req);
    res.json(options.document);
  });
  return router;
}

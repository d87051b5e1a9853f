import type { AuditorService } from '@backstage/backend-plugin-api';
import {
  createRequestBodySchema,
  kratixPaths,
  kratixRequestCreatePermission,
  requestListQuerySchema,
  requestRefSchema,
  updateRequestBodySchema,
  writeQuerySchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../http/audit';
import { parseInput } from '../http/parseInput';
import { requirePermission } from '../http/requirePermission';
import type { RouteOptions } from '../http/routeOptions';
import { sendJson } from '../http/sendJson';
import type { RequestReader } from './RequestReader';
import type { RequestWriter } from './RequestWriter';

const createParamsSchema = requestRefSchema.pick({
  platform: true,
  crd: true,
});

/** @internal */
export function createRequestRoutes(
  options: RouteOptions & {
    requests: Pick<
      RequestReader,
      'list' | 'find' | 'detail' | 'written' | 'manifest' | 'object' | 'related'
    >;
    writer: Pick<RequestWriter, 'create' | 'update' | 'remove'>;
    auditor: AuditorService;
  },
): Router {
  const { callers, permissions, access, requests, writer, auditor } = options;
  const router = PromiseRouter();

  router.get(kratixPaths.requests, async (req, res) => {
    const caller = await callers.of(req);
    const visibility = await access.visibility(caller);
    const query = parseInput(requestListQuerySchema, req.query);
    res.json(requests.list(query, { viewer: caller, visibility }));
  });

  router.get(kratixPaths.request, async (req, res) => {
    const caller = await callers.of(req);
    const found = await access.readable(caller, () =>
      requests.find(parseInput(requestRefSchema, req.params)),
    );
    const allowed = await access.allowed(caller, found.resource);
    res.json(requests.detail(found, allowed));
  });

  router.get(kratixPaths.requestRelated, async (req, res) => {
    const caller = await callers.of(req);
    const found = await access.readable(caller, () =>
      requests.find(parseInput(requestRefSchema, req.params)),
    );
    const visibility = await access.visibility(caller);
    res.json(requests.related(found, visibility));
  });

  router.get(kratixPaths.requestManifest, async (req, res) => {
    const caller = await callers.of(req);
    const found = await access.readable(caller, () =>
      requests.find(parseInput(requestRefSchema, req.params)),
    );
    const yaml = await requests.manifest(found, endOf(res));
    res.type('application/yaml').send(yaml);
  });

  router.get(kratixPaths.requestObject, async (req, res) => {
    const caller = await callers.of(req);
    const found = await access.readable(caller, () =>
      requests.find(parseInput(requestRefSchema, req.params)),
    );
    sendJson(res, await requests.object(found, endOf(res)));
  });

  router.post(kratixPaths.createRequest, async (req, res) => {
    const caller = await callers.of(req);
    const dryRun = isDryRun(req);
    const detail = await audited(
      auditor,
      req,
      { eventId: 'request-create', target: req.params, dryRun },
      async () => {
        await requirePermission(
          permissions,
          kratixRequestCreatePermission,
          caller.credentials,
        );
        parseInput(writeQuerySchema, req.query);
        const at = parseInput(createParamsSchema, req.params);
        const body = parseInput(createRequestBodySchema, req.body);
        const { ref, platform, object } = await writer.create(at, body, {
          caller,
          dryRun,
        });
        const written = requests.written(ref, platform, object);
        const allowed = await access.allowed(caller, written.resource);
        const { namespace, name } = ref;
        return {
          result: requests.detail(written, allowed),
          meta: { namespace, name },
        };
      },
    );
    res.status(201).json(detail);
  });

  router.patch(kratixPaths.request, async (req, res) => {
    const caller = await callers.of(req);
    const dryRun = isDryRun(req);
    const detail = await audited(
      auditor,
      req,
      { eventId: 'request-update', target: req.params, dryRun },
      async () => {
        const found = await access.writable(caller, 'update', () =>
          requests.find(parseInput(requestRefSchema, req.params)),
        );
        parseInput(writeQuerySchema, req.query);
        const body = parseInput(updateRequestBodySchema, req.body);
        const { ref, platform, object } = await writer.update(
          found.resource.ref,
          body,
          { caller, dryRun, request: found.facts.request },
        );
        const written = requests.written(ref, platform, object);
        const allowed = await access.allowed(caller, written.resource);
        const fields = body.patch.map(({ path }) => path);
        return { result: requests.detail(written, allowed), meta: { fields } };
      },
    );
    res.json(detail);
  });

  router.delete(kratixPaths.request, async (req, res) => {
    const caller = await callers.of(req);
    const dryRun = isDryRun(req);
    await audited(
      auditor,
      req,
      { eventId: 'request-delete', target: req.params, dryRun },
      async () => {
        const { resource } = await access.writable(caller, 'delete', () =>
          requests.find(parseInput(requestRefSchema, req.params)),
        );
        parseInput(writeQuerySchema, req.query);
        await writer.remove(resource.ref, { caller, dryRun });
        return { result: undefined };
      },
    );
    res.status(204).end();
  });

  return router;
}

/** Read before anything is checked, so that the audit of a refusal has it. */
function isDryRun(req: Request): boolean {
  return req.query.dryRun === 'true';
}

/** Ends with the connection: nobody waits for the answer any more. */
function endOf(res: Response): AbortSignal {
  const controller = new AbortController();
  res.once('close', () => controller.abort());
  return controller.signal;
}

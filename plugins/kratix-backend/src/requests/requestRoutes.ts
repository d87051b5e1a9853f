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
import type { PortalCaller } from '../http/Callers';
import { parseInput } from '../http/parseInput';
import type { RouteOptions } from '../http/routeOptions';
import { writing } from '../http/routeSteps';
import { sendJson } from '../http/sendJson';
import type { FoundRequest, RequestReader } from './RequestReader';
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
  const { callers, access, requests, writer } = options;
  const router = PromiseRouter();
  // `kratix.request.read`, for what may depend on the request.
  const readable = (req: Request, caller: PortalCaller) =>
    access.readable(caller, () =>
      requests.find(parseInput(requestRefSchema, req.params)),
    );

  const detailFor = async (caller: PortalCaller, found: FoundRequest) =>
    requests.detail(found, {
      allowed: await access.allowed(caller, found.resource),
      visibility: await access.visibilityIfAny(caller),
    });

  router.get(kratixPaths.requests, async (req, res) => {
    const caller = await callers.of(req);
    const visibility = await access.visibility(caller);
    const query = parseInput(requestListQuerySchema, req.query);
    res.json(requests.list(query, { viewer: caller, visibility }));
  });

  router.get(kratixPaths.request, async (req, res) => {
    const caller = await callers.of(req);
    const found = await readable(req, caller);
    res.json(await detailFor(caller, found));
  });

  router.get(kratixPaths.requestRelated, async (req, res) => {
    const caller = await callers.of(req);
    const found = await readable(req, caller);
    const visibility = await access.visibility(caller);
    res.json(requests.related(found, visibility));
  });

  router.get(kratixPaths.requestManifest, async (req, res) => {
    const caller = await callers.of(req);
    const found = await readable(req, caller);
    const yaml = await requests.manifest(found, endOf(res));
    res.type('application/yaml').send(yaml);
  });

  router.get(kratixPaths.requestObject, async (req, res) => {
    const caller = await callers.of(req);
    const found = await readable(req, caller);
    sendJson(res, await requests.object(found, endOf(res)));
  });

  router.post(
    kratixPaths.createRequest,
    writing(options, {
      eventId: 'request-create',
      permission: kratixRequestCreatePermission,
      status: 201,
      async run(req, by) {
        parseInput(writeQuerySchema, req.query);
        const at = parseInput(createParamsSchema, req.params);
        const body = parseInput(createRequestBodySchema, req.body);
        const { ref, platform, object } = await writer.create(at, body, by);
        const { namespace, name } = ref;
        return {
          result: () =>
            detailFor(by.caller, requests.written(ref, platform, object)),
          meta: { namespace, name },
        };
      },
    }),
  );

  router.patch(
    kratixPaths.request,
    writing(options, {
      eventId: 'request-update',
      permission: 'by-object',
      status: 200,
      async run(req, by) {
        const found = await access.writable(by.caller, 'update', () =>
          requests.find(parseInput(requestRefSchema, req.params)),
        );
        parseInput(writeQuerySchema, req.query);
        const body = parseInput(updateRequestBodySchema, req.body);
        const { ref, platform, object } = await writer.update(
          found.resource.ref,
          body,
          { ...by, request: found.facts.request },
        );
        const fields = body.patch.map(({ path }) => path);
        return {
          result: () =>
            detailFor(by.caller, requests.written(ref, platform, object)),
          meta: { fields },
        };
      },
    }),
  );

  router.delete(
    kratixPaths.request,
    writing(options, {
      eventId: 'request-delete',
      permission: 'by-object',
      status: 204,
      async run(req, by) {
        const { resource } = await access.writable(by.caller, 'delete', () =>
          requests.find(parseInput(requestRefSchema, req.params)),
        );
        parseInput(writeQuerySchema, req.query);
        await writer.remove(resource.ref, by);
        return {};
      },
    }),
  );

  return router;
}

/** Ends with the connection: nobody waits for the answer any more. */
function endOf(res: Response): AbortSignal {
  const controller = new AbortController();
  // Who left before is told of no more.
  if (res.destroyed) controller.abort();
  res.once('close', () => controller.abort());
  return controller.signal;
}

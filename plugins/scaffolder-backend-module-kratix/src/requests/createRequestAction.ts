import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  type CreateRequestBody,
  type RequestDetail,
  type RequestRef,
  stringifyRequestRef,
  type TeamNamespacesRule,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixAccess } from '../platforms/KratixAccess';
import { refusalOf, statusOf } from '../platforms/refusal';
import { examples } from './createRequestAction.examples';
import { apiOf, fieldsOfRequest } from './fieldsOfRequest';
import { requestUrl } from './requestLinks';
import { ownerRef, requestNamespace } from './requestNamespace';

/** @internal */
export interface CreateRequestDeps {
  kratix: KratixAccess;
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  /** `kratix.namespaces` and the prefix of annotations. */
  rule: TeamNamespacesRule;
  appBaseUrl?: string;
}

/**
 * Sends a request as the person who runs the template. A dry run asks the
 * cluster as well, so it finds what no form can: CEL rules, webhooks, quota.
 *
 * @internal
 */
export const createRequestAction = (deps: CreateRequestDeps) =>
  createTemplateAction({
    id: 'kratix:request:create',
    description:
      'Requests an instance from a Promise, as the person who runs the template.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        platform: z => z.string().describe('Id of the platform, as in config'),
        promise: z => z.string().describe('Name of the Promise'),
        name: z => z.string().describe('Name of the request: a DNS label'),
        namespace: z =>
          z
            .string()
            .optional()
            .describe(
              'Default: the namespace of the owner, by kratix.namespaces',
            ),
        owner: z =>
          z
            .string()
            .optional()
            .describe('Entity ref of the Group that owns it'),
        service: z =>
          z
            .string()
            .optional()
            .describe('Entity ref of the Component that will use it'),
        values: z =>
          z
            .union([z.record(z.unknown()), z.string()])
            .optional()
            .describe("What the form of the Promise's Template gathered"),
        object: z =>
          z
            .union([z.record(z.unknown()), z.string()])
            .optional()
            .describe(
              'Instead of values: the fields beside metadata as they are, usually spec. As YAML text numbers keep every digit',
            ),
      },
      output: {
        ref: z => z.string().describe('platform/crd/namespace/name'),
        entityRef: z => z.string().describe('Entity of the request'),
        url: z => z.string().describe('Page about the request'),
        namespace: z => z.string().describe('Namespace it went to'),
      },
    },
    async handler(ctx) {
      const { input, signal, isDryRun: dryRun = false } = ctx;
      const { api, tokenFor } = deps.kratix;
      const credentials = await ctx.getInitiatorCredentials();
      const call = async () => ({
        signal,
        token: await tokenFor(credentials),
      });
      try {
        const { platform } = input;
        const promise = await api.getPromise(
          { platform, name: input.promise },
          await call(),
        );
        const owner = ownerRef(input.owner);
        const namespace =
          input.namespace ||
          (await requestNamespace({ ...deps, owner, credentials }));
        const body: CreateRequestBody = {
          name: input.name,
          namespace,
          object: fieldsOfRequest(promise, input),
          ...(owner && { owner }),
          ...(input.service && { service: input.service }),
          labels: { [taskLabel(deps.rule)]: ctx.task.id },
        };
        const at = { platform, crd: apiOf(promise).crd };
        const ref = { ...at, namespace, name: input.name };
        const entityRef = dryRun
          ? (await api.createRequest(at, body, { ...(await call()), dryRun }))
              .entityRef
          : await ctx.checkpoint({
              key: `kratix.request.create.${stringifyRequestRef(ref)}`,
              fn: async () =>
                (
                  await createOnce({ ref, body, deps, call })
                ).entityRef,
            });
        ctx.logger.info(
          `${dryRun ? 'Would send' : 'Sent'} ${input.name} to ${
            promise.title
          }, namespace ${namespace} on ${platform}`,
        );
        ctx.output('ref', stringifyRequestRef(ref));
        ctx.output('entityRef', entityRef);
        ctx.output('url', requestUrl(ref, deps.appBaseUrl));
        ctx.output('namespace', namespace);
      } catch (error) {
        throw refusalOf(error);
      }
    },
  });

/** Tells by which task a request was sent, should that task be resumed. */
function taskLabel({ annotationPrefix }: TeamNamespacesRule): string {
  return `${annotationPrefix}scaffolder-task`;
}

/**
 * A task that is resumed between the write and its checkpoint finds its own
 * request there, which is what it wanted.
 */
async function createOnce(options: {
  ref: RequestRef;
  body: CreateRequestBody;
  deps: CreateRequestDeps;
  call: () => Promise<{ signal?: AbortSignal; token: string }>;
}): Promise<RequestDetail> {
  const { ref, body, deps, call } = options;
  const { api } = deps.kratix;
  try {
    return await api.createRequest(ref, body, await call());
  } catch (error) {
    if (statusOf(error) !== 409) throw error;
    const { object } = await api.getRequestObject(ref, await call());
    const ours = Object.entries(body.labels ?? {}).every(
      ([label, task]) => object.metadata.labels?.[label] === task,
    );
    if (!ours) throw error;
    return api.getRequest(ref, await call());
  }
}

import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  cachedFormOf,
  stringifyRequestRef,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixAccess } from '../platforms/KratixAccess';
import { refusalOf } from '../platforms/refusal';
import {
  changedField,
  requestChanges,
  type WantedChanges,
} from './requestChanges';
import { readRequestRef, requestUrl } from './requestLinks';
import { examples } from './updateRequestAction.examples';

/** @internal */
export interface UpdateRequestDeps {
  kratix: KratixAccess;
  appBaseUrl?: string;
}

/** What came of an update; plain, as it is kept for a resumed task. */
type Updated = {
  changed: string[];
  generation: number;
  entityRef: string;
};

/**
 * Changes a request as the person who runs the template: what differs from the
 * live object is sent, nothing else, and nothing at all where it is so already.
 *
 * @internal
 */
export const updateRequestAction = (deps: UpdateRequestDeps) =>
  createTemplateAction({
    id: 'kratix:request:update',
    description:
      'Changes a request, as the person who runs the template. Sends only what differs.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ref: z => z.string().optional().describe('platform/crd/namespace/name'),
        platform: z =>
          z.string().optional().describe('Instead of ref: id of the platform'),
        promise: z =>
          z.string().optional().describe('Instead of ref: name of the Promise'),
        namespace: z =>
          z.string().optional().describe('Instead of ref: its namespace'),
        name: z => z.string().optional().describe('Instead of ref: its name'),
        values: z =>
          z
            .union([z.record(z.unknown()), z.string()])
            .optional()
            .describe(
              "As the form of the Promise's Template gathers it; what is not given stays",
            ),
        object: z =>
          z
            .union([z.record(z.unknown()), z.string()])
            .optional()
            .describe(
              'Fields beside metadata that are to change, usually within spec; null removes. As YAML text numbers keep every digit',
            ),
        patch: z =>
          z
            .array(
              z.object({
                op: z.enum(['add', 'remove', 'replace', 'test']),
                path: z.string(),
                value: z.unknown().optional(),
              }),
            )
            .optional()
            .describe('A JSON patch of the object'),
      },
      output: {
        ref: z => z.string().describe('platform/crd/namespace/name'),
        entityRef: z => z.string().describe('Entity of the request'),
        url: z => z.string().describe('Page about the request'),
        changed: z =>
          z.array(z.string()).describe('Fields that were changed, if any'),
        generation: z =>
          z.number().describe('Generation of the object afterwards'),
      },
    },
    async handler(ctx) {
      const { input, signal, isDryRun: dryRun = false } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const call = async () => ({
        signal,
        token: await deps.kratix.tokenFor(credentials),
      });
      try {
        const ref = await refOf(input, deps, call);
        const text = stringifyRequestRef(ref);
        const update = () =>
          updated({ ref, wanted: input, deps, call, dryRun });
        const done = dryRun
          ? await update()
          : await ctx.checkpoint({
              key: `kratix.request.update.${text}`,
              fn: update,
            });
        ctx.logger.info(sentenceOf(text, done.changed, dryRun));
        ctx.output('ref', text);
        ctx.output('entityRef', done.entityRef);
        ctx.output('url', requestUrl(ref, deps.appBaseUrl));
        ctx.output('changed', done.changed);
        ctx.output('generation', done.generation);
      } catch (error) {
        throw refusalOf(error);
      }
    },
  });

type Call = () => Promise<{ signal?: AbortSignal; token: string }>;

async function refOf(
  input: {
    ref?: string;
    platform?: string;
    promise?: string;
    namespace?: string;
    name?: string;
  },
  { kratix }: UpdateRequestDeps,
  call: Call,
): Promise<RequestRef> {
  const { ref, platform, promise, namespace, name } = input;
  if (ref) return readRequestRef(ref);
  if (!platform || !promise || !namespace || !name) {
    throw new InputError(
      'Say which request: by ref, or by platform, promise, namespace and name',
    );
  }
  const { api, title } = await kratix.api.getPromise(
    { platform, name: promise },
    await call(),
  );
  if (!api) throw new InputError(`${title} has no API, so no requests`);
  return { platform, crd: api.crd, namespace, name };
}

async function updated(options: {
  ref: RequestRef;
  wanted: WantedChanges;
  deps: UpdateRequestDeps;
  call: Call;
  dryRun: boolean;
}): Promise<Updated> {
  const { ref, wanted, deps, call, dryRun } = options;
  const { api } = deps.kratix;
  const { promise: name, entityRef } = await api.getRequest(ref, await call());
  const live = await api.getRequestObject(ref, await call());
  const promise = await api.getPromise(
    { platform: ref.platform, name },
    await call(),
  );
  const form = cachedFormOf(promise.schema, { hints: promise.hints });
  const { generation } = live;
  const patch = requestChanges(wanted, live.object, form);
  if (patch.length === 0) return { changed: [], generation, entityRef };
  const after = await api.updateRequest(
    ref,
    { generation, patch },
    { ...(await call()), dryRun },
  );
  return {
    changed: patch.filter(({ op }) => op !== 'test').map(changedField),
    generation: after.generation ?? generation,
    entityRef,
  };
}

function sentenceOf(ref: string, changed: string[], dryRun: boolean): string {
  if (changed.length === 0) return `Nothing to change: ${ref} is so already`;
  const fields = changed.join(', ');
  return `${dryRun ? 'Would change' : 'Changed'} ${fields} of ${ref}`;
}

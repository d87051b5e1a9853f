import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  type KubeObject,
  type PlatformFacts,
  PlatformUnavailableError,
  type RequestRef,
  textAt,
  valueAt,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { collectionPath } from '../cache/kindReads';
import { CallError } from '../connections/callError';
import type { Call, ClusterCalls } from '../connections/clusterCalls';
import type { PlatformWrites, RequestKind, WriteOptions } from '../types';
import { identityFor } from './identity';

/** Who the API server notes as having changed a field. @internal */
export const fieldManager = 'backstage-kratix';

/** @internal */
export interface WriteContext {
  platform: string;
  identity: PlatformFacts['identity'];
  /** @throws PlatformUnavailableError while there is no connection */
  calls: () => ClusterCalls;
  kindOf: (crd: string) => RequestKind | undefined;
  /** From the cache, which may lag. */
  cached: (ref: RequestRef) => KubeObject | undefined;
}

/** Writes straight to the API server; the cache learns of them by its watch. @internal */
export function createPlatformWrites(context: WriteContext): PlatformWrites {
  return {
    async createRequest(kind, object, options) {
      const { namespace } = object.metadata;
      const { group, version } = kind;
      const body = {
        ...object,
        apiVersion: `${group}/${version}`,
        kind: kind.kind,
      };
      const created = await send(context, options, {
        method: 'POST',
        path: collectionPath(kind, kind.namespaced ? namespace : undefined),
        // Unknown fields are refused, not dropped in silence: a person would
        // believe to have set them.
        query: { ...writeQuery(options), fieldValidation: 'Strict' },
        body,
      });
      return asObject(context, created);
    },

    async patchRequest(ref, patch, options) {
      const { generation } = options;
      const path = requestPath(context, ref);
      const patched = await send(
        context,
        options,
        {
          method: 'PATCH',
          path,
          query: { ...writeQuery(options), fieldValidation: 'Strict' },
          headers: { 'content-type': 'application/json-patch+json' },
          body: [
            { op: 'test', path: '/metadata/generation', value: generation },
            ...patch,
          ],
        },
        error => hasMoved(context, path, error, generation),
      );
      return asObject(context, patched);
    },

    async deleteRequest(ref, options) {
      const uid = context.cached(ref)?.metadata.uid;
      await send(context, options, {
        method: 'DELETE',
        path: requestPath(context, ref),
        query: writeQuery(options),
        body: {
          apiVersion: 'v1',
          kind: 'DeleteOptions',
          ...(options.dryRun ? { dryRun: ['All'] } : {}),
          // Not the namesake that took its place since it was looked at.
          ...(uid ? { preconditions: { uid } } : {}),
        },
      });
    },
  };
}

function writeQuery({ dryRun }: WriteOptions) {
  return { fieldManager, dryRun: dryRun ? 'All' : undefined };
}

/** @throws NotFoundError for a kind that no Promise defines @internal */
export function requestPath(
  context: Pick<WriteContext, 'kindOf' | 'platform'>,
  ref: RequestRef,
): string[] {
  const kind = context.kindOf(ref.crd);
  if (!kind) {
    throw new NotFoundError(`Not found on platform '${context.platform}'`);
  }
  const namespace = ref.namespace === '-' ? undefined : ref.namespace;
  return [...collectionPath(kind, namespace), ref.name];
}

async function send(
  context: WriteContext,
  { caller, signal }: WriteOptions,
  call: Call,
  isConflict: (error: CallError) => Promise<boolean> = async () => false,
): Promise<unknown> {
  const { platform } = context;
  const as = identityFor(context.identity, caller);
  try {
    return await context.calls().json({ ...call, as, signal });
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof CallError)) throw error;
    if (await isConflict(error)) {
      throw new ConflictError(`Changed meanwhile on platform '${platform}'`);
    }
    // A person's own token that is refused is no failure of the platform.
    if (error.code === 401 && as?.kind === 'token') {
      throw new NotAllowedError(`Not signed in to platform '${platform}'`);
    }
    throw error.asPlatformError(platform);
  }
}

/**
 * A failed test is answered by 422 without a cause, as is a patch that does not
 * fit; only the object itself tells which.
 */
async function hasMoved(
  { calls }: WriteContext,
  path: string[],
  error: CallError,
  generation: number,
): Promise<boolean> {
  if (error.code !== 422) return false;
  const causes = error.status?.details?.causes ?? [];
  if (causes.some(cause => cause.field)) return false;
  try {
    const object = await calls().json({ path });
    return valueAt(object, 'metadata', 'generation') !== generation;
  } catch {
    return false;
  }
}

/** @throws PlatformUnavailableError where the answer is no object @internal */
export function asObject(
  { platform }: Pick<WriteContext, 'platform'>,
  answer: unknown,
): KubeObject {
  if (textAt(answer, 'metadata', 'name') === undefined) {
    throw new PlatformUnavailableError(platform);
  }
  return answer as KubeObject;
}

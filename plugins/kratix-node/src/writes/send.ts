import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  type KubeObject,
  type PlatformFacts,
  PlatformUnavailableError,
  type RequestRef,
  textAt,
  valueAt,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { CallError } from '../connections/callError';
import type { Call, ClusterCalls } from '../connections/clusterCalls';
import type {
  ManagedKind,
  PatchOperation,
  RequestKind,
  WriteOptions,
} from '../types';
import { identityFor } from './identity';

/** Who the API server notes as having changed a field. */
const fieldManager = 'backstage-kratix';

/** @internal */
export interface WriteContext {
  platform: string;
  identity: PlatformFacts['identity'];
  /** @throws PlatformUnavailableError while there is no connection */
  calls: () => ClusterCalls;
  kindOf: (crd: string) => RequestKind | undefined;
  /** From the cache, which may lag. */
  cached: (ref: RequestRef) => KubeObject | undefined;
  cachedObject: (what: ManagedKind, name: string) => KubeObject | undefined;
}

/** @internal */
export function writeQuery({ dryRun }: WriteOptions) {
  return { fieldManager, dryRun: dryRun ? 'All' : undefined };
}

/** @internal */
export function deleteOptions({ dryRun }: WriteOptions, uid?: string) {
  return {
    apiVersion: 'v1',
    kind: 'DeleteOptions',
    ...(dryRun ? { dryRun: ['All'] } : {}),
    // Not the namesake that took its place since it was looked at.
    ...(uid ? { preconditions: { uid } } : {}),
  };
}

/** A patch that fits one generation alone. @internal */
export function guarded(
  patch: readonly PatchOperation[],
  generation: number,
): PatchOperation[] {
  return [
    { op: 'test', path: '/metadata/generation', value: generation },
    ...patch,
  ];
}

/** @throws errors of `errorFromKube` @internal */
export async function send(
  context: WriteContext,
  { caller, signal }: WriteOptions,
  call: Call,
  isConflict: (error: CallError) => Promise<boolean> = async () => false,
): Promise<{ body: unknown; warnings: string[] }> {
  const { platform } = context;
  const as = identityFor(context.identity, caller);
  try {
    return await context.calls().answer({ ...call, as, signal });
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
 *
 * @internal
 */
export async function hasMoved(
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

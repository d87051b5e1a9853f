import {
  installObject,
  releaseObject,
  releasePatch,
  upgradePatch,
  type InstallOrigin,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  Caller,
  WrittenObject,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { InstallSubject } from './installSubject';

/** Options of a write for a subject. @internal */
export interface SubjectWrite {
  caller: Caller;
  origin: InstallOrigin;
  /** The installed Promise as it is now; for upgrades. */
  before?: KubeObject;
  dryRun?: boolean;
}

/**
 * Creates the Promise, or changes the one that is there.
 *
 * @throws errors of `errorFromKube`
 * @internal
 */
export async function writePromise(
  { platform, promise, kind, kept }: InstallSubject,
  { caller, origin, before, dryRun }: SubjectWrite,
): Promise<WrittenObject> {
  const { writes } = platform;
  if (kind === 'install' || !before) {
    return writes.createPromise(installObject(promise, origin), {
      caller,
      dryRun,
    });
  }
  return writes.patchPromise(
    kept.listing.name,
    upgradePatch(before, promise, origin),
    { caller, dryRun, generation: before.metadata.generation ?? 0 },
  );
}

/**
 * Has Kratix fetch it: by a new PromiseRelease, or by the one that is there.
 *
 * @throws errors of `errorFromKube`
 * @internal
 */
export async function writeRelease(
  { platform, kept, release }: InstallSubject,
  { caller, origin, dryRun }: SubjectWrite,
): Promise<WrittenObject> {
  const { writes } = platform;
  const to = {
    version: kept.listing.version ?? '',
    url: kept.publicUrl ?? '',
  };
  if (!release) {
    return writes.createPromiseRelease(
      releaseObject({ name: kept.listing.name, ...to }, origin),
      { caller, dryRun },
    );
  }
  // Whole, as the cache leaves out annotations that the patch must not lose.
  const { name } = release.metadata;
  const whole = await platform.readObject('promisereleases', name);
  return writes.patchPromiseRelease(name, releasePatch(whole, to, origin), {
    caller,
    dryRun,
    generation: whole.metadata.generation ?? 0,
  });
}

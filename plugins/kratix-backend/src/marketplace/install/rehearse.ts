import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  documentProblems,
  isPublicAddress,
  RefusedInputError,
  releaseObject,
  type Fetching,
  type InstallOrigin,
  type KubeObject,
  type NotAsked,
  type Rehearsal,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  Caller,
  Platform,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { InstallSubject } from './installSubject';
import { writePromise } from './writePromise';

/** Kratix gives itself ten seconds to fetch. */
const fetchingMs = 15_000;

/** What the platform says to a write that keeps nothing. @internal */
export interface Rehearsed {
  access: 'allowed' | 'denied' | 'unknown';
  rehearsal: Rehearsal;
  /** As the API server would keep it. */
  object?: KubeObject;
}

/**
 * Has the platform check the Promise, as the person, without keeping it.
 *
 * @throws ConflictError (409) where it changed meanwhile,
 *   PlatformUnavailableError (503)
 * @internal
 */
export async function rehearse(
  subject: InstallSubject,
  options: { caller: Caller; origin: InstallOrigin; before?: KubeObject },
): Promise<Rehearsed> {
  const { platform, kept, promise, kind } = subject;
  const { caller } = options;
  const access = await accessOf(subject, caller);
  if (access === 'denied') {
    return { access, rehearsal: notAsked('not-allowed') };
  }
  if (documentProblems(promise, kept.listing.name).length > 0) {
    return { access, rehearsal: notAsked('document') };
  }
  if (kind === 'install' && subject.installed) {
    return { access, rehearsal: notAsked('name-taken') };
  }
  try {
    const { object, warnings } = await writePromise(subject, {
      ...options,
      dryRun: true,
    });
    return { access, rehearsal: { state: 'accepted', warnings }, object };
  } catch (error) {
    if (error instanceof RefusedInputError) {
      const { message, causes } = error;
      // Some webhook of the cluster can't be rehearsed with.
      if (/does not support dry run/i.test(message)) {
        return { access, rehearsal: notAsked('no-dry-run', message) };
      }
      const details = causes.flatMap(({ field, message: text }) =>
        field ? [text ? `${field}: ${text}` : field] : [],
      );
      return {
        access,
        rehearsal: { state: 'refused', says: message, details },
      };
    }
    if (error instanceof NotAllowedError) {
      return {
        // Who may write releases need not be let write Promises.
        access: subject.method === 'release' ? access : 'denied',
        rehearsal: notAsked('not-allowed'),
      };
    }
    if (error instanceof ConflictError && kind === 'install') {
      // The cache lags: somebody was faster.
      throw alreadyThere(kept.listing.name, platform);
    }
    throw error;
  }
}

/** @internal */
export function alreadyThere(name: string, platform: Platform): ConflictError {
  return new ConflictError(
    `Promise '${name}' is on platform '${platform.id}' already; check again`,
  );
}

function notAsked(reason: NotAsked, says?: string): Rehearsal {
  return { state: 'not-asked', reason, ...(says && { says }) };
}

async function accessOf(
  { platform, kind, kept, method, release }: InstallSubject,
  caller: Caller,
): Promise<Rehearsed['access']> {
  const { name } = kept.listing;
  try {
    const byRelease = method === 'release';
    const isChange = byRelease ? release !== undefined : kind === 'upgrade';
    const may = await platform.mayManage(
      caller,
      isChange ? 'update' : 'create',
      byRelease ? 'promisereleases' : 'promises',
      isChange ? name : undefined,
    );
    return may ? 'allowed' : 'denied';
  } catch (error) {
    return error instanceof NotAllowedError ? 'denied' : 'unknown';
  }
}

/**
 * Can Kratix fetch the Promise by itself? A release that its webhook is asked
 * about is fetched at once; without webhook anything is accepted, which shows
 * in a release without address being accepted too. Nothing is kept.
 *
 * @internal
 */
export async function tryToFetch(
  { platform, kept, release, edited }: InstallSubject,
  { caller, origin }: { caller: Caller; origin: InstallOrigin },
): Promise<Fetching> {
  const { publicUrl: url, listing } = kept;
  const { version } = listing;
  if (!url || !version || edited) return { state: 'unknown' };
  // An author's address is not to reach what only the cluster does.
  if (!isPublicAddress(url)) return { state: 'not-public' };
  // Creating alone is checked, so one that is there is tried under a new name.
  const name = release ? `${listing.name}-preflight` : listing.name;
  const signal = AbortSignal.timeout(fetchingMs);
  const options = { caller, dryRun: true, signal };
  const create = (address: string) =>
    platform.writes.createPromiseRelease(
      releaseObject({ name, version, url: address }, origin),
      options,
    );
  try {
    const { warnings } = await create(url);
    // Accepted, but Kratix would not install it.
    const says = warnings.find(text => /version label/i.test(text));
    if (says) return { state: 'refused', says };
  } catch (error) {
    return error instanceof RefusedInputError
      ? { state: 'refused', says: error.message }
      : { state: 'unknown' };
  }
  try {
    await create('');
    return { state: 'unknown' };
  } catch (error) {
    return error instanceof RefusedInputError
      ? { state: 'fetched' }
      : { state: 'unknown' };
  }
}

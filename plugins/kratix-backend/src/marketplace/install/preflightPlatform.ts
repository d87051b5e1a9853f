import { NotFoundError } from '@backstage/errors';
import {
  apiOfPromise,
  type KubeObject,
  type PreflightPlatform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  Platform,
  WatchedKind,
} from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * What a preflight may know of a platform: lists that were read at least once,
 * and the CRD of the wanted name, which the cache has only where it belongs to
 * a Promise.
 *
 * @internal
 */
export async function preflightPlatform(
  platform: Platform,
  promise: KubeObject,
): Promise<PreflightPlatform> {
  const { kinds } = platform.facts();
  const list = (what: WatchedKind): KubeObject[] | undefined => {
    const kind = kinds.find(
      ({ plural, promise: of }) => plural === what && of === undefined,
    );
    const unread =
      kind?.syncedAt === undefined ||
      kind.state === 'forbidden' ||
      kind.state === 'absent';
    return unread ? undefined : platform.list(what);
  };
  const crd = await crdOf(platform, promise);
  return {
    promises: list('promises'),
    revisions: list('promiserevisions'),
    releases: list('promisereleases'),
    destinations: list('destinations'),
    crds: list('customresourcedefinitions'),
    ...(crd && { crd }),
  };
}

async function crdOf(
  platform: Platform,
  promise: KubeObject,
): Promise<KubeObject | 'none' | undefined> {
  const offered = apiOfPromise(promise);
  if (!('api' in offered)) return undefined;
  try {
    return await platform.readObject(
      'customresourcedefinitions',
      offered.api.crd,
    );
  } catch (error) {
    // Anything else leaves it unknown, which the preflight warns of.
    return error instanceof NotFoundError ? 'none' : undefined;
  }
}

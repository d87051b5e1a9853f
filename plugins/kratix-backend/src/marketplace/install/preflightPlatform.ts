import { NotFoundError } from '@backstage/errors';
import {
  apiOfPromise,
  type KubeObject,
  type PreflightPlatform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';
import { knownList } from '../../platforms/knownList';

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
  const crd = await crdOf(platform, promise);
  return {
    promises: knownList(platform, 'promises'),
    revisions: knownList(platform, 'promiserevisions'),
    releases: knownList(platform, 'promisereleases'),
    destinations: knownList(platform, 'destinations'),
    crds: knownList(platform, 'customresourcedefinitions'),
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

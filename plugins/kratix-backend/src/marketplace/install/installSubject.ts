import { InputError } from '@backstage/errors';
import {
  apiOfPromise,
  cleanPromise,
  isEdited,
  isTooLargePromise,
  kratixLabels,
  labelOf,
  originOf,
  type InstallMethod,
  type KubeObject,
  type ListingRef,
  type preflightBodySchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';
import type { z } from 'zod';
import type { KeptListing } from '../types';

/** What a person wants of a listing. @internal */
export type InstallWish = z.output<typeof preflightBodySchema>;

/**
 * A listing on its way to a platform.
 *
 * @internal
 */
export interface InstallSubject {
  ref: ListingRef;
  kept: KeptListing;
  platform: Platform;
  method: InstallMethod;
  /** As it would be applied, without what clusters write. */
  promise: KubeObject;
  /** The person changed what the listing has. */
  edited: boolean;
  /** `upgrade`: a Promise of that name and API is there. */
  kind: 'install' | 'upgrade';
  /** The Promise of that name, from the cache. */
  installed?: KubeObject;
  /** The PromiseRelease that keeps it, or would. */
  release?: KubeObject;
}

/**
 * Puts together what an install is about. Reads the cache alone.
 *
 * @throws InputError (400) for a method that can't be
 * @internal
 */
export function installSubject(
  at: { ref: ListingRef; kept: KeptListing; platform: Platform },
  wish: Pick<InstallWish, 'manifest' | 'method'>,
  annotationPrefix: string,
): InstallSubject {
  const { ref, kept, platform } = at;
  const { listing, publicUrl } = kept;
  const given = wish.manifest && asPromise(wish.manifest);
  const edited = given !== undefined && isEdited(listing.promise, given);
  if (wish.method === 'release') {
    mustBeReleasable(edited, listing.version, publicUrl);
  }
  const installed = platform.get('promises', listing.name);
  const releases = platform.list('promisereleases');
  const releaseName =
    (installed && labelOf(installed, kratixLabels.promiseReleaseName)) ??
    listing.name;
  const origin = installed && originOf(installed, releases, annotationPrefix);
  const isOurs = origin?.source === ref.source && origin.entry === ref.entry;
  const isThere =
    installed !== undefined &&
    (isOurs || crdOf(installed) === crdOf(listing.promise));
  return {
    ...at,
    method: wish.method,
    promise: cleanPromise(given ?? listing.promise),
    edited,
    kind: isThere ? 'upgrade' : 'install',
    installed,
    release: releases.find(({ metadata }) => metadata.name === releaseName),
  };
}

/**
 * What is no Promise is found by the preflight, which says what is wrong.
 *
 * @throws InputError (400) for what nothing should look at
 */
function asPromise(manifest: Record<string, unknown>): KubeObject {
  if (isTooLargePromise(manifest)) {
    throw new InputError('manifest: it is too large, or nested too deep');
  }
  const { metadata } = manifest;
  const isMap =
    typeof metadata === 'object' &&
    metadata !== null &&
    !Array.isArray(metadata);
  return { ...manifest, metadata: { name: '', ...(isMap && metadata) } };
}

function mustBeReleasable(
  edited: boolean,
  version: string | undefined,
  url: string | undefined,
): void {
  if (edited) {
    throw new InputError(
      'method: a PromiseRelease installs what the listing has; install the edited Promise itself',
    );
  }
  if (!version || !url) {
    throw new InputError(
      `method: no PromiseRelease can install this listing, as it has no ${
        version ? 'address that Kratix could fetch' : 'version'
      }`,
    );
  }
}

function crdOf(promise: KubeObject): string | undefined {
  const offered = apiOfPromise(promise);
  return 'api' in offered ? offered.api.crd : undefined;
}

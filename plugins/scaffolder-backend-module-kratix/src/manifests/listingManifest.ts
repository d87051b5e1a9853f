import { InputError } from '@backstage/errors';
import {
  cleanPromise,
  isKubeObject,
  type InstallMethod,
  type KubeObject,
  type ListingDetail,
  releaseObject,
  withOrigin,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { parse, stringify } from 'yaml';

/**
 * What installs a listing, as YAML for Git: it says where it comes from, as an
 * install by the portal does, so that the portal knows the Promise by it.
 *
 * @throws InputError where the listing can't be installed that way
 * @internal
 */
export function listingManifest(
  listing: Pick<
    ListingDetail,
    'source' | 'entry' | 'name' | 'version' | 'promiseUrl' | 'manifest'
  >,
  options: {
    method: InstallMethod;
    /** Entity ref of the person. */
    installedBy: string;
    /** Of the portal's annotations, ending in a slash. */
    prefix: string;
  },
): string {
  const { source, entry } = listing;
  const origin = { ...options, ref: { source, entry } };
  return yamlOf(
    options.method === 'release'
      ? releaseObject(releaseOf(listing), origin)
      : withOrigin(promiseIn(listing), origin.ref, options),
  );
}

function releaseOf({
  name,
  version,
  promiseUrl,
}: Parameters<typeof listingManifest>[0]) {
  if (!version) {
    throw new InputError(
      `${name} has no version, so no PromiseRelease can name it`,
    );
  }
  if (!promiseUrl) {
    throw new InputError(
      `Kratix can't fetch ${name} from its source: use method promise`,
    );
  }
  return { name, version, url: promiseUrl };
}

function promiseIn({
  name,
  manifest,
}: Parameters<typeof listingManifest>[0]): KubeObject {
  // Every digit of a whole number stays.
  const object: unknown = parse(manifest, { intAsBigInt: true });
  if (isKubeObject(object)) return cleanPromise(object);
  throw new InputError(`The listing of ${name} holds no Promise`);
}

/** @internal */
export function yamlOf(object: object): string {
  return stringify(object, { aliasDuplicateObjects: false, lineWidth: 0 });
}

import { listingRefSchema, type ListingRef } from '../api';
import { annotationOf, labelOf, nameOf, type KubeObject } from '../kube';
import { kratixLabels } from '../kratixNames';

const listingKey = (prefix: string) => `${prefix}marketplace-listing`;
const installerKey = (prefix: string) => `${prefix}installed-by`;

/**
 * The listing that a Promise was installed from, where that was written down:
 * on the PromiseRelease that keeps it, or on the Promise itself.
 *
 * @param releases - of the platform
 * @param prefix - of the portal's annotations, ending in a slash
 * @public
 */
export function originOf(
  promise: KubeObject,
  releases: readonly KubeObject[],
  prefix: string,
): ListingRef | undefined {
  const releaseName = labelOf(promise, kratixLabels.promiseReleaseName);
  const release =
    releaseName && releases.find(one => nameOf(one) === releaseName);
  return (
    (release && originWritten(release, prefix)) ||
    originWritten(promise, prefix)
  );
}

/** What is written on one object alone. @public */
export function originWritten(
  object: KubeObject,
  prefix: string,
): ListingRef | undefined {
  const [source, entry, ...more] =
    annotationOf(object, listingKey(prefix))?.split('/') ?? [];
  // Anybody may write it by hand: it becomes part of an address.
  const ref = listingRefSchema.safeParse({ source, entry });
  return ref.success && more.length === 0 ? ref.data : undefined;
}

/**
 * A copy of a Promise or PromiseRelease that says where it comes from and who
 * installed it.
 *
 * @param installedBy - entity ref of the person
 * @public
 */
export function withOrigin<T extends KubeObject>(
  object: T,
  { source, entry }: ListingRef,
  { prefix, installedBy }: { prefix: string; installedBy: string },
): T {
  const annotations = {
    ...object.metadata.annotations,
    [listingKey(prefix)]: `${source}/${entry}`,
    [installerKey(prefix)]: installedBy,
  };
  return { ...object, metadata: { ...object.metadata, annotations } };
}

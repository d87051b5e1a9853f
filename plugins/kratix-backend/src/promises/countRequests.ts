import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';

/** A kind that was never read may have any number of requests. @internal */
export function requestsAreKnown(platform: Platform, promise: string): boolean {
  return platform
    .facts()
    .kinds.filter(kind => kind.promise === promise)
    .every(
      ({ syncedAt, state }) => syncedAt !== undefined && state !== 'forbidden',
    );
}

/**
 * How many requests of a Promise there are, whoever may see them; `undefined`
 * where they can't be read.
 *
 * @internal
 */
export function countRequests(
  platform: Platform,
  promise: string,
): number | undefined {
  if (!requestsAreKnown(platform, promise)) return undefined;
  return platform
    .requestKinds()
    .filter(kind => kind.promise === promise)
    .flatMap(({ crd }) => platform.requests({ crd }))
    .filter(object => platform.requestRef(object)).length;
}

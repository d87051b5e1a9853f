import type { InstallState, ListingRef } from '../api';
import { labelOf, nameOf, type KubeObject } from '../kube';
import { kratixLabels } from '../kratixNames';
import { apiOfPromise } from '../promises';
import { compareVersions } from './compareVersions';
import { originOf } from './origin';
import { isSamePromise } from './samePromise';
import type { MarketplaceListing } from './types';

/** What a platform is known to hold. @public */
export interface PlatformHoldings {
  platform: string;
  /** All its Promises; absent where they were never read. */
  promises?: readonly KubeObject[];
  releases?: readonly KubeObject[];
}

/**
 * What a platform has of a listing. Pure and total.
 *
 * @param prefix - of the portal's annotations, ending in a slash
 * @public
 */
export function installStateOf(
  listing: Pick<MarketplaceListing, 'name' | 'version' | 'promise'>,
  ref: ListingRef,
  { platform, promises, releases = [] }: PlatformHoldings,
  prefix: string,
): InstallState {
  if (!promises) return { platform, state: 'unknown' };
  const installed = promises.find(one => nameOf(one) === listing.name);
  if (!installed) return { platform, state: 'not-installed' };
  const version = labelOf(installed, kratixLabels.promiseVersion);
  const found = { platform, ...(version && { version }) };
  const origin = originOf(installed, releases, prefix);
  const isRecorded =
    origin?.source === ref.source && origin.entry === ref.entry;
  if (!isRecorded && apiKey(installed) !== apiKey(listing.promise)) {
    return { ...found, state: 'name-taken' };
  }
  if (origin && !isRecorded) return { ...found, state: 'elsewhere' };
  const isSame = isSamePromise(listing.promise, installed);
  const unrecorded = isSame ? 'certain' : 'likely';
  return {
    ...found,
    state: stateBy(version, listing.version, isSame),
    confidence: isRecorded ? 'recorded' : unrecorded,
  };
}

function stateBy(
  installed: string | undefined,
  listed: string | undefined,
  isSame: boolean,
): InstallState['state'] {
  if (installed === listed) return isSame ? 'installed' : 'differs';
  if (installed === undefined || listed === undefined) return 'differs';
  const order = compareVersions(installed, listed);
  if (order === 'newer') return 'update';
  return order === 'older' ? 'newer-installed' : 'differs';
}

/** What its requests are called; empty for a Promise without API. */
function apiKey(promise: KubeObject): string {
  const offered = apiOfPromise(promise);
  return 'api' in offered ? `${offered.api.group}/${offered.api.kind}` : '';
}

import type { PlatformView } from '../api';
import type { PlatformKindFacts } from './facts';

/** All of which objects a person may see. @public */
export interface CountRights {
  promises: boolean;
  destinations: boolean;
  /** Every single one: how many there are says something of each. */
  requests: boolean;
}

const withPromises = new Set([
  'promises',
  'promisereleases',
  'promiserevisions',
  'customresourcedefinitions',
]);

const withDestinations = new Set([
  'destinations',
  'bucketstatestores',
  'gitstatestores',
]);

/**
 * How many objects of a kind there are, for those who may know. All but what
 * Promises and Destinations bring goes up and down with requests. Pure.
 *
 * @internal
 */
export function countOfKind(
  kind: PlatformKindFacts,
  rights: CountRights,
): PlatformView['kinds'][number]['count'] {
  // None of what was never read would be a zero that nobody saw.
  if (kind.syncedAt === undefined || kind.state === 'forbidden') {
    return undefined;
  }
  return rights[rightFor(kind)] ? kind.count : undefined;
}

function rightFor({ plural, promise }: PlatformKindFacts): keyof CountRights {
  if (promise !== undefined) return 'requests';
  if (withPromises.has(plural)) return 'promises';
  return withDestinations.has(plural) ? 'destinations' : 'requests';
}

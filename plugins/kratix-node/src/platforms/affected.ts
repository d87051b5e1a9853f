import type { PlatformStore } from '../cache/platformStore';
import type { ObjectChange, PlatformChange } from '../types';
import { AffectedCollector } from './affectedCollector';

type Affected = PlatformChange['affected'];

/**
 * Beyond so many changes or requests it is cheaper to take everything anew
 * than to say what.
 */
const manyChanges = 2000;
const manyRequests = 1000;

/**
 * Whose description may have changed by these changes: the reverse of the joins
 * that make facts. Looks at each object as it was and as it is, since either
 * may name something the other does not.
 *
 * @internal
 */
export function affectedBy(
  platform: string,
  store: PlatformStore,
  changes: ObjectChange[],
): Affected {
  if (changes.length > manyChanges) return everything();
  const collector = new AffectedCollector(platform, store);
  for (const { kind, object, previous } of changes) {
    collector.collect(kind, object);
    if (previous && previous !== object) collector.collect(kind, previous);
  }
  const affected = collector.result();
  return affected.requests.length > manyRequests ? everything() : affected;
}

/** Nothing is named then: all of it is meant. @internal */
export function everything(): Affected {
  return {
    requests: [],
    promises: [],
    destinations: [],
    platform: true,
    everything: true,
  };
}

import type { PromiseView } from '@kratix-portal/backstage-plugin-kratix-common';
import { LRUCache } from 'lru-cache';
import type { RequestVisibility } from '../permissions/RequestAccess';
import {
  isInProgress,
  isOutdated,
  isReady,
  needsAttention,
} from './requestChips';
import type { RequestRow } from './RequestRow';

/** Of one Promise, or of all of a platform. @internal */
export type Counts = NonNullable<PromiseView['counts']>;

interface Counted {
  version: number;
  /** By `platform/promise`, and by platform id. */
  counts: Map<string, Counts>;
}

/** As many kinds of audience as are worth remembering. */
const mostAudiences = 100;

const none: Counts = {
  requests: 0,
  attention: 0,
  inProgress: 0,
  ready: 0,
  outdated: 0,
};

/**
 * How many requests of each Promise somebody may see, in which state. Counted
 * in one pass, and again only when a row has changed since.
 *
 * @internal
 */
export class RequestCounts {
  readonly #rows: () => Iterable<RequestRow>;
  readonly #version: () => number;
  readonly #known = new LRUCache<string, Counted>({ max: mostAudiences });

  constructor(options: {
    rows: () => Iterable<RequestRow>;
    version: () => number;
  }) {
    this.#rows = options.rows;
    this.#version = options.version;
  }

  /** `undefined` for those who may see none: there may be any number. */
  ofPromise(
    visibility: RequestVisibility,
    platform: string,
    promise: string,
  ): Counts | undefined {
    return this.#find(visibility, `${platform}/${promise}`);
  }

  /** As `ofPromise`, of all that is on a platform. */
  ofPlatform(
    visibility: RequestVisibility,
    platform: string,
  ): Counts | undefined {
    return this.#find(visibility, platform);
  }

  #find(visibility: RequestVisibility, key: string): Counts | undefined {
    return visibility.none ? undefined : this.#of(visibility).get(key) ?? none;
  }

  #of(visibility: RequestVisibility): Map<string, Counts> {
    const version = this.#version();
    const known = this.#known.get(visibility.key);
    if (known?.version === version) return known.counts;
    const counts = new Map<string, Counts>();
    for (const row of this.#rows()) {
      if (!visibility.all && !visibility.sees(row)) continue;
      count(counts, `${row.ref.platform}/${row.promise}`, row);
      count(counts, row.ref.platform, row);
    }
    this.#known.set(visibility.key, { version, counts });
    return counts;
  }
}

function count(
  counts: Map<string, Counts>,
  key: string,
  { view }: RequestRow,
): void {
  let entry = counts.get(key);
  if (!entry) counts.set(key, (entry = { ...none }));
  entry.requests += 1;
  if (needsAttention(view)) entry.attention += 1;
  if (isInProgress(view)) entry.inProgress += 1;
  if (isReady(view)) entry.ready += 1;
  if (isOutdated(view)) entry.outdated += 1;
}

import type { DestinationRow } from '../placements/destinationSource';
import type { PlatformRow } from '../platforms/platformSource';
import type { PromiseRow } from '../promises/promiseSource';
import type { RequestRow } from '../requests/RequestRow';

/**
 * Something that people who look on may have to be told. `before` is how it was
 * ahead of the first of all the changes that this one stands for.
 *
 * @internal
 */
export type StreamChange =
  | {
      kind: 'request';
      /** Equal for changes of the same thing. */
      key: string;
      before?: RequestRow;
      after?: RequestRow;
    }
  | {
      kind: 'promise';
      key: string;
      platform: string;
      name: string;
      before?: PromiseRow;
      after?: PromiseRow;
      /**
       * Requests whose coming, going or state moved its counts. Where these are
       * all that changed, `before` and `after` are the same row.
       */
      requests: RequestRow[];
      /** Its PromiseRelease changed, whether or not there is a Promise. */
      release?: boolean;
    }
  | {
      kind: 'destination';
      key: string;
      platform: string;
      name: string;
      before?: DestinationRow;
      after?: DestinationRow;
    }
  | { kind: 'platform'; key: string; id: string; after?: PlatformRow };

/** Two changes of the same thing as one. @internal */
export function merged(
  earlier: StreamChange | undefined,
  later: StreamChange,
): StreamChange {
  if (earlier?.kind === 'request' && later.kind === 'request') {
    return { ...later, before: earlier.before };
  }
  if (earlier?.kind === 'promise' && later.kind === 'promise') {
    const requests = [...earlier.requests, ...later.requests];
    const release = earlier.release || later.release;
    return { ...later, before: earlier.before, requests, release };
  }
  if (earlier?.kind === 'destination' && later.kind === 'destination') {
    return { ...later, before: earlier.before };
  }
  return later;
}

/** Changes in order, one per thing. @internal */
export function coalesced(changes: Iterable<StreamChange>): StreamChange[] {
  const byKey = new Map<string, StreamChange>();
  for (const change of changes) {
    byKey.set(change.key, merged(byKey.get(change.key), change));
  }
  return [...byKey.values()];
}

import { useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useReducer } from 'react';
import { kratixApiRef } from '../api';
import type { LiveEntry, LiveQuery } from './LiveEntry';
import { liveEntry } from './liveEntries';
import type { Loadable } from './Loadable';

/**
 * Something read from the backend and kept current: at once from what was
 * read before, then from the stream, and by asking again while there is no
 * stream. A failed refresh keeps the older value and says so.
 *
 * @public
 */
export function useLive<T>(query: LiveQuery<T>): Loadable<T> {
  const api = useApi(kratixApiRef);
  const { enabled = true } = query;
  // Another key is another entry: never shows the one thing for the other.
  const entry = liveEntry(api, query);
  entry.query = query;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(
    () => (enabled ? entry.watch(redraw) : undefined),
    [entry, enabled],
  );
  return loadableOf(entry);
}

function loadableOf<T>(entry: LiveEntry<T>): Loadable<T> {
  const { held, query, retry } = entry;
  const { value, asOf, refreshing, failed, retryAt } = held;
  if (value === undefined) {
    return failed && !refreshing
      ? { state: 'error', error: failed, retry, retryAt }
      : { state: 'loading' };
  }
  if (query.isEmpty?.(value)) return { state: 'empty', retry };
  return { state: 'ready', value, refreshing, failed, asOf, retry };
}

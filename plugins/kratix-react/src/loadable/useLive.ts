import { useApi } from '@backstage/frontend-plugin-api';
import type { StreamEvent } from '@kratix-portal/backstage-plugin-kratix-common';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { kratixApiRef, type KratixBrowserApi } from '../api';
import type { Loadable } from './Loadable';
import { forget, recall, remember } from './queryCache';
import { createRefresher, type Refresher } from './refresher';
import { useLiveState } from './useLiveState';

/** What an event means for something that is shown. @public */
export type Effect<T> =
  | 'none'
  /** Read it again soon. */
  | 'refresh'
  /** It is now this. */
  | { value: T }
  /** It is now this, and more may have changed: read it again soon. */
  | { value: T; refresh: true };

/** What to read, how to name it and what to do about events. @public */
export interface LiveQuery<T> {
  /** Equal for equal queries; begins with what is read. */
  key: string;
  read: (api: KratixBrowserApi, signal: AbortSignal) => Promise<T>;
  /** Nothing is there, as opposed to something empty to draw. */
  isEmpty?: (value: T) => boolean;
  onEvent?: (event: StreamEvent, value: T) => Effect<T>;
  /** False: nothing is read yet. */
  enabled?: boolean;
  /** How long changes are gathered before it is read again. */
  gatherMs?: number;
}

interface Held<T> {
  key: string;
  value?: T;
  asOf: number;
  refreshing: boolean;
  failed?: Error;
  retryAt?: number;
}

/**
 * Something read from the backend and kept current: at once from what was
 * read before, then from the stream, and by asking again while there is no
 * stream. A failed refresh keeps the older value and says so.
 *
 * @public
 */
export function useLive<T>(query: LiveQuery<T>): Loadable<T> {
  const api = useApi(kratixApiRef);
  const latest = useRef(query);
  latest.current = query;
  const { key, enabled = true } = query;

  const held = useRef<Held<T>>();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  // Another key is another thing: never show the old one under its name.
  if (held.current?.key !== key) {
    const known = recall<T>(api, key);
    held.current = { key, asOf: 0, refreshing: enabled, ...known };
  }

  const refresher = useRef<Refresher>();
  useEffect(() => {
    if (!enabled) return undefined;
    const update = (change: Partial<Held<T>>) => {
      if (held.current?.key !== key) return;
      held.current = { ...held.current, ...change };
      redraw();
    };
    const running = createRefresher({
      gatherMs: latest.current.gatherMs,
      read: async signal => {
        update({ refreshing: true });
        const value = await latest.current.read(api, signal);
        remember(api, key, value, Date.now());
        update({
          value,
          asOf: Date.now(),
          refreshing: false,
          failed: undefined,
          retryAt: undefined,
        });
      },
      onError: (failed, retryAt) => {
        // What is gone or forbidden must not come back from memory.
        if (isFinal(failed)) {
          forget(api, key);
          update({ value: undefined });
        }
        update({ refreshing: false, failed, retryAt });
      },
    });
    refresher.current = running;
    running.now();
    const unsubscribe = api.live.subscribe(event => {
      const value = held.current?.key === key ? held.current.value : undefined;
      if (event.type === 'resync') running.soon();
      else if (value === undefined) return;
      else apply(latest.current.onEvent?.(event, value) ?? 'none');
    });
    function apply(effect: Effect<T>) {
      if (effect === 'none') return;
      if (effect !== 'refresh') {
        remember(api, key, effect.value, Date.now());
        update({ value: effect.value, asOf: Date.now() });
        if (!('refresh' in effect)) return;
      }
      running.soon();
    }
    return () => {
      unsubscribe();
      running.stop();
    };
  }, [api, key, enabled]);

  const live = useLiveState();
  useEffect(() => refresher.current?.poll(live === 'polling'), [live, key]);
  const retry = useCallback(() => refresher.current?.now(), []);

  return loadableOf(held.current, latest.current, retry);
}

function loadableOf<T>(
  held: Held<T>,
  query: LiveQuery<T>,
  retry: () => void,
): Loadable<T> {
  const { value, asOf, refreshing, failed, retryAt } = held;
  if (value === undefined) {
    return failed && !refreshing
      ? { state: 'error', error: failed, retry, retryAt }
      : { state: 'loading' };
  }
  if (query.isEmpty?.(value)) return { state: 'empty', retry };
  return { state: 'ready', value, refreshing, failed, asOf, retry };
}

/** Asking again by itself cannot help, and older values must not stay. */
function isFinal(error: Error): boolean {
  return /^(NotFoundError|NotAllowedError)$/.test(nameOf(error));
}

function nameOf(error: Error): string {
  // ResponseError keeps what the backend said as its cause.
  const cause = 'cause' in error ? error.cause : undefined;
  return cause instanceof Error ? cause.name : error.name;
}

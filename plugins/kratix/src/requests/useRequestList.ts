import {
  stringifyRequestRef,
  type RequestListQuery,
  type RequestPage,
  type RequestRef,
  type StreamEvent,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useLive,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLastKnown } from '../platforms/lastKnown';
import { onPlatform } from '../platforms/onPlatform';

const markedMs = 2_000;
const gatherMs = 800;

/** A page of the list, and what happened to it since it was put in order. @internal */
export interface RequestList {
  page: Loadable<RequestPage>;
  /** Keys of rows that changed a moment ago. */
  changed: ReadonlySet<string>;
  /** Changes that may move rows, held back while somebody is in the list. */
  updates: number;
  applyOrder: () => void;
  /** Put on the list: while it is pointed at or focused, rows keep their place. */
  hold: {
    onPointerEnter: () => void;
    onPointerLeave: () => void;
    onFocus: () => void;
    onBlur: () => void;
  };
}

/**
 * Rows change in place at once. New order, new rows and gone rows follow when
 * nobody points at the list, else when asked for.
 *
 * @internal
 */
export function useRequestList(
  query: RequestListQuery,
  options: {
    /** Other queries to try where this one finds nothing. */
    read?: (query: RequestListQuery) => RequestListQuery[];
    /** False: nothing is read. */
    enabled?: boolean;
  } = {},
): RequestList {
  const [changed, mark] = useMarks();
  const [updates, setUpdates] = useState(0);
  const held = useRef({ pointer: false, focus: false });
  // Tried in turn: one's own requests, or all where one has none at all.
  const queries = options.read?.(query) ?? [query];

  const page = useLive<RequestPage>({
    key: `requests ${JSON.stringify(queries)}`,
    gatherMs,
    enabled: options.enabled,
    read: async (api, signal) => {
      let result = await api.listRequests(queries[0], { signal });
      for (const next of queries.slice(1)) {
        // None of mine on this platform is an answer; none of mine at all is not.
        if (result.total > 0 || (result.chips.mine ?? 0) > 0) break;
        result = await api.listRequests(next, { signal });
      }
      setUpdates(0);
      return result;
    },
    onEvent: (event, value) => {
      if (event.type === 'platform') {
        return onPlatform(event.view, value);
      }
      if (event.type !== 'request' || !mayMatter(event, query)) return 'none';
      const isHeld = held.current.pointer || held.current.focus;
      if (isHeld) setUpdates(count => count + 1);
      const patched = patch(value, event);
      if (!patched) return isHeld ? 'none' : 'refresh';
      mark(stringifyRequestRef(event.ref));
      return isHeld ? { value: patched } : { value: patched, refresh: true };
    },
  });

  const retry = page.state === 'loading' ? undefined : page.retry;
  const applyOrder = useCallback(() => retry?.(), [retry]);
  const pending = useRef(updates);
  pending.current = updates;
  const release = (what: 'pointer' | 'focus') => {
    held.current[what] = false;
    const free = !held.current.pointer && !held.current.focus;
    if (free && pending.current > 0) applyOrder();
  };
  return {
    page: useLastKnown(page),
    changed,
    updates,
    applyOrder,
    hold: {
      onPointerEnter: () => {
        held.current.pointer = true;
      },
      onPointerLeave: () => release('pointer'),
      onFocus: () => {
        held.current.focus = true;
      },
      onBlur: () => release('focus'),
    },
  };
}

type RequestEvent = Extract<StreamEvent, { type: 'request' }>;

/** A cheap look at whether an event can be about this list at all. */
function mayMatter({ ref, view }: RequestEvent, query: RequestListQuery) {
  const wants = (wanted: string | string[] | undefined, value?: string) =>
    wanted === undefined ||
    value === undefined ||
    [wanted].flat().includes(value);
  return (
    wants(query.platform, ref.platform) &&
    wants(query.namespace, ref.namespace) &&
    wants(query.promise, view?.promise) &&
    wants(query.service, view?.service)
  );
}

function patch(
  page: RequestPage,
  event: RequestEvent,
): RequestPage | undefined {
  const { view } = event;
  if (event.change !== 'updated' || !view) return undefined;
  const at = page.items.findIndex(item => sameRequest(item, event.ref));
  if (at < 0) return undefined;
  const items = page.items.map((item, index) => (index === at ? view : item));
  return { ...page, items };
}

function sameRequest(a: RequestRef, b: RequestRef): boolean {
  return stringifyRequestRef(a) === stringifyRequestRef(b);
}

/** Keys that are marked for two seconds each. */
function useMarks(): [ReadonlySet<string>, (key: string) => void] {
  const [marks, setMarks] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const running = timers.current;
    return () => running.forEach(timer => clearTimeout(timer));
  }, []);
  const mark = useCallback((key: string) => {
    setMarks(before => new Set(before).add(key));
    clearTimeout(timers.current.get(key));
    const timer = setTimeout(() => {
      timers.current.delete(key);
      setMarks(before => {
        const after = new Set(before);
        after.delete(key);
        return after;
      });
    }, markedMs);
    timers.current.set(key, timer);
  }, []);
  return [marks, mark];
}

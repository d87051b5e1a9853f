import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import type {
  RequestChip,
  RequestListQuery,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Loadable } from '@kratix-portal/backstage-plugin-kratix-react';
import { useRef, useState } from 'react';
import { useListQuery, type ListQuery } from '../tables';
import {
  allChip,
  chipOf,
  requestFilters,
  requestQueryOf,
} from './requestQuery';
import { useRequestList, type RequestList } from './useRequestList';

const bucket = 'kratix.requests';

/** The list of requests with what it is filtered by. @internal */
export interface RequestsQuery {
  query: ListQuery;
  list: RequestList;
  /** As sent for the rows that are shown. */
  sent: RequestListQuery;
  chip: RequestChip | undefined;
  choose: (chip: RequestChip | typeof allChip) => void;
  /** Something narrows the list. */
  filtered: boolean;
  clear: () => void;
}

/**
 * What the list asks for. Where the address names no set it is the one of last
 * time, else one's own requests, else all. On the page of a Promise it is all
 * of that Promise, on that platform, whatever the address says.
 *
 * @internal
 */
export function useRequestsQuery(fixed?: {
  promise: string;
  platform: string;
}): RequestsQuery {
  const query = useListQuery();
  const storage = useApi(storageApiRef).forBucket(bucket);
  const ask = (chip: RequestChip | undefined): RequestListQuery => ({
    ...requestQueryOf(query, chip),
    ...fixed,
  });
  const [last] = useState(() =>
    chipOf(storage.snapshot<string>('chip').value ?? undefined),
  );
  const narrowed = requestFilters.some(
    key => key !== 'platform' && query.get(key),
  );
  // A link to a filtered list means all that it names, not one's own of it.
  const given =
    chipOf(query.get('chip')) ?? (narrowed || fixed ? allChip : last);
  const unsaid = given === undefined;
  const wanted = unsaid ? 'mine' : given;
  const asked = wanted === allChip ? undefined : wanted;
  const sent = ask(asked);
  const asRead = useRequestList(sent, {
    read: first => (unsaid ? [first, ask(undefined)] : [first]),
  });
  const page = useUntilNext(asRead.page, JSON.stringify(fixed ?? {}));
  const list = { ...asRead, page };

  const mine =
    list.page.state === 'ready' ? list.page.value.chips.mine ?? 0 : undefined;
  const chip = unsaid && mine === 0 ? undefined : asked;
  return {
    query,
    list,
    sent: ask(chip),
    chip,
    filtered: narrowed || (chip !== undefined && !unsaid),
    choose: chosen => {
      storage.set('chip', chosen);
      query.set({ chip: chosen });
    },
    clear: () =>
      query.set({
        ...Object.fromEntries(requestFilters.map(key => [key, undefined])),
        chip: allChip,
      }),
  };
}

/**
 * What was listed stays until what is asked for now is there: a header or a
 * menu that one has just pressed must not go, and focus with it.
 */
function useUntilNext<T>(now: Loadable<T>, subject: string): Loadable<T> {
  const held = useRef<{ subject: string; page: Loadable<T> }>();
  if (now.state === 'ready') held.current = { subject, page: now };
  const before = held.current;
  return now.state === 'loading' &&
    before?.subject === subject &&
    before.page.state === 'ready'
    ? { ...before.page, refreshing: true }
    : now;
}

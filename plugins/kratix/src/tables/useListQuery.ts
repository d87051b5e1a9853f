import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What a list is filtered, sorted and paged by, as the address says it. @internal */
export interface ListQuery {
  get(key: string): string | undefined;
  all(key: string): string[];
  /** Other keys stay; the page starts anew, unless it is what changes. */
  set(changes: Record<string, string | string[] | undefined>): void;
}

/**
 * The state of a list lives in its address, so that it can be pasted into a
 * chat. Filters replace the entry in the history, as Back should leave the list.
 *
 * @internal
 */
export function useListQuery(): ListQuery {
  const [params, setParams] = useSearchParams();
  const set = useCallback<ListQuery['set']>(
    changes => {
      setParams(
        before => {
          const next = new URLSearchParams(before);
          if (!('page' in changes)) next.delete('page');
          for (const [key, value] of Object.entries(changes)) {
            const text = [value ?? []].flat().join(',');
            if (text) next.set(key, text);
            else next.delete(key);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setParams],
  );
  return useMemo(
    () => ({
      get: key => params.get(key) ?? undefined,
      all: key => (params.get(key) ?? '').split(',').filter(Boolean),
      set,
    }),
    [params, set],
  );
}

/** A whole number of the address, or what stands in for it. @internal */
export function numberOf(
  text: string | undefined,
  otherwise: number,
  allowed?: readonly number[],
): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) return otherwise;
  return allowed && !allowed.includes(value) ? otherwise : value;
}

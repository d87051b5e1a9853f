import type { ListQuery } from './useListQuery';

/** Whether any of these filters leaves something out, and all of them at once. @internal */
export function narrowing(
  query: Pick<ListQuery, 'get' | 'set'>,
  filters: readonly string[],
): { filtered: boolean; clear: () => void } {
  return {
    filtered: filters.some(key => query.get(key)),
    clear: () =>
      query.set(Object.fromEntries(filters.map(key => [key, undefined]))),
  };
}

import type { ListQuery } from './useListQuery';

/** What a table is sorted by, as its address says, and another choice. @internal */
export function sorting(
  query: Pick<ListQuery, 'get' | 'set'>,
  otherwise?: string,
): {
  sort: { by?: string; dir: 'asc' | 'desc' };
  onSort: (by: string) => void;
} {
  const sort = query.get('sort') ?? otherwise;
  const dir = query.get('dir') === 'desc' ? 'desc' : 'asc';
  return {
    sort: { by: sort, dir },
    onSort: by =>
      query.set({
        sort: by,
        dir: by === sort && dir === 'asc' ? 'desc' : 'asc',
      }),
  };
}

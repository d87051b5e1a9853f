import {
  installStateSchema,
  listingListQuerySchema,
  type ListingListQuery,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { numberOf, pageSizes, type ListQuery } from '../tables';

/** What the list is filtered by; `platform` is in the header of the page. @internal */
export const listingFilters = [
  'q',
  'source',
  'category',
  'kind',
  'state',
  'tag',
] as const;

/** What the list can be ordered by. @internal */
export const listingSorts = listingListQuerySchema.shape.sort.unwrap().options;

const states = installStateSchema.shape.state.options;

/** What a listing can be beside its category. @internal */
export const listingTags = [
  'requestable',
  'software',
  'compound',
  'versioned',
  'broken',
] as const;

/** A value of an old link that means nothing any more is no reason to fail. */
function known<T extends string>(options: readonly T[], given: string[]): T[] {
  return options.filter(option => given.includes(option));
}

function some<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** What the backend is asked, from the address. Pure. @internal */
export function listingQueryOf(
  query: Pick<ListQuery, 'get' | 'all'>,
): ListingListQuery {
  const dir = query.get('dir');
  return {
    q: query.get('q')?.slice(0, 200),
    source: some(query.all('source')),
    category: some(query.all('category')),
    kind: some(query.all('kind')),
    state: some(known(states, query.all('state'))),
    platform: some(query.all('platform')),
    tag: some(known(listingTags, query.all('tag'))),
    sort: known(listingSorts, [query.get('sort') ?? '']).at(0) ?? 'name',
    dir: dir === 'asc' || dir === 'desc' ? dir : undefined,
    page: numberOf(query.get('page'), 1),
    size: numberOf(query.get('size'), 50, pageSizes),
  };
}

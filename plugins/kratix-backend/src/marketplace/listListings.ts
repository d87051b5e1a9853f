import type {
  Facets,
  InstallState,
  listingListQuerySchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { z } from 'zod';
import { compareTexts, compareTitles, listRows } from '../live/listRows';
import type { ListingRow } from './ListingRows';

/** @internal */
export type ListingQuery = z.output<typeof listingListQuerySchema>;

/** What there is most to do about comes first. */
const stateOrder: InstallState['state'][] = [
  'update',
  'differs',
  'name-taken',
  'elsewhere',
  'newer-installed',
  'installed',
  'unknown',
  'not-installed',
];

/**
 * One page of listings that a person may see, with exact totals and facets.
 * Pure.
 *
 * @internal
 */
export function listListings(
  rows: readonly ListingRow[],
  query: ListingQuery,
  installs: (row: ListingRow) => readonly InstallState[],
): { items: ListingRow[]; total: number; facets: Facets } {
  const words = wordsOf(query.q);
  // A row is compared with many others.
  const known = new Map<ListingRow, string[]>();
  const states = (row: ListingRow) => {
    let found = known.get(row);
    if (!found) {
      found = statesOn(installs(row), query.platform);
      known.set(row, found);
    }
    return found;
  };
  return listRows(rows, {
    page: query.page,
    size: query.size,
    matches: row => words.every(word => row.searched.includes(word)),
    dimensions: {
      source: ({ view }) => view.source,
      category: ({ view }) => view.category ?? '',
      kind: ({ view }) => view.api?.kind ?? '',
      state: states,
      tag: ({ tags }) => tags,
    },
    wanted: {
      source: query.source,
      category: query.category,
      kind: query.kind,
      state: query.state,
      tag: query.tag,
    },
    compare: orderBy(query.sort, states),
    backwards: query.dir === 'desc',
  });
}

function wordsOf(q: string | undefined): string[] {
  return (q ?? '').toLocaleLowerCase('en-US').split(/\s+/).filter(Boolean);
}

function statesOn(
  installs: readonly InstallState[],
  platforms: readonly string[] | undefined,
): string[] {
  const on = installs.filter(
    ({ platform }) => !platforms || platforms.includes(platform),
  );
  return [...new Set(on.map(({ state }) => state))];
}

function orderBy(
  sort: ListingQuery['sort'],
  states: (row: ListingRow) => string[],
): (a: ListingRow, b: ListingRow) => number {
  const rank = (row: ListingRow) =>
    Math.min(
      ...states(row).map(one => stateOrder.findIndex(state => state === one)),
      stateOrder.length,
    );
  const by: Record<
    ListingQuery['sort'],
    (a: ListingRow, b: ListingRow) => number
  > = {
    name: () => 0,
    source: (a, b) => compareTexts(a.view.source, b.view.source),
    category: (a, b) =>
      compareTexts(a.view.category ?? '', b.view.category ?? ''),
    state: (a, b) => rank(a) - rank(b),
  };
  return (a, b) =>
    by[sort](a, b) ||
    compareTitles(a.view.title, b.view.title) ||
    compareTexts(a.view.source, b.view.source) ||
    compareTexts(a.view.entry, b.view.entry);
}

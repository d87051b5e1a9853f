import type {
  ListingDetail,
  ListingListQuery,
  ListingPage,
  ListingView,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** One page of listings with its facets, as the backend would cut it. Pure. @internal */
export function listingPageOf(
  listings: ListingDetail[],
  query: ListingListQuery,
): Pick<ListingPage, 'items' | 'total' | 'page' | 'size' | 'facets'> {
  const { q = '', source, category, kind, state, tag } = query;
  const wanted = listings.filter(
    one =>
      `${one.name} ${one.title} ${one.summary ?? ''}`.includes(q) &&
      includes(source, [one.source]) &&
      includes(category, [one.category]) &&
      includes(kind, [one.api?.kind]) &&
      includes(
        state,
        one.installs.map(install => install.state),
      ) &&
      includes(tag, tagsOf(one)),
  );
  const page = Number(query.page ?? 1);
  const size = Number(query.size ?? 50);
  return {
    items: wanted.slice((page - 1) * size, page * size),
    total: wanted.length,
    page,
    size,
    facets: {
      source: counted(wanted.map(one => [one.source])),
      category: counted(wanted.map(one => [one.category])),
      kind: counted(wanted.map(one => [one.api?.kind])),
      state: counted(wanted.map(one => one.installs.map(({ state: s }) => s))),
      tag: counted(wanted.map(tagsOf)),
    },
  };
}

function tagsOf(one: ListingView): string[] {
  return [
    one.api ? 'requestable' : [],
    one.installsSoftware ? 'software' : [],
    one.requires.length > 0 ? 'compound' : [],
    one.version ? 'versioned' : [],
    one.problem ? 'broken' : [],
  ].flat();
}

function includes(
  wanted: string | string[] | undefined,
  values: (string | undefined)[],
): boolean {
  if (wanted === undefined) return true;
  return [wanted].flat().some(one => values.includes(one));
}

function counted(rows: (string | undefined)[][]) {
  const counts = new Map<string, number>();
  for (const value of rows.flatMap(row => [...new Set(row)])) {
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Array.from(counts, ([value, count]) => ({ value, count }));
}

import type { Facets } from '@kratix-portal/backstage-plugin-kratix-common';
import type { FacetSpec } from './Facet';
import type { ListQuery } from './useListQuery';

/** A filter in words, with how often each value occurs. Pure. @internal */
export function facetOf(facet: {
  key: string;
  title: string;
  rare?: boolean;
  query: Pick<ListQuery, 'all'>;
  /** Absent until the list is read. */
  counted: Facets[string] | undefined;
  /** For values that come without a title. */
  wordOf: (value: string) => string;
}): FacetSpec {
  const { key, title, rare, query, counted = [], wordOf } = facet;
  return {
    key,
    title,
    rare,
    chosen: query.all(key),
    options: counted
      // What has no such value is no choice.
      .filter(({ value }) => value !== '')
      .map(one => ({
        value: one.value,
        count: one.count,
        title: one.title ?? wordOf(one.value),
      })),
  };
}

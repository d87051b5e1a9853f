import {
  installStateSchema,
  type ListingPage,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixMarketplaceT } from '@kratix-portal/backstage-plugin-kratix-react';
import { facetOf, type FacetSpec, type ListQuery } from '../tables';
import { listingTags } from './listingQuery';

const keys = ['source', 'category', 'kind', 'state', 'tag'] as const;

/** The filters of the marketplace in words, with their counts. Pure. @internal */
export function listingFacets(
  page: Pick<ListingPage, 'facets' | 'sources'> | undefined,
  query: Pick<ListQuery, 'all'>,
  t: KratixMarketplaceT,
): FacetSpec[] {
  return keys.map(key =>
    facetOf({
      key,
      title: t(`marketplace.filter.${key}`),
      query,
      counted: page?.facets[key],
      wordOf: value => wordOf(key, value),
    }),
  );

  function wordOf(key: (typeof keys)[number], value: string): string {
    switch (key) {
      case 'source':
        return page?.sources.find(({ id }) => id === value)?.title ?? value;
      case 'state': {
        const state = installStateSchema.shape.state.safeParse(value);
        return state.success ? t(`marketplace.state.${state.data}`) : value;
      }
      case 'tag': {
        const tag = listingTags.find(one => one === value);
        return tag ? t(`marketplace.tag.${tag}`) : value;
      }
      case 'category':
      case 'kind':
        return value;
      default:
        return key satisfies never;
    }
  }
}

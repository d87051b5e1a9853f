import type {
  ListingListQuery,
  ListingPage,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useLive,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { onPlatform } from '../platforms/onPlatform';

// What a platform has changes in bursts, as a Promise is installed.
const gatherMs = 1_000;

/** A page of the marketplace, current as far as the platforms go. @internal */
export function useListings(
  query: ListingListQuery,
  enabled = true,
): Loadable<ListingPage> {
  return useLive<ListingPage>({
    key: `listings ${JSON.stringify(query)}`,
    enabled,
    gatherMs,
    read: (api, signal) => api.listListings(query, { signal }),
    onEvent: (event, page) => {
      if (event.type === 'platform') return onPlatform(event.view, page);
      return event.type === 'promise' ? 'refresh' : 'none';
    },
  });
}

/** All sources, and how many listings there are whatever is filtered. @internal */
export function useMarketplace(enabled = true): Loadable<ListingPage> {
  return useListings({ size: 1 }, enabled);
}

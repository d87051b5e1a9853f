import type {
  ListingDetail,
  ListingRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useLive,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';

const gatherMs = 1_000;

/** One listing with all that its page shows. @internal */
export function useListing(ref: ListingRef): Loadable<ListingDetail> {
  return useLive<ListingDetail>({
    key: `listing ${ref.source}/${ref.entry}`,
    gatherMs,
    read: (api, signal) => api.getListing(ref, { signal }),
    onEvent: (event, listing) => {
      if (event.type === 'platform') {
        const { id } = event.view;
        const known = listing.installs.find(({ platform }) => platform === id);
        return !known || known.state === 'unknown' ? 'refresh' : 'none';
      }
      if (event.type !== 'promise') return 'none';
      return event.ref.name === listing.name ? 'refresh' : 'none';
    },
  });
}

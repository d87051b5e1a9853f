import type {
  DestinationDetail,
  DestinationListQuery,
  DestinationPage,
  DestinationRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useLive,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useLastKnown } from '../platforms/lastKnown';
import { onPlatform } from '../platforms/onPlatform';

/** A page of Destinations with what fits none of them, current. @internal */
export function useDestinations(
  query: DestinationListQuery,
): Loadable<DestinationPage> {
  const page = useLive<DestinationPage>({
    key: `destinations ${JSON.stringify(query)}`,
    gatherMs: 800,
    read: (api, signal) => api.listDestinations(query, { signal }),
    onEvent: (event, known) => {
      if (event.type === 'platform') return onPlatform(event.view, known);
      return event.type === 'destination' ? 'refresh' : 'none';
    },
  });
  return useLastKnown(page);
}

/** One Destination with what is on it, current. @internal */
export function useDestination(
  ref: DestinationRef,
): Loadable<DestinationDetail> {
  return useLive<DestinationDetail>({
    key: `destination ${ref.platform}/${ref.name}`,
    gatherMs: 800,
    read: (api, signal) => api.getDestination(ref, { signal }),
    onEvent: (event, detail) => {
      if (event.type === 'platform') {
        return event.view.id === ref.platform
          ? { value: { ...detail, freshness: event.view.freshness } }
          : 'none';
      }
      return event.type === 'destination' &&
        event.ref.platform === ref.platform &&
        event.ref.name === ref.name
        ? 'refresh'
        : 'none';
    },
  });
}

import type {
  PromiseDetail,
  PromiseRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useLive,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';

/** One Promise with all that its page shows, current. @internal */
export function usePromise(ref: PromiseRef): Loadable<PromiseDetail> {
  return useLive<PromiseDetail>({
    key: `promise ${ref.platform}/${ref.name}`,
    read: (api, signal) => api.getPromise(ref, { signal }),
    onEvent: (event, detail) => {
      if (event.type === 'platform') {
        return event.view.id === ref.platform
          ? { value: { ...detail, freshness: event.view.freshness } }
          : 'none';
      }
      if (event.type !== 'promise') return 'none';
      const { platform, name } = event.ref;
      if (platform !== ref.platform || name !== ref.name) return 'none';
      if (!event.view) return 'refresh';
      return { value: { ...detail, ...event.view }, refresh: true };
    },
  });
}

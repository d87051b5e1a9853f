import type { PlatformList } from '@kratix-portal/backstage-plugin-kratix-common';
import { useLive, type Loadable } from '../loadable';

/** All platforms with their states, current. @public */
export function usePlatforms(): Loadable<PlatformList> {
  return useLive<PlatformList>({
    key: 'platforms',
    read: (api, signal) => api.listPlatforms({ signal }),
    onEvent: (event, list) => {
      if (event.type !== 'platform') return 'none';
      const known = list.items.some(({ id }) => id === event.view.id);
      if (!known) return 'refresh';
      const items = list.items.map(item =>
        item.id === event.view.id ? event.view : item,
      );
      return { value: { ...list, items } };
    },
  });
}

import type {
  PromiseListQuery,
  PromisePage,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  useLive,
  type Loadable,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { useLastKnown } from '../platforms/lastKnown';
import { onPlatform } from '../platforms/onPlatform';
import { groupPromises } from './promiseGroups';

/** As many Promises as the backend gives at once. @internal */
export const promisesAtOnce = 100;

/** A page of Promises, current. @internal */
export function usePromises(
  query: PromiseListQuery,
  enabled = true,
): Loadable<PromisePage> {
  const page = useLive<PromisePage>({
    key: `promises ${JSON.stringify(query)}`,
    enabled,
    read: (api, signal) => api.listPromises(query, { signal }),
    onEvent: (event, known) => {
      if (event.type === 'platform') return onPlatform(event.view, known);
      if (event.type !== 'promise') return 'none';
      const { view, ref, change } = event;
      const at = known.items.findIndex(
        ({ platform, name }) => platform === ref.platform && name === ref.name,
      );
      if (change !== 'updated' || at < 0 || !view) return 'refresh';
      const items = known.items.map((item, index) =>
        index === at ? view : item,
      );
      return { value: { ...known, items } };
    },
  });
  return useLastKnown(page);
}

/**
 * How many Promises there are by name, whatever is filtered; unknown where they
 * are more than the backend gives at once.
 *
 * @internal
 */
export function useInstalledCount(enabled: boolean): number | undefined {
  const page = usePromises({ page: 1, size: promisesAtOnce }, enabled);
  if (page.state !== 'ready') return undefined;
  const { items, total } = page.value;
  return total > items.length ? undefined : groupPromises(items).length;
}

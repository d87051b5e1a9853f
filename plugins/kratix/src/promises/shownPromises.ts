import type {
  PromisePage,
  PromiseView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { groupPromises, type PromiseGroup } from './promiseGroups';

/** From so many on a grid is no way to find anything. */
const longestGrid = 200;

/** What a page of Promises puts on the screen. @internal */
export interface ShownPromises {
  view: 'grid' | 'table';
  promises: PromiseView[];
  groups: PromiseGroup[];
  /** Of cards on the grid, of rows in the table. */
  count: number;
  /** Rows are named as such where one Promise has several of them. */
  of: 'promises' | 'rows';
  /** There is no other page. */
  complete: boolean;
}

/**
 * The backend lists a Promise once for each platform and knows nothing of
 * cards, so its total is not what a person can count. Pure.
 *
 * @internal
 */
export function shownPromises(
  page: PromisePage,
  options: { kind: 'requestable' | 'all'; view: 'grid' | 'table' },
): ShownPromises {
  const { kind } = options;
  // What takes no requests is for operators, who ask for all.
  const promises = page.items.filter(({ api }) => kind === 'all' || api);
  const groups = groupPromises(promises);
  const view = page.total > longestGrid ? 'table' : options.view;
  const count = view === 'table' ? promises.length : groups.length;
  return {
    view,
    promises,
    groups,
    count,
    of: count === groups.length ? 'promises' : 'rows',
    complete: page.total <= page.items.length,
  };
}

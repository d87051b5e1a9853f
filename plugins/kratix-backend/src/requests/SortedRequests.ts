import type { RowChange } from '../live/LiveIndex';
import type { RequestRow } from './RequestRow';
import { requestOrder, type RequestSort } from './requestOrder';

interface Order {
  rows: RequestRow[];
  compare: (a: RequestRow, b: RequestRow) => number;
}

/** With more changes at once, sorting all anew costs less. */
const manyChanges = 500;

/**
 * The rows in every order that was ever asked for, each row kept in its place
 * as it changes: an order is ready whenever it is read.
 *
 * @internal
 */
export class SortedRequests {
  readonly #rows = new Map<string, RequestRow>();
  readonly #orders = new Map<RequestSort, Order>();

  apply(changes: RowChange<RequestRow>[]): void {
    if (changes.length > manyChanges) this.#orders.clear();
    for (const { key, after } of changes) {
      const before = this.#rows.get(key);
      if (after) this.#rows.set(key, after);
      else this.#rows.delete(key);
      for (const order of this.#orders.values()) {
        if (before) order.rows.splice(placeOf(before, order), 1);
        if (after) order.rows.splice(placeOf(after, order), 0, after);
      }
    }
  }

  /** Rows in that order; not to be kept or changed. */
  in(sort: RequestSort): readonly RequestRow[] {
    let order = this.#orders.get(sort);
    if (!order) {
      const compare = requestOrder(sort);
      order = { rows: [...this.#rows.values()].sort(compare), compare };
      this.#orders.set(sort, order);
    }
    return order.rows;
  }
}

/** Where the row is or belongs; an order has no two equal rows. */
function placeOf(row: RequestRow, { rows, compare }: Order): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(rows[middle], row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

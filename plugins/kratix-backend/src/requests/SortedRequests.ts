import type { RowChange } from '../live/LiveIndex';
import type { RequestRow } from './RequestRow';
import { requestOrder, type RequestSort } from './requestOrder';

type Compare = (a: RequestRow, b: RequestRow) => number;

interface Order {
  rows: RequestRow[];
  compare: Compare;
  /** Keys of what changed since this order was last read, with its row then. */
  changed: Map<string, RequestRow | undefined>;
}

/** With more changes, going once over all costs less than moving each. */
const fewChanges = 8;

/**
 * The rows in every order that was ever asked for. A change is taken note of
 * and put into its place when an order is read: however many rows changed, that
 * costs no more than a list does anyway.
 *
 * @internal
 */
export class SortedRequests {
  readonly #rows = new Map<string, RequestRow>();
  readonly #orders = new Map<RequestSort, Order>();

  apply(changes: RowChange<RequestRow>[]): void {
    for (const { key, after } of changes) {
      const before = this.#rows.get(key);
      if (after) this.#rows.set(key, after);
      else this.#rows.delete(key);
      for (const { changed } of this.#orders.values()) {
        if (!changed.has(key)) changed.set(key, before);
      }
    }
  }

  /** Rows in that order; not to be kept or changed. */
  in(sort: RequestSort): readonly RequestRow[] {
    let order = this.#orders.get(sort);
    if (!order) {
      const compare = requestOrder(sort);
      const rows = [...this.#rows.values()].sort(compare);
      order = { rows, compare, changed: new Map() };
      this.#orders.set(sort, order);
    }
    this.#update(order);
    return order.rows;
  }

  #update(order: Order): void {
    const { changed, compare } = order;
    if (changed.size === 0) return;
    const gone = [...changed.values()].filter(row => row !== undefined);
    const come = [...changed.keys()].flatMap(key => this.#rows.get(key) ?? []);
    if (changed.size <= fewChanges) {
      const { rows } = order;
      for (const row of gone) rows.splice(placeOf(row, rows, compare), 1);
      for (const row of come) rows.splice(placeOf(row, rows, compare), 0, row);
    } else {
      const left = new Set(gone);
      const kept = order.rows.filter(row => !left.has(row));
      order.rows = mergedInOrder(kept, come.sort(compare), compare);
    }
    changed.clear();
  }
}

/** Where the row is or belongs; an order has no two equal rows. */
function placeOf(
  row: RequestRow,
  rows: readonly RequestRow[],
  compare: Compare,
  from = 0,
): number {
  let low = from;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(rows[middle], row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mergedInOrder(
  many: readonly RequestRow[],
  few: readonly RequestRow[],
  compare: Compare,
): RequestRow[] {
  const merged: RequestRow[] = [];
  let taken = 0;
  for (const row of few) {
    const place = placeOf(row, many, compare, taken);
    while (taken < place) merged.push(many[taken++]);
    merged.push(row);
  }
  while (taken < many.length) merged.push(many[taken++]);
  return merged;
}

import type { RowChange } from '../live/LiveIndex';
import type { RequestRow } from './RequestRow';
import { requestOrder, type RequestSort } from './requestOrder';

/**
 * The rows in every order that was ever asked for. An order is mended when it
 * is next read: sorting what is nearly sorted takes linear time, and orders
 * that nobody looks at cost nothing.
 *
 * @internal
 */
export class SortedRequests {
  readonly #rows = new Map<string, RequestRow>();
  readonly #orders = new Map<
    RequestSort,
    { rows: RequestRow[]; stale: boolean }
  >();

  apply(changes: RowChange<RequestRow>[]): void {
    for (const { key, after } of changes) {
      if (after) this.#rows.set(key, after);
      else this.#rows.delete(key);
    }
    for (const order of this.#orders.values()) order.stale = true;
  }

  get(key: string): RequestRow | undefined {
    return this.#rows.get(key);
  }

  values(): Iterable<RequestRow> {
    return this.#rows.values();
  }

  /** Rows in that order; not to be kept or changed. */
  in(sort: RequestSort): readonly RequestRow[] {
    const order = this.#orders.get(sort) ?? { rows: [], stale: true };
    this.#orders.set(sort, order);
    if (order.stale) {
      order.rows = this.#inOrderOf(order.rows).sort(requestOrder(sort));
      order.stale = false;
    }
    return order.rows;
  }

  /** The present rows, those known before in their old order. */
  #inOrderOf(before: RequestRow[]): RequestRow[] {
    const seen = new Set<string>();
    const rows: RequestRow[] = [];
    for (const { key } of before) {
      const row = this.#rows.get(key);
      if (row) rows.push(row);
      seen.add(key);
    }
    for (const row of this.#rows.values()) {
      if (!seen.has(row.key)) rows.push(row);
    }
    return rows;
  }
}

import type { Facets } from '@kratix-portal/backstage-plugin-kratix-common';

/** What a row has under one name: a value, or several. @internal */
export type FacetValue = string | readonly string[];

/** More values than anybody chooses from. */
const mostValues = 500;

/**
 * Counts how often each value occurs among what the *other* filters leave: so
 * a list of choices shows what choosing would give.
 *
 * @internal
 */
export class FacetCounter<Name extends string> {
  readonly #names: readonly Name[];
  readonly #counts: Map<string, { value: string; count: number }>[];

  constructor(names: readonly Name[]) {
    this.#names = names;
    this.#counts = names.map(() => new Map());
  }

  /**
   * Counts one row; true where it passes every filter.
   *
   * @param values - by position of the name
   * @param wanted - likewise; `undefined` takes any value
   */
  count(
    values: readonly FacetValue[],
    wanted: readonly (Set<string> | undefined)[],
  ): boolean {
    let failed = -1;
    for (let i = 0; i < values.length; i += 1) {
      if (passes(values[i], wanted[i])) continue;
      // Two filters refuse it: no single choice would bring it in.
      if (failed >= 0) return false;
      failed = i;
    }
    if (failed >= 0) {
      this.#add(failed, values[failed]);
      return false;
    }
    for (let i = 0; i < values.length; i += 1) this.#add(i, values[i]);
    return true;
  }

  /** Most frequent first. */
  result(): Record<Name, Facets[string]> {
    const entries = this.#names.map((name, i) => [
      name,
      [...this.#counts[i].values()]
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .slice(0, mostValues),
    ]);
    return Object.fromEntries(entries);
  }

  #add(position: number, value: FacetValue): void {
    if (typeof value !== 'string') {
      for (const one of value) this.#add(position, one);
      return;
    }
    const counts = this.#counts[position];
    const known = counts.get(value);
    if (known) known.count += 1;
    else counts.set(value, { value, count: 1 });
  }
}

/** With several values, any of them will do. */
function passes(value: FacetValue, wanted: Set<string> | undefined): boolean {
  if (wanted === undefined) return true;
  return typeof value === 'string'
    ? wanted.has(value)
    : value.some(one => wanted.has(one));
}

import type { Facets } from '@kratix-portal/backstage-plugin-kratix-common';
import { FacetCounter, type FacetValue } from './FacetCounter';

/** How a short list is narrowed, counted, sorted and cut. @internal */
export interface ListRules<Row, Name extends string> {
  page: number;
  size: number;
  matches: (row: Row) => boolean;
  /** Several values of a row are all different. */
  dimensions: Record<Name, (row: Row) => FacetValue>;
  wanted: Partial<Record<Name, readonly string[]>>;
  compare: (a: Row, b: Row) => number;
  backwards: boolean;
}

/**
 * One page of rows that are few enough to be sorted each time: Promises,
 * Destinations and listings. Pure.
 *
 * @internal
 */
export function listRows<Row, Name extends string>(
  rows: Iterable<Row>,
  rules: ListRules<Row, Name>,
): { items: Row[]; total: number; facets: Facets } {
  const names = Object.keys(rules.dimensions) as Name[];
  const wanted = names.map(name => {
    const values = rules.wanted[name];
    return values && new Set(values);
  });
  const facets = new FacetCounter<Name>(names);
  const found: Row[] = [];
  for (const row of rows) {
    if (!rules.matches(row)) continue;
    const values = names.map(name => rules.dimensions[name](row));
    if (facets.count(values, wanted)) found.push(row);
  }
  const sign = rules.backwards ? -1 : 1;
  found.sort((a, b) => sign * rules.compare(a, b));
  const first = (rules.page - 1) * rules.size;
  return {
    items: found.slice(first, first + rules.size),
    total: found.length,
    facets: facets.result(),
  };
}

/** By code unit: the same for everybody. @internal */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

// Made once: to make one takes longer than a thousand comparisons.
const titles = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** As people look things up: whatever the case, and 2 before 10. @internal */
export function compareTitles(a: string, b: string): number {
  return titles.compare(a, b) || compareTexts(a, b);
}

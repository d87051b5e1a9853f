import type { z } from 'zod';
import type {
  Facets,
  RequestPage,
  requestListQuerySchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { FacetCounter } from '../live/FacetCounter';
import type { RequestPredicate } from '../permissions/requestPredicate';
import { chipFilter, chipTests, type Viewer } from './requestChips';
import { usualDirection } from './requestOrder';
import type { RequestRow } from './RequestRow';
import { teamRef } from './teamRef';

/** @internal */
export type ParsedRequestQuery = z.output<typeof requestListQuerySchema>;

/** What rows can be counted and filtered by; several values are alternatives. */
const dimensions: Record<
  keyof Pick<
    ParsedRequestQuery,
    | 'promise'
    | 'team'
    | 'platform'
    | 'namespace'
    | 'status'
    | 'health'
    | 'version'
    | 'service'
  >,
  (row: RequestRow) => string
> = {
  promise: row => row.promise,
  team: row => row.owner ?? '',
  platform: row => row.ref.platform,
  namespace: row => row.ref.namespace,
  status: row => row.view.description.label,
  health: row => row.view.description.health.state,
  version: row => row.view.description.version.state,
  service: row => row.view.service ?? '',
};

type Dimension = keyof typeof dimensions;
const names = Object.keys(dimensions) as Dimension[];

/**
 * One page of what a person may see, with exact totals, facets and chips, in a
 * single pass over the rows. Pure.
 *
 * @param rows - in the order of the query
 * @internal
 */
export function listRequests(
  rows: readonly RequestRow[],
  query: ParsedRequestQuery,
  options: { viewer: Viewer; visible: RequestPredicate['matches'] },
): Omit<RequestPage, 'freshness'> {
  const { page, size } = query;
  const tests = chipTests(options.viewer);
  const chipNames = Object.keys(tests) as (keyof typeof tests)[];
  const inChips = chipFilter(query.chip ?? [], tests);
  const wanted = wantedValues(query);
  const q = query.q?.trim().toLocaleLowerCase('en-US') ?? '';
  const facets = new FacetCounter<Dimension>(names);
  const titles = new Map<string, string>();
  const chips: Record<string, number> = Object.fromEntries(
    chipNames.map(chip => [chip, 0]),
  );

  const backwards = (query.dir ?? usualDirection(query.sort)) === 'desc';
  const first = (page - 1) * size;
  const items: RequestRow[] = [];
  let total = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[backwards ? rows.length - 1 - i : i];
    if (!options.visible(row)) continue;
    for (const chip of chipNames) if (tests[chip](row)) chips[chip] += 1;
    if (!row.searched.includes(q) || !inChips(row)) continue;
    const values = names.map(name => dimensions[name](row));
    if (!titles.has(row.promise)) {
      titles.set(row.promise, row.view.promiseTitle);
    }
    if (!facets.count(values, wanted)) continue;
    if (total >= first && items.length < size) items.push(row);
    total += 1;
  }
  return {
    items: items.map(({ view }) => view),
    total,
    page,
    size,
    chips,
    facets: withTitles(facets.result(), titles),
  };
}

function wantedValues(query: ParsedRequestQuery) {
  return names.map(name => {
    const values: readonly string[] | undefined =
      name === 'team' ? query.team?.map(teamRef) : query[name];
    return values && new Set(values);
  });
}

function withTitles(facets: Facets, titles: Map<string, string>): Facets {
  return {
    ...facets,
    promise: facets.promise.map(facet => {
      const title = titles.get(facet.value);
      return title ? { ...facet, title } : facet;
    }),
  };
}

import type { z } from 'zod';
import type {
  RequestPage,
  requestListQuerySchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { FacetCounter } from '../live/FacetCounter';
import type { RequestPredicate } from '../permissions/requestPredicate';
import {
  ChipCounter,
  chipFilter,
  chipReader,
  type Viewer,
} from './requestChips';
import { requestDimensions } from './requestDimensions';
import { usualDirection } from './requestOrder';
import type { RequestRow } from './RequestRow';
import { teamRef } from './teamRef';

/** @internal */
export type ParsedRequestQuery = z.output<typeof requestListQuerySchema>;

/** @internal */
export interface ListOptions {
  viewer: Viewer;
  /** Absent: sees all. */
  visible?: RequestPredicate['matches'];
  /** Title of a Promise, for its choice in the filter. */
  titleOf: (promise: string) => string | undefined;
}

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
  options: ListOptions,
): Omit<RequestPage, 'freshness'> {
  const { page, size } = query;
  const { visible } = options;
  const bitsOf = chipReader(options.viewer);
  const inChips = chipFilter(query.chip ?? []);
  const wanted = wantedValues(query);
  const q = query.q?.trim().toLocaleLowerCase('en-US') ?? '';
  const facets = new FacetCounter(requestDimensions);
  const chips = new ChipCounter();

  const backwards = (query.dir ?? usualDirection(query.sort)) === 'desc';
  const first = (page - 1) * size;
  const items: RequestRow[] = [];
  let total = 0;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[backwards ? rows.length - 1 - i : i];
    if (visible && !visible(row)) continue;
    const bits = bitsOf(row);
    chips.count(bits);
    if (!inChips(bits) || (q !== '' && !row.searched.includes(q))) continue;
    if (!facets.count(row.values, wanted)) continue;
    if (total >= first && items.length < size) items.push(row);
    total += 1;
  }
  const counted = facets.result();
  return {
    items: items.map(({ view }) => view),
    total,
    page,
    size,
    chips: chips.result(),
    facets: {
      ...counted,
      promise: counted.promise.map(facet => {
        const title = options.titleOf(facet.value);
        return title ? { ...facet, title } : facet;
      }),
    },
  };
}

function wantedValues(query: ParsedRequestQuery) {
  return requestDimensions.map(dimension => {
    const values: readonly string[] | undefined =
      dimension === 'team' ? query.team?.map(teamRef) : query[dimension];
    return values && new Set(values);
  });
}

import type { z } from 'zod';
import type { requestListQuerySchema } from '@kratix-portal/backstage-plugin-kratix-common';
import { compareTexts } from '../live/listRows';
import type { RequestRow } from './RequestRow';

/** @internal */
export type RequestSort = z.output<typeof requestListQuerySchema>['sort'];

type Compare = (a: RequestRow, b: RequestRow) => number;

/** Ties in the same order every time, so that pages never overlap. */
const stable =
  (compare: Compare): Compare =>
  (a, b) =>
    compare(a, b) ||
    compareTexts(a.ref.name, b.ref.name) ||
    compareTexts(a.key, b.key);

const oldestFirst: Compare = (a, b) => a.sinceMs - b.sinceMs;

const orders: Record<RequestSort, Compare> = {
  attention: (a, b) => a.toneRank - b.toneRank || oldestFirst(a, b),
  status: (a, b) => a.labelRank - b.labelRank || oldestFirst(a, b),
  name: (a, b) => compareTexts(a.ref.name, b.ref.name),
  promise: (a, b) => compareTexts(a.view.promiseTitle, b.view.promiseTitle),
  // Without an owner last.
  team: (a, b) => compareTexts(a.owner ?? '\uffff', b.owner ?? '\uffff'),
  platform: (a, b) => compareTexts(a.ref.platform, b.ref.platform),
  namespace: (a, b) => compareTexts(a.ref.namespace, b.ref.namespace),
  // An age rises from the youngest on.
  age: (a, b) => b.createdMs - a.createdMs,
  changed: (a, b) => a.changedMs - b.changedMs,
};

/** @internal */
export function requestOrder(sort: RequestSort): Compare {
  return stable(orders[sort]);
}

/** What a first click on a column head gives. @internal */
export function usualDirection(sort: RequestSort): 'asc' | 'desc' {
  return sort === 'changed' ? 'desc' : 'asc';
}

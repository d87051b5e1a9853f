import type {
  Freshness,
  PromiseDescription,
  PromiseDetail,
  PromiseView,
} from '../api';
import { formOf } from '../forms';
import { hasSwitch, nameOf, valueAt, type KubeObject } from '../kube';
import { kratixLabels } from '../kratixNames';
import { schedulingVerdicts, selectorsIn } from '../placements';
import { apiExamplesView } from './apiExamplesView';
import { apiFieldsView } from './apiFieldsView';
import { apiOfPromise } from './apiOfPromise';
import { promiseTexts } from './promiseTexts';

/** What the page of a Promise is made from, beside its view. @public */
export interface PromiseDetailInput {
  view: PromiseView;
  /** With evidence. */
  description: PromiseDescription;
  freshness: Freshness;
  promise: KubeObject;
  /** All Promises of the platform. */
  promises: readonly KubeObject[];
  destinations: readonly KubeObject[];
  annotationPrefix: string;
}

/** The page of one Promise. @public */
export function promiseDetailView(input: PromiseDetailInput): PromiseDetail {
  const { view, promise, destinations } = input;
  const offered = apiOfPromise(promise);
  const api = 'api' in offered ? offered.api : undefined;
  const selectors = selectorsIn(
    valueAt(promise, 'spec', 'destinationSelectors'),
  );
  const matching = schedulingVerdicts(selectors, destinations)
    .filter(({ matches }) => matches)
    .map(({ destination }) => destination);
  return {
    ...view,
    description: input.description,
    freshness: input.freshness,
    docs: promiseTexts(promise, api, input.annotationPrefix).docs,
    fields: apiFieldsView(api?.schema),
    ...(api && { examples: apiExamplesView(api, api.schema) }),
    ...(api?.schema && { schema: api.schema }),
    notes: api?.schema ? formNotes(api.schema) : [],
    destinationSelectors: selectors.map(({ labels }) => labels),
    matchingDestinations: matching,
    destinationCount: destinations.length,
    clashesWith: clashes(promise, api?.crd, input.promises),
    paused: hasSwitch(promise, kratixLabels.paused),
  };
}

function formNotes(schema: Record<string, unknown>): PromiseDetail['notes'] {
  return formOf(schema).notes.map(({ pointer, text }) => ({
    pointer,
    text,
  }));
}

/** Other Promises that declare the same CRD: deleting either takes all requests. */
function clashes(
  promise: KubeObject,
  crd: string | undefined,
  promises: readonly KubeObject[],
): string[] {
  if (!crd) return [];
  return promises
    .filter(other => nameOf(other) !== nameOf(promise))
    .filter(other => {
      const offered = apiOfPromise(other);
      return 'api' in offered && offered.api.crd === crd;
    })
    .map(nameOf)
    .sort();
}

import type {
  Freshness,
  PromiseDescription,
  PromiseDetail,
  PromiseView,
} from '../api';
import {
  cachedFormOf,
  formReportOf,
  type FormNote,
  type HintsByField,
} from '../forms';
import { hasSwitch, nameOf, valueAt, type KubeObject } from '../kube';
import { kratixLabels } from '../kratixNames';
import { schedulingVerdicts, selectorsIn } from '../placements';
import { addressOf } from './apiAddress';
import { apiInForce } from './apiInForce';
import { apiPage } from './apiPage';
import { apiOfPromise, type OfferedApi } from './apiOfPromise';
import { outputTitles } from './outputs';
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
  /** Of the platform; absent for those who may not see Destinations. */
  destinations?: readonly KubeObject[];
  /** Of the platform, for a Promise whose own API has no schema. */
  crds?: readonly KubeObject[];
  annotationPrefix: string;
  /** Whoever reads it looks after the Promise: notes are for them. */
  forAuthor: boolean;
}

/** The page of one Promise. @public */
export function promiseDetailView(input: PromiseDetailInput): PromiseDetail {
  const { view, promise, destinations, annotationPrefix } = input;
  const offered = apiInForce(promise, input.crds ?? []);
  const api = 'api' in offered ? offered.api : undefined;
  const selectors = selectorsIn(
    valueAt(promise, 'spec', 'destinationSelectors'),
  );
  const matching =
    destinations &&
    schedulingVerdicts(selectors, destinations)
      .filter(({ matches }) => matches)
      .map(({ destination }) => destination);
  const { hintsProblem: problem, ...page } = apiPage(
    promise,
    offered,
    annotationPrefix,
  );
  const texts = promiseTexts(promise, api, annotationPrefix);
  return {
    ...view,
    ...(!view.api && api && { api: addressOf(api) }),
    description: input.description,
    freshness: input.freshness,
    docs: texts.docs,
    ...page,
    outputs: api ? outputTitles(api.schema, texts.outputs) : [],
    ...(input.forAuthor && formForAuthor(api, { hints: page.hints, problem })),
    destinationSelectors: selectors.map(({ labels }) => labels),
    matchingDestinations: matching,
    destinationCount: destinations?.length,
    clashesWith: clashes(promise, api?.crd, input.promises),
    paused: hasSwitch(promise, kratixLabels.paused),
  };
}

function formForAuthor(
  api: OfferedApi | undefined,
  { hints, problem }: { hints?: HintsByField; problem?: string },
): Pick<PromiseDetail, 'notes' | 'formFields'> {
  const about: FormNote[] =
    problem === undefined
      ? []
      : [{ level: 'author-mistake', pointer: '', text: problem }];
  if (!api?.schema) return { notes: about };
  const form = cachedFormOf(api.schema, { hints });
  const { shown, asYaml, hidden, notes } = formReportOf(form);
  const isMistake = ({ level }: FormNote) => level === 'author-mistake';
  return {
    notes: [
      ...about,
      ...notes.filter(isMistake),
      ...notes.filter(note => !isMistake(note)),
    ],
    formFields: { shown, asYaml, hidden },
  };
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

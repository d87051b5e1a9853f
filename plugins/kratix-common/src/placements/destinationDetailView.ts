import type {
  DestinationDescription,
  DestinationDetail,
  DestinationView,
  Freshness,
} from '../api';
import {
  conditionOf,
  labelOf,
  nameOf,
  quotable,
  textAt,
  valueAt,
  type KubeObject,
} from '../kube';
import { kratixLabels } from '../kratixNames';
import { misplacement } from './schedule';
import { selectorsIn } from './selectors';
import { whyNot } from './verdicts';
import { workNameOf, writeOf } from './writes';

const mostPlacements = 100;

/** What the page of a Destination is made from, beside its view. @public */
export interface DestinationDetailInput {
  view: DestinationView;
  /** With evidence. */
  description: DestinationDescription;
  freshness: Freshness;
  destination: KubeObject;
  /** On it, as far as the person may see them. */
  placements: readonly KubeObject[];
  /** The Work of a placement, by namespace and name. */
  workOf: (namespace: string, name: string) => KubeObject | undefined;
  /**
   * `platform/crd/namespace/name` of the request a Work belongs to, where there
   * is one and the person may see it.
   */
  requestOf: (work: KubeObject) => string | undefined;
  /** Of the platform; absent for those who may not see Promises. */
  promises?: readonly KubeObject[];
}

/** The page of one Destination. @public */
export function destinationDetailView(
  input: DestinationDetailInput,
): DestinationDetail {
  const { view, placements, promises, destination } = input;
  const rows = placements.map(placement => rowOf(placement, input));
  const matching = promises?.filter(
    promise =>
      whyNot(
        selectorsIn(valueAt(promise, 'spec', 'destinationSelectors')),
        destination,
      ).matches,
  );
  return {
    ...view,
    description: input.description,
    freshness: input.freshness,
    placements: rows.sort(failingFirst).slice(0, mostPlacements),
    placementCount: placements.length,
    matchingPromises: matching?.map(nameOf).sort(),
  };
}

type Row = DestinationDetail['placements'][number];

function rowOf(placement: KubeObject, input: DestinationDetailInput): Row {
  const namespace = placement.metadata.namespace ?? '';
  const name = workNameOf(placement) ?? '';
  const work = input.workOf(namespace, name);
  const write = writeOf(placement, work);
  const failure = conditionOf(placement, 'WriteSucceeded');
  return {
    work: name,
    promise:
      textAt(placement, 'spec', 'promiseName') ??
      labelOf(work, kratixLabels.promiseName),
    request: work && input.requestOf(work),
    write: misplacement(placement) ? 'misplaced' : write.state,
    ...(write.state === 'failed' && { writeError: quotable(failure?.message) }),
    versionId: textAt(placement, 'status', 'versionID'),
  };
}

const urgency: Record<Row['write'], number> = {
  failed: 0,
  misplaced: 1,
  'not-scheduled': 2,
  writing: 3,
  'earlier-content': 4,
  written: 5,
};

function failingFirst(a: Row, b: Row): number {
  const difference = urgency[a.write] - urgency[b.write];
  if (difference !== 0) return difference;
  if (a.work === b.work) return 0;
  return a.work < b.work ? -1 : 1;
}

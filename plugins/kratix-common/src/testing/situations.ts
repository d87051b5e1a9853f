import type { PromiseFacts } from '../promises';
import type { RequestFacts } from '../requests';
import { kratixLabels } from '../kratixNames';
import { aCondition, builtAt } from './objectBuilders';
import { aCrd, aPromise, aRevision } from './promiseBuilders';
import { aBinding, aReadyRequest, aRequest } from './requestBuilders';
import { aJob } from './workflowBuilders';
import { aDestination, aPlacement, aStore, aWork } from './deliveryBuilders';

/** Epoch milliseconds at which everything was built. @public */
export const builtMs = Date.parse(builtAt);

/** Epoch milliseconds an hour later: everything rests. @public */
export const anHourLater = builtMs + 3_600_000;

/** All facts of request `cache`, in order unless told otherwise. @public */
export function requestSituation(more: RequestFacts = {}): RequestFacts {
  return {
    request: aReadyRequest(),
    promise: aPromise(),
    revisions: [aRevision('v1.0.0', { latest: true })],
    binding: aBinding('latest', { applied: 'v1.0.0' }),
    jobs: [aJob({ state: 'complete' })],
    pods: [],
    works: [aWork()],
    placements: [aPlacement()],
    destinations: [aDestination()],
    stateStores: [aStore()],
    healthRecords: [],
    children: [],
    ...more,
  };
}

/** A request that Kratix has not worked on. @public */
export function newRequest(
  parts: Parameters<typeof aRequest>[0] = {},
): RequestFacts {
  return {
    request: aRequest(parts),
    binding: undefined,
    jobs: [],
    works: [],
    placements: [],
  };
}

/** All facts of Promise `redis`, in order unless told otherwise. @public */
export function promiseSituation(more: PromiseFacts = {}): PromiseFacts {
  const promise = more.promise ?? aPromise();
  return {
    promise,
    crd: aCrd(),
    revisions: [aRevision('v1.0.0', { latest: true })],
    promises: [promise],
    requiredRevisions: [],
    jobs: [],
    pods: [],
    works: [],
    placements: [],
    destinations: [aDestination()],
    stateStores: [aStore()],
    ...more,
  };
}

/** Labels of a request that Kratix has taken up, and this switch set. @public */
export function switched(...labels: string[]) {
  return {
    labels: {
      [kratixLabels.promiseName]: 'redis',
      ...Object.fromEntries(labels.map(label => [label, 'true'])),
    },
  };
}

/** Deletion was asked for five seconds before {@link anHourLater}. @public */
export function goingAway(finalizers: readonly string[]) {
  return {
    deletedAt: new Date(anHourLater - 5000).toISOString(),
    finalizers: [...finalizers],
  };
}

/** Promise `redis`, Unavailable. @public */
export function anUnavailablePromise() {
  return aPromise({
    status: {
      status: 'Unavailable',
      kratix: { status: 'Unavailable' },
      conditions: [aCondition('Available', 'False', 'PromiseUnavailable')],
    },
  });
}

/** What Kratix says of a failed run. @public */
export const runFailed = aCondition(
  'ConfigureWorkflowCompleted',
  'False',
  'ConfigureWorkflowFailed',
  { message: 'A Configure Pipeline has failed: configure' },
);

/** No Destination matches. @public */
export const unscheduledWork = aCondition(
  'ScheduleSucceeded',
  'False',
  'UnscheduledWorkloads',
  { message: 'No matching destination found' },
);

/** The Destination does not match any more. @public */
export const mismatchedWork = aCondition(
  'ScheduleSucceeded',
  'False',
  'DestinationSelectorMismatch',
);

/** A write that failed, with a password in its text. @public */
export const failedWrite = aCondition(
  'WriteSucceeded',
  'False',
  'WorkloadsFailedWrite',
  { message: 'Put "https://ci:s3cret@store.example.org/x": refused' },
);

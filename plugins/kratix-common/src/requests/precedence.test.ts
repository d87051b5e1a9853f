import {
  aHealthRecord,
  anHourLater,
  anUnavailablePromise,
  aPlacement,
  aReadyRequest,
  aRequest,
  aStep,
  aWork,
  failedWrite,
  goingAway,
  mismatchedWork,
  requestSituation,
  runFailed,
  switched,
  unscheduledWork,
} from '../testing';
import type { RequestLabel } from '../api';
import { kratixLabels, requestFinalizers } from '../kratixNames';
import { describeRequest } from './describeRequest';
import type { RequestFacts } from './facts';

const running = [aStep('configure', 'Running')];
const retrying = [
  aStep('configure', 'Suspended', { nextRetryAt: '2026-03-01T14:00:00Z' }),
];

/** Each label by facts that alone lead to it, in the order of precedence. */
const inOrder: [RequestLabel, RequestFacts][] = [
  ['deleting', { request: aReadyRequest(goingAway(requestFinalizers)) }],
  ['paused', { request: aReadyRequest(switched(kratixLabels.paused)) }],
  [
    'waiting-for-approval',
    { request: aReadyRequest(switched(kratixLabels.workflowSuspended)) },
  ],
  [
    'failed',
    {
      request: aReadyRequest({
        steps: [aStep('configure', 'Failed')],
        conditions: [runFailed],
      }),
    },
  ],
  ['not-delivered', { placements: [aPlacement({ written: failedWrite })] }],
  ['no-destination', { works: [aWork({ scheduled: unscheduledWork })] }],
  ['unhealthy', { healthRecords: [aHealthRecord('unhealthy')] }],
  ['retrying', { request: aReadyRequest({ steps: retrying }) }],
  ['blocked', { request: aRequest(), promise: anUnavailablePromise() }],
  ['in-progress', { request: aReadyRequest({ steps: running }) }],
  [
    'misplaced',
    {
      works: [aWork({ scheduled: mismatchedWork })],
      placements: [aPlacement({ conditions: [mismatchedWork] })],
    },
  ],
  ['degraded', { healthRecords: [aHealthRecord('degraded')] }],
];

const labelOf = (facts: RequestFacts) =>
  describeRequest(requestSituation(facts), { now: anHourLater }).label;

it.each(inOrder)('is %s by itself', (label, facts) => {
  expect(labelOf(facts)).toBe(label);
});

/** Those of which both can be true at once, as they speak of other objects. */
const pairs = inOrder.flatMap(([louder, facts], at) =>
  inOrder
    .slice(at + 1)
    .filter(([, others]) => !Object.keys(others).some(key => key in facts))
    .map(([label, others]): [string, string, RequestFacts] => [
      louder,
      label,
      { ...facts, ...others },
    ]),
);

it.each(pairs)('is %s rather than %s', (louder, _label, facts) => {
  expect(labelOf(facts)).toBe(louder);
});

it.each([
  ['is tried again', { steps: retrying }, 'retrying'],
  ['is paused', switched(kratixLabels.paused), 'paused'],
])('says of what %s no more than that', (_what, parts, cause) => {
  // What was edited since is taken up when the steps run.
  const request = aReadyRequest({
    ...parts,
    generation: 2,
    status: { observedGeneration: 1 },
  });
  const { causes } = describeRequest(requestSituation({ request }), {
    now: anHourLater,
  });
  expect(causes.map(({ id }) => id)).toEqual([cause]);
});

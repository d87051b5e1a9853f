import {
  aBinding,
  aCondition,
  aHealthRecord,
  aJob,
  anHourLater,
  aPlacement,
  aPromise,
  aReadyRequest,
  aRequest,
  aStep,
  aStore,
  aWork,
  builtMs,
  failedWrite,
  mismatchedWork,
  requestSituation,
  switched,
  unscheduledWork,
} from '../testing';
import { requestDescriptionSchema } from '../api';
import { kratixLabels } from '../kratixNames';
import { describeRequest } from './describeRequest';
import type { RequestFacts } from './facts';

const start = builtMs;
const now = anHourLater;

const described = (more: RequestFacts, at = now) =>
  describeRequest(requestSituation(more), { now: at });

it.each<[string, string, string, string, RequestFacts, number?]>([
  ['all is written', 'ready', 'ok', 'health-none', {}],
  [
    'all is written and healthy',
    'ready',
    'ok',
    'done',
    { healthRecords: [aHealthRecord('healthy')] },
  ],
  [
    'the check could not tell',
    'ready',
    'ok',
    'health-unknown',
    { healthRecords: [aHealthRecord('unknown')] },
  ],
  [
    'the Promise has no steps: no conditions at all',
    'ready',
    'ok',
    'done-no-steps',
    {
      promise: aPromise({ steps: [] }),
      request: aRequest({
        status: { observedGeneration: 1, promiseVersion: 'not-set' },
      }),
      works: [],
      placements: [],
      jobs: [],
    },
  ],
  [
    'the rights to see placements are missing',
    'ready-delivery-not-visible',
    'ok',
    'no-access',
    { works: undefined, placements: undefined },
  ],
  [
    'a write failed',
    'not-delivered',
    'error',
    'write-failed',
    { placements: [aPlacement({ written: failedWrite })] },
  ],
  [
    'a write failed and the store says why',
    'not-delivered',
    'error',
    'store-not-ready',
    {
      placements: [aPlacement({ written: failedWrite })],
      stateStores: [
        aStore({
          ready: aCondition('Ready', 'False', 'ErrorValidatingPermissions'),
        }),
      ],
    },
  ],
  [
    'nothing was written for 31 s',
    'not-delivered',
    'error',
    'write-overdue',
    { placements: [aPlacement({ written: null })] },
    start + 31_000,
  ],
  [
    'nothing was written, and the Destination is gone',
    'not-delivered',
    'error',
    'destination-gone',
    { placements: [aPlacement({ written: null })], destinations: [] },
  ],
  [
    'nothing was written for 5 s',
    'in-progress',
    'progress',
    'in-progress',
    { placements: [aPlacement({ written: null })] },
    start + 5000,
  ],
  [
    'no Destination matches',
    'no-destination',
    'error',
    'no-destination',
    { works: [aWork({ scheduled: unscheduledWork })], placements: [] },
  ],
  [
    'the scheduler failed a moment ago',
    'in-progress',
    'progress',
    'in-progress',
    {
      works: [
        aWork({
          scheduled: aCondition(
            'ScheduleSucceeded',
            'False',
            'FailedToScheduleWorkloads',
          ),
        }),
      ],
      placements: [],
    },
    start + 900,
  ],
  [
    'the scheduler has failed for long',
    'no-destination',
    'error',
    'no-destination',
    {
      works: [
        aWork({
          scheduled: aCondition(
            'ScheduleSucceeded',
            'False',
            'FailedToScheduleWorkloads',
          ),
        }),
      ],
      placements: [],
    },
  ],
  [
    'unhealthy, by one of two records',
    'unhealthy',
    'error',
    'unhealthy',
    { healthRecords: [aHealthRecord('healthy'), aHealthRecord('unhealthy')] },
  ],
  [
    'unhealthy while the steps run',
    'unhealthy',
    'error',
    'unhealthy',
    {
      request: aReadyRequest({ steps: [aStep('configure', 'Running')] }),
      healthRecords: [aHealthRecord('unhealthy')],
    },
  ],
  [
    'a step asked to be tried again',
    'retrying',
    'warn',
    'retrying',
    {
      request: aReadyRequest({
        ...switched(kratixLabels.workflowSuspended),
        steps: [
          aStep('configure', 'Suspended', {
            nextRetryAt: '2026-03-01T13:01:00Z',
            attempts: 2,
          }),
        ],
      }),
    },
  ],
  [
    'the retry runs, its old time still there',
    'in-progress',
    'progress',
    'in-progress',
    {
      request: aReadyRequest({
        steps: [
          aStep('configure', 'Running', {
            nextRetryAt: '2026-03-01T12:59:00Z',
            attempts: 2,
          }),
        ],
      }),
    },
  ],
  [
    'a step runs',
    'in-progress',
    'progress',
    'in-progress',
    {
      request: aReadyRequest({ steps: [aStep('configure', 'Running')] }),
    },
  ],
  [
    'a Job runs that the status does not know yet',
    'in-progress',
    'progress',
    'in-progress',
    {
      request: aRequest({ steps: [aStep('configure', 'Pending')] }),
      jobs: [aJob()],
      works: [],
      placements: [],
    },
  ],
  [
    'the newer status layout',
    'in-progress',
    'progress',
    'in-progress',
    {
      request: aReadyRequest({
        status: {
          kratix: {
            workflows: {
              configure: { pipelines: [aStep('configure', 'Running')] },
            },
          },
        },
      }),
    },
  ],
  [
    'the Work has new content that its WorkPlacement has not',
    'in-progress',
    'progress',
    'in-progress',
    { works: [aWork({ generation: 2 })] },
  ],
  [
    'scheduled, and its WorkPlacement not seen yet',
    'in-progress',
    'progress',
    'in-progress',
    { placements: [] },
  ],
  [
    'its Destination no longer matches',
    'misplaced',
    'warn',
    'misplaced',
    {
      works: [aWork({ scheduled: mismatchedWork })],
      placements: [aPlacement({ conditions: [mismatchedWork] })],
    },
  ],
  [
    'it matches again, with leftovers of the misplacement',
    'ready',
    'ok',
    'health-none',
    {
      placements: [
        aPlacement({
          labels: { [kratixLabels.misplaced]: 'true' },
          conditions: [
            aCondition('ScheduleSucceeded', 'True'),
            aCondition('Ready', 'False', 'Misplaced'),
          ],
        }),
      ],
    },
  ],
  [
    'written to a Destination that is gone',
    'misplaced',
    'warn',
    'destination-gone',
    { destinations: [] },
  ],
  [
    'degraded',
    'degraded',
    'warn',
    'degraded',
    { healthRecords: [aHealthRecord('degraded')] },
  ],
  [
    'bound to a version that does not exist',
    'ready',
    'ok',
    'health-none',
    { binding: aBinding('v9.9.9', { applied: 'v1.0.0' }) },
  ],
])('%s: %s', (_situation, label, tone, cause, more, at = now) => {
  const description = described(more, at);
  expect(description).toMatchObject({
    label,
    tone,
    causes: [{ id: cause }, ...description.causes.slice(1)],
  });
  expect(requestDescriptionSchema.parse(description)).toEqual(description);
});

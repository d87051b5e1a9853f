import { promiseDescriptionSchema } from '../api';
import { kratixLabels, promiseFinalizers } from '../kratixNames';
import {
  aCondition,
  aCrd,
  aJob,
  anHourLater,
  anObject,
  aPlacement,
  aPromise,
  aRevision,
  aStep,
  aWork,
  builtMs,
  goingAway,
  promiseSituation,
} from '../testing';
import { describePromise } from './describePromise';
import type { PromiseFacts } from './facts';

const start = builtMs;
const minute = 60_000;
const now = anHourLater;

const described = (more: PromiseFacts = {}, at = now) =>
  describePromise(promiseSituation(more), { now: at });

const workflow = (...steps: ReturnType<typeof aStep>[]) => ({
  kratix: { status: 'Unavailable', workflows: { pipelines: steps } },
  status: 'Unavailable',
  conditions: [aCondition('Available', 'False', 'PromiseUnavailable')],
});
const deleting = goingAway(promiseFinalizers);
const requiring = (version?: string) =>
  aPromise({
    spec: {
      requiredPromises: [{ name: 'vault', ...(version && { version }) }],
    },
  });
const vault = aPromise({ name: 'vault' });
const vaultRevision = aRevision('v1.0.0', { promise: 'vault' });
const labelled = (label: string) => ({ labels: { [label]: 'true' } });
const dependencies = (parts: Parameters<typeof aWork>[0] = {}) =>
  aWork({
    labels: { [kratixLabels.workType]: 'static-dependency' },
    ...parts,
  });

it.each<[string, string, string, string, PromiseFacts, number?]>([
  ['at rest', 'available', 'ok', 'done', {}],
  [
    'being deleted',
    'deleting',
    'neutral',
    'deleting',
    { promise: aPromise(deleting) },
  ],
  [
    'being deleted while paused',
    'deletion-blocked',
    'error',
    'paused',
    { promise: aPromise({ ...deleting, ...labelled(kratixLabels.paused) }) },
  ],
  [
    'being deleted, and its delete step failed',
    'deletion-blocked',
    'error',
    'delete-step-failed',
    {
      promise: aPromise({
        ...deleting,
        status: {
          conditions: [
            aCondition(
              'DeleteWorkflowCompleted',
              'False',
              'DeleteWorkflowFailed',
            ),
          ],
        },
      }),
    },
  ],
  [
    'another Promise declares its CRD',
    'api-conflict',
    'error',
    'api-conflict',
    {
      promises: [
        aPromise(),
        aPromise({ name: 'redis-ws', spec: { api: aCrd('redis') } }),
      ],
    },
  ],
  [
    'its API is no CRD',
    'api-invalid',
    'error',
    'api-invalid',
    { promise: aPromise({ spec: { api: { kind: 'ConfigMap' } } }) },
  ],
  [
    'the API server refuses its names',
    'api-invalid',
    'error',
    'api-invalid',
    {
      crd: {
        ...aCrd(),
        status: {
          conditions: [
            aCondition('NamesAccepted', 'False', 'ListKindConflict', {
              message: 'taken',
            }),
          ],
        },
      },
    },
  ],
  [
    'its CRD is just being installed',
    'available',
    'ok',
    'done',
    {
      crd: {
        ...aCrd(),
        status: {
          conditions: [aCondition('Established', 'False', 'Installing')],
        },
      },
    },
  ],
  [
    'paused',
    'paused',
    'warn',
    'paused',
    { promise: aPromise(labelled(kratixLabels.paused)) },
  ],
  [
    'paused, by the condition that outlasts the label',
    'paused',
    'warn',
    'promise-paused',
    {
      promise: aPromise({
        status: {
          conditions: [
            aCondition('Available', 'False', 'PausedReconciliation'),
          ],
        },
      }),
    },
  ],
  [
    'a required Promise is not there, though the condition says so still',
    'missing-requirement',
    'error',
    'requirement',
    {
      promise: aPromise({
        spec: { requiredPromises: [{ name: 'vault' }] },
        status: {
          conditions: [
            aCondition('RequirementsFulfilled', 'True'),
            aCondition('Available', 'True'),
          ],
        },
      }),
    },
  ],
  [
    'a required Promise is there at another version',
    'missing-requirement',
    'error',
    'requirement',
    {
      promise: requiring('v2.0.0'),
      promises: [requiring('v2.0.0'), vault],
      requiredRevisions: [vaultRevision],
    },
  ],
  [
    'its requirement is there at that version',
    'available',
    'ok',
    'done',
    {
      promise: requiring('v1.0.0'),
      promises: [requiring('v1.0.0'), vault],
      requiredRevisions: [vaultRevision],
    },
  ],
  [
    'whether its requirement is there cannot be read',
    'available',
    'ok',
    'done',
    { promise: requiring(), promises: undefined },
  ],
  [
    'its step waits for approval',
    'waiting-for-approval',
    'action',
    'approval',
    {
      promise: aPromise({
        ...labelled(kratixLabels.workflowSuspended),
        status: workflow(aStep('install', 'Suspended', { message: 'sure?' })),
      }),
    },
  ],
  [
    'its step failed',
    'failed',
    'error',
    'step-failed',
    { promise: aPromise({ status: workflow(aStep('install', 'Failed')) }) },
  ],
  [
    'its dependencies were not written',
    'not-delivered',
    'error',
    'write-failed',
    {
      works: [dependencies()],
      placements: [
        aPlacement({ written: aCondition('WriteSucceeded', 'False') }),
      ],
    },
  ],
  [
    'no Destination takes its dependencies, though it says Available',
    'no-destination',
    'error',
    'no-destination',
    {
      works: [
        dependencies({
          scheduled: aCondition(
            'ScheduleSucceeded',
            'False',
            'UnscheduledWorkloads',
          ),
        }),
      ],
    },
  ],
  [
    'its step runs, and it says Unavailable meanwhile',
    'updating',
    'progress',
    'in-progress',
    { promise: aPromise({ status: workflow(aStep('install', 'Running')) }) },
  ],
  [
    'it is between two steps',
    'updating',
    'progress',
    'in-progress',
    {
      promise: aPromise({
        status: workflow(
          aStep('install', 'Succeeded'),
          aStep('smoke-test', 'Pending'),
        ),
      }),
    },
  ],
  [
    'its step asked to be tried again',
    'updating',
    'progress',
    'retrying',
    {
      promise: aPromise({
        ...labelled(kratixLabels.workflowSuspended),
        status: workflow(
          aStep('install', 'Suspended', {
            nextRetryAt: '2026-03-01T13:01:00Z',
          }),
        ),
      }),
    },
  ],
  [
    'new',
    'preparing',
    'progress',
    'in-progress',
    { promise: anObject('Promise', { name: 'redis', spec: { api: aCrd() } }) },
    start + minute,
  ],
  [
    'once available, now unavailable',
    'unavailable',
    'error',
    'unavailable',
    {
      promise: aPromise({
        status: {
          status: 'Unavailable',
          kratix: {
            status: 'Unavailable',
            lastAvailableTime: '2026-03-01T12:00:09Z',
          },
        },
      }),
    },
  ],
])('%s: %s', (_situation, label, tone, cause, more, at = now) => {
  const description = described(more, at);
  expect(description).toMatchObject({
    label,
    tone,
    causes: [{ id: cause }, ...description.causes.slice(1)],
  });
  expect(promiseDescriptionSchema.parse(description)).toEqual(description);
});

it('is unknown where it has no status after ten minutes', () => {
  const promise = anObject('Promise', { name: 'redis', spec: { api: aCrd() } });
  expect(described({ promise }, start + 9 * minute)).toMatchObject({
    label: 'preparing',
    recheckAt: '2026-03-01T12:10:00.000Z',
  });
  expect(described({ promise }, start + 11 * minute)).toMatchObject({
    label: 'unknown',
    tone: 'neutral',
    causes: [],
  });
});

it.each<[string, boolean, PromiseFacts]>([
  ['at rest', true, {}],
  [
    'without an API',
    false,
    { promise: aPromise({ spec: { api: undefined } }), promises: [] },
  ],
  ['being deleted', false, { promise: aPromise(deleting) }],
  ['paused', false, { promise: aPromise(labelled(kratixLabels.paused)) }],
  [
    'unavailable',
    false,
    { promise: aPromise({ status: workflow(aStep('install', 'Failed')) }) },
  ],
  [
    'with an API that another Promise claims as well',
    false,
    {
      promises: [
        aPromise(),
        aPromise({ name: 'redis-ws', spec: { api: aCrd('redis') } }),
      ],
    },
  ],
  [
    'beside a Promise with another API',
    true,
    {
      promises: [
        aPromise(),
        aPromise({ name: 'kafka', spec: { api: aCrd('kafka') } }),
      ],
    },
  ],
  [
    'with an API that is no CRD',
    false,
    { promise: aPromise({ spec: { api: { kind: 'ConfigMap' } } }) },
  ],
  [
    'with an API whose names are refused',
    false,
    {
      crd: {
        ...aCrd(),
        status: {
          conditions: [
            aCondition('NamesAccepted', 'False', 'ListKindConflict'),
          ],
        },
      },
    },
  ],
  [
    'with dependencies nowhere, which hinders no request',
    true,
    {
      works: [
        dependencies({
          scheduled: aCondition(
            'ScheduleSucceeded',
            'False',
            'UnscheduledWorkloads',
          ),
        }),
      ],
    },
  ],
])('%s a request would be worked on: %s', (_situation, requestable, more) => {
  expect(described(more).requestable).toBe(requestable);
});

it('takes a step whose Job runs again as running', () => {
  const promise = aPromise({ status: workflow(aStep('install', 'Failed')) });
  const job = aJob({ step: 'install', createdAt: '2026-03-01T12:30:00Z' });
  expect(described({ promise, jobs: [job] }).label).toBe('updating');
});

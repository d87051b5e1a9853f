import {
  aCondition,
  aJob,
  anHourLater,
  aPod,
  aReadyRequest,
  aRequest,
  aStep,
  aStore,
  goingAway,
  requestSituation,
  runFailed,
  switched,
} from '../testing';
import { requestDescriptionSchema } from '../api';
import { kratixLabels, requestFinalizers } from '../kratixNames';
import { describeRequest } from './describeRequest';
import type { RequestFacts } from './facts';

const minute = 60_000;
const now = anHourLater;
const deleting = goingAway(requestFinalizers);

const described = (more: RequestFacts, at = now) =>
  describeRequest(requestSituation(more), { now: at });

it.each<[string, string, string, string, RequestFacts, number?]>([
  [
    'deleting',
    'deleting',
    'neutral',
    'deleting',
    { request: aReadyRequest(deleting) },
  ],
  [
    'deleting, and the delete step failed',
    'deletion-blocked',
    'error',
    'delete-step-failed',
    {
      request: aReadyRequest({
        ...deleting,
        steps: [aStep('drop', 'Running')],
        conditions: [
          aCondition(
            'DeleteWorkflowCompleted',
            'False',
            'DeleteWorkflowFailed',
          ),
        ],
      }),
      jobs: [aJob({ step: 'drop', action: 'delete', state: 'failed' })],
    },
  ],
  [
    'deleting, and the failed delete step runs again',
    'deleting',
    'neutral',
    'deleting',
    {
      request: aReadyRequest({
        ...deleting,
        steps: [aStep('drop', 'Running')],
        conditions: [
          aCondition(
            'DeleteWorkflowCompleted',
            'False',
            'DeleteWorkflowFailed',
          ),
        ],
      }),
      jobs: [
        aJob({ step: 'drop', action: 'delete', state: 'failed' }),
        aJob({
          step: 'drop',
          action: 'delete',
          createdAt: '2026-03-01T12:59:00Z',
        }),
      ],
    },
  ],
  [
    'deleting while paused',
    'deletion-blocked',
    'error',
    'paused',
    {
      request: aReadyRequest({ ...deleting, ...switched(kratixLabels.paused) }),
    },
  ],
  [
    'deleting, and the delete step asks for approval',
    'deletion-blocked',
    'error',
    'delete-approval',
    {
      request: aReadyRequest({
        ...deleting,
        ...switched(kratixLabels.workflowSuspended),
        steps: [aStep('drop', 'Suspended', { message: 'really?' })],
      }),
    },
  ],
  [
    'deleting from a store that is not ready',
    'deletion-blocked',
    'error',
    'delete-store',
    {
      request: aReadyRequest(deleting),
      stateStores: [
        aStore({ ready: aCondition('Ready', 'False', 'SecretNotFound') }),
      ],
    },
  ],
  [
    'deleting for eleven minutes',
    'deletion-blocked',
    'error',
    'delete-finalizer',
    { request: aReadyRequest(deleting) },
    now + 11 * minute,
  ],
  [
    'paused, whatever else',
    'paused',
    'warn',
    'paused',
    {
      request: aReadyRequest({
        ...switched(kratixLabels.paused, kratixLabels.workflowSuspended),
        steps: [aStep('configure', 'Failed')],
      }),
    },
  ],
  [
    'a step asks for approval',
    'waiting-for-approval',
    'action',
    'approval',
    {
      request: aReadyRequest({
        ...switched(kratixLabels.workflowSuspended),
        steps: [aStep('configure', 'Suspended', { message: 'over budget' })],
      }),
    },
  ],
  [
    'somebody set the suspend label by hand',
    'waiting-for-approval',
    'action',
    'suspended-by-hand',
    { request: aReadyRequest(switched(kratixLabels.workflowSuspended)) },
  ],
  [
    'a step failed',
    'failed',
    'error',
    'step-failed',
    {
      request: aReadyRequest({
        steps: [aStep('configure', 'Failed'), aStep('next', 'Pending')],
        conditions: [runFailed],
      }),
    },
  ],
  [
    'only the condition tells of the failure',
    'failed',
    'error',
    'step-failed',
    { request: aRequest({ conditions: [runFailed] }) },
  ],
  [
    'a failed step whose new Job already runs',
    'in-progress',
    'progress',
    'in-progress',
    {
      request: aReadyRequest({
        steps: [aStep('configure', 'Failed')],
        conditions: [runFailed],
      }),
      jobs: [
        aJob({ state: 'failed' }),
        aJob({ createdAt: '2026-03-01T12:59:59Z' }),
      ],
    },
  ],
  [
    'a failed step whose old Job has not said so yet',
    'failed',
    'error',
    'step-failed',
    {
      request: aReadyRequest({
        steps: [
          aStep('configure', 'Failed', {
            lastTransitionTime: '2026-03-01T12:00:09Z',
          }),
        ],
      }),
      jobs: [aJob({ state: 'active' })],
    },
  ],
  [
    'an image cannot be pulled',
    'in-progress',
    'progress',
    'step-image',
    withPod({
      phase: 'Pending',
      initContainerStatuses: [
        {
          name: 'work',
          image: 'example.org/work:v1',
          state: { waiting: { reason: 'ImagePullBackOff' } },
        },
      ],
    }),
  ],
  [
    'no node has room',
    'in-progress',
    'progress',
    'step-pod-pending',
    withPod({
      phase: 'Pending',
      conditions: [
        { type: 'PodScheduled', status: 'False', reason: 'Unschedulable' },
      ],
    }),
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

/** A step runs, and this is how its Pod is. */
function withPod(status: Record<string, unknown>): RequestFacts {
  const job = aJob();
  return {
    request: aReadyRequest({ steps: [aStep('configure', 'Running')] }),
    jobs: [job],
    pods: [aPod(job, status)],
  };
}

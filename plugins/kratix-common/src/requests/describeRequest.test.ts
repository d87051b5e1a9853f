import {
  aBinding,
  aCondition,
  aDestination,
  aHealthRecord,
  aJob,
  aPlacement,
  aPod,
  aPromise,
  aReadyRequest,
  aRequest,
  aRevision,
  aStep,
  aStore,
  aWork,
  builtAt,
} from '../testing';
import { requestDescriptionSchema } from '../api';
import { kratixLabels, requestFinalizers } from '../kratixNames';
import { describeRequest } from './describeRequest';
import type { RequestFacts } from './facts';

const start = Date.parse(builtAt);
const minute = 60_000;
/** Everything in order, an hour old. */
const now = start + 60 * minute;

function aSituation(more: RequestFacts = {}): RequestFacts {
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

const describe1 = (more: RequestFacts, at = now) =>
  describeRequest(aSituation(more), { now: at });

const suspended = { [kratixLabels.workflowSuspended]: 'true' };
const paused = { [kratixLabels.paused]: 'true' };
const labelled = (labels: Record<string, string>) => ({
  labels: { [kratixLabels.promiseName]: 'redis', ...labels },
});
const failedCondition = aCondition(
  'ConfigureWorkflowCompleted',
  'False',
  'ConfigureWorkflowFailed',
  { message: 'A Configure Pipeline has failed: configure' },
);
const unscheduled = aCondition(
  'ScheduleSucceeded',
  'False',
  'UnscheduledWorkloads',
  { message: 'No matching destination found' },
);
const mismatch = aCondition(
  'ScheduleSucceeded',
  'False',
  'DestinationSelectorMismatch',
);
const writeFailed = aCondition(
  'WriteSucceeded',
  'False',
  'WorkloadsFailedWrite',
  {
    message: 'Put "https://ci:s3cret@store.example.org/x": refused',
  },
);
const deleting = {
  deletedAt: new Date(now - 5000).toISOString(),
  finalizers: [...requestFinalizers],
};
const unavailable = aPromise({
  status: {
    status: 'Unavailable',
    kratix: { status: 'Unavailable' },
    conditions: [aCondition('Available', 'False', 'PromiseUnavailable')],
  },
});

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
    { request: aReadyRequest({ ...deleting, ...labelled(paused) }) },
  ],
  [
    'deleting, and the delete step asks for approval',
    'deletion-blocked',
    'error',
    'delete-approval',
    {
      request: aReadyRequest({
        ...deleting,
        ...labelled(suspended),
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
        ...labelled({ ...paused, ...suspended }),
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
        ...labelled(suspended),
        steps: [aStep('configure', 'Suspended', { message: 'over budget' })],
      }),
    },
  ],
  [
    'somebody set the suspend label by hand',
    'waiting-for-approval',
    'action',
    'suspended-by-hand',
    { request: aReadyRequest(labelled(suspended)) },
  ],
  [
    'a step failed',
    'failed',
    'error',
    'step-failed',
    {
      request: aReadyRequest({
        steps: [aStep('configure', 'Failed'), aStep('next', 'Pending')],
        conditions: [failedCondition],
      }),
    },
  ],
  [
    'only the condition tells of the failure',
    'failed',
    'error',
    'step-failed',
    { request: aRequest({ conditions: [failedCondition] }) },
  ],
  [
    'a failed step whose new Job already runs',
    'in-progress',
    'progress',
    'in-progress',
    {
      request: aReadyRequest({
        steps: [aStep('configure', 'Failed')],
        conditions: [failedCondition],
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
  [
    'a write failed',
    'not-delivered',
    'error',
    'write-failed',
    { placements: [aPlacement({ written: writeFailed })] },
  ],
  [
    'a write failed and the store says why',
    'not-delivered',
    'error',
    'store-not-ready',
    {
      placements: [aPlacement({ written: writeFailed })],
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
    { works: [aWork({ scheduled: unscheduled })], placements: [] },
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
        ...labelled(suspended),
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
    'new, and the Promise is unavailable',
    'blocked',
    'warn',
    'promise-unavailable',
    { ...unprocessed(), promise: unavailable },
  ],
  [
    'new, and the Promise is paused',
    'blocked',
    'warn',
    'promise-paused',
    { ...unprocessed(), promise: aPromise(labelled(paused)) },
  ],
  [
    'new, the Promise unknown, and the request says it is unavailable',
    'blocked',
    'warn',
    'promise-unavailable',
    {
      ...unprocessed({
        conditions: [
          aCondition(
            'PromiseAvailable',
            'False',
            'PromiseRequirementsNotInstalled',
          ),
        ],
      }),
      promise: undefined,
      revisions: undefined,
    },
  ],
  [
    'processed before the Promise became unavailable',
    'ready',
    'ok',
    'health-none',
    { promise: unavailable },
  ],
  [
    'new, and still not looked at after 11 s',
    'waiting-for-platform',
    'progress',
    'waiting-platform',
    unprocessed(),
    start + 11_000,
  ],
  ['new', 'in-progress', 'progress', 'submitted', unprocessed(), start + 2000],
  [
    'new, and Kratix has not labelled it',
    'in-progress',
    'progress',
    'submitted',
    { ...unprocessed({ labels: {} }) },
    start + 2000,
  ],
  [
    'changed a second ago',
    'in-progress',
    'progress',
    'submitted',
    {
      request: aReadyRequest({
        generation: 2,
        status: { observedGeneration: 1 },
      }),
      generationSeenAt: now - 1000,
    },
  ],
  [
    'changed, and not looked at for 11 s',
    'waiting-for-platform',
    'progress',
    'waiting-platform',
    {
      request: aReadyRequest({
        generation: 2,
        status: { observedGeneration: 1 },
      }),
      generationSeenAt: now - 11_000,
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
      works: [aWork({ scheduled: mismatch })],
      placements: [aPlacement({ conditions: [mismatch] })],
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
  const description = describe1(more, at);
  expect(description).toMatchObject({
    label,
    tone,
    causes: [{ id: cause }, ...description.causes.slice(1)],
  });
  expect(requestDescriptionSchema.parse(description)).toEqual(description);
});

function unprocessed(parts: Parameters<typeof aRequest>[0] = {}): RequestFacts {
  return {
    request: aRequest(parts),
    binding: undefined,
    jobs: [],
    works: [],
    placements: [],
  };
}

function withPod(status: Record<string, unknown>): RequestFacts {
  const job = aJob();
  return {
    request: aReadyRequest({ steps: [aStep('configure', 'Running')] }),
    jobs: [job],
    pods: [aPod(job, status)],
  };
}

it('is gone without a request, unless the platform is away', () => {
  expect(describeRequest({}, { now })).toMatchObject({ label: 'gone' });
  const platform = {
    id: 'eu',
    title: 'EU',
    kinds: [],
    identity: 'serviceAccount' as const,
    failingSince: now - minute,
    failure: { reason: 'network' as const, message: 'no route' },
  };
  expect(describeRequest({ platform }, { now })).toMatchObject({
    label: 'unknown',
    flags: ['last-known'],
  });
  expect(describe1({ platform })).toMatchObject({
    label: 'ready',
    flags: ['last-known'],
  });
});

it('cannot say that something is gone while lists still run', () => {
  const platform = {
    id: 'eu',
    title: 'EU',
    kinds: [],
    identity: 'serviceAccount' as const,
  };
  expect(describeRequest({ platform }, { now }).label).toBe('unknown');
});

it('names somebody where Kratix does not retry when it should', () => {
  const request = aReadyRequest({
    ...labelled(suspended),
    steps: [
      aStep('configure', 'Suspended', { nextRetryAt: '2026-03-01T13:00:00Z' }),
    ],
  });
  const waiting = describe1({ request }, now + minute);
  expect(waiting).toMatchObject({
    causes: [{ id: 'retrying', responsible: 'nobody' }],
    recheckAt: '2026-03-01T13:02:00.000Z',
  });
  const late = describe1({ request }, now + 2 * minute);
  expect(late.causes[0].responsible).toBe('platform-team');
});

it('names the louder cause first and keeps the others', () => {
  const { causes, delivery, label } = describe1({
    works: [aWork({ scheduled: unscheduled })],
    placements: [],
    healthRecords: [aHealthRecord('degraded')],
    revisions: [aRevision('v1.0.0'), aRevision('v2.0.0', { latest: true })],
  });
  expect(label).toBe('no-destination');
  expect(delivery).toBe('no-destination');
  expect(causes.map(({ id }) => id)).toEqual([
    'no-destination',
    'degraded',
    'outdated',
  ]);
});

it('says how it is delivered beside how it works', () => {
  const description = describe1({
    healthRecords: [
      aHealthRecord('unhealthy', { details: { error: 'no disk' } }),
    ],
  });
  expect(description).toMatchObject({
    label: 'unhealthy',
    delivery: 'ready',
    health: { state: 'unhealthy', detail: 'no disk' },
  });
});

it.each<[string, RequestFacts, number, string | undefined]>([
  ['at rest never', {}, now, undefined],
  [
    'a new request: after 10 s',
    unprocessed(),
    start + 2000,
    '2026-03-01T12:00:10.000Z',
  ],
  [
    'an ignored request: after 2 min',
    unprocessed(),
    start + 20_000,
    '2026-03-01T12:02:00.000Z',
  ],
  [
    'an unwritten placement: after 30 s',
    { placements: [aPlacement({ written: null })] },
    start + 5000,
    '2026-03-01T12:00:30.000Z',
  ],
  [
    'a deletion: after 10 min at one finalizer',
    { request: aReadyRequest(deleting) },
    now,
    '2026-03-01T13:09:55.000Z',
  ],
])('looks again, %s', (_situation, more, at, expected) => {
  expect(describe1(more, at).recheckAt).toBe(expected);
});

it('never shows credentials that an error text carries', () => {
  const text = JSON.stringify(
    describe1({ placements: [aPlacement({ written: writeFailed })] }),
  );
  expect(text).toContain('store.example.org');
  expect(text).not.toContain('s3cret');
});

it('quotes the closest Destination and what it lacks', () => {
  const { causes } = describe1({
    works: [
      aWork({
        scheduled: unscheduled,
        selectors: { environment: 'prod', region: 'eu' },
      }),
    ],
    placements: [],
    destinations: [
      aDestination({ name: 'far', labels: {} }),
      aDestination({ name: 'near', labels: { environment: 'prod' } }),
    ],
  });
  expect(causes[0]).toMatchObject({
    params: {
      labels: 'environment=prod, region=eu',
      dest: 'near',
      missing: 'region=eu',
    },
    platformSays: 'No matching destination found',
  });
});

it('strikes the condition of the run before while a new one runs', () => {
  const [cause] = describe1({
    request: aReadyRequest({
      steps: [aStep('configure', 'Failed')],
      conditions: [failedCondition],
    }),
    jobs: [aJob({ createdAt: '2026-03-01T12:59:59Z' })],
  }).causes;
  expect(cause.evidence).toContainEqual(
    expect.objectContaining({
      field: 'status.conditions[ConfigureWorkflowCompleted]',
      contradictedBy: expect.stringContaining('Job team-a/'),
    }),
  );
});

it('tells a first failure from a failed change', () => {
  const failed = { steps: [aStep('configure', 'Failed')] };
  const first = describe1({
    request: aRequest(failed),
    binding: aBinding('latest', {
      failed: 'v1.0.0',
      upgrade: aCondition('UpgradeSucceeded', 'False', 'UpgradeFailed'),
    }),
  });
  expect(first.causes[0].params).toMatchObject({
    first: 'yes',
    step: 'configure',
  });
  // A first run that fails says UpgradeFailed; it is no failed upgrade.
  expect(first.flags).not.toContain('upgrade-failed');
  const change = describe1({ request: aReadyRequest(failed) });
  expect(change.causes[0].params).toMatchObject({ first: 'no' });
});

it('names a child that holds it up', () => {
  const { causes } = describe1({
    children: [
      aRequest({ name: 'orders-db', steps: [aStep('create', 'Failed')] }),
      aReadyRequest({ name: 'orders-cache' }),
    ],
  });
  expect(causes.filter(({ id }) => id === 'child')).toMatchObject([
    { params: { kind: 'Redis', name: 'orders-db', label: 'failed' } },
  ]);
});

it('raises flags', () => {
  const flags = (more: RequestFacts) => describe1(more).flags;
  expect(flags({ promise: unavailable })).toEqual(['promise-unavailable']);
  expect(
    flags({
      request: aReadyRequest(labelled({ [kratixLabels.dryRun]: 'true' })),
    }),
  ).toEqual(['preview-only']);
  expect(
    flags({
      request: aReadyRequest({
        ...labelled(paused),
        generation: 2,
        steps: [aStep('configure', 'Failed')],
        status: { observedGeneration: 1 },
      }),
      healthRecords: [aHealthRecord('unhealthy')],
    }),
  ).toEqual(['last-run-failed', 'unhealthy', 'change-not-processed']);
});

it('knows what is usual where somebody has counted', () => {
  const slow = describeRequest(
    aSituation({
      ...unprocessed({ steps: [aStep('configure', 'Running')] }),
    }),
    { now: start + 5 * minute, usual: { p50: 60, p90: 200 } },
  );
  expect(slow.flags).toContain('slower-than-usual');
  expect(slow.causes.map(({ id }) => id)).toEqual(['in-progress', 'slow']);
  const late = describeRequest(
    aSituation({
      healthRecords: [aHealthRecord('healthy', { lastRun: start / 1000 })],
    }),
    { now: start + 4 * minute, usual: { healthGap: 60 } },
  );
  expect(late).toMatchObject({
    label: 'ready',
    flags: ['health-late'],
    causes: [{ id: 'health-late', params: { usualGap: 60 } }, { id: 'done' }],
  });
});

it('shows where it is on the rail', () => {
  const rail = (more: RequestFacts, at?: number) =>
    describe1(more, at).rail.map(
      ({ station, state, done, total }) =>
        `${station}: ${state}${total === undefined ? '' : ` ${done}/${total}`}`,
    );
  expect(rail({ healthRecords: [aHealthRecord('healthy')] })).toEqual([
    'accepted: done',
    'steps: done 1/1',
    'scheduled: done 1/1',
    'written: done 1/1',
    'applied: not-observed',
    'healthy: done',
  ]);
  expect(rail({ ...unprocessed() }, start)).toEqual([
    'accepted: done',
    'steps: not-reached',
    'scheduled: not-reached',
    'written: not-reached',
    'applied: not-observed',
    'healthy: not-reported',
  ]);
  expect(rail({ works: [], placements: [] }).slice(2, 4)).toEqual([
    'scheduled: nothing-to-do',
    'written: nothing-to-do',
  ]);
  expect(rail({ works: [aWork({ generation: 2 })] })).toContain(
    'written: earlier-content 0/1',
  );
  expect(rail({ works: undefined })).toContain('scheduled: not-visible');
});

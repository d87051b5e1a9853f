import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { causeIdSchema, type CauseId } from '../api';
import { kratixLabels, requestFinalizers } from '../kratixNames';
import { describePromise, type PromiseFacts } from '../promises';
import {
  describeRequest,
  type Expectations,
  type RequestFacts,
} from '../requests';
import {
  aCondition,
  aCrd,
  aHealthRecord,
  aJob,
  anHourLater,
  anObject,
  aPlacement,
  aPod,
  aPromise,
  aReadyRequest,
  aRequest,
  aStep,
  aStore,
  builtMs,
  goingAway,
  newRequest,
  promiseSituation,
  requestSituation,
  switched,
} from '../testing';

const deleting = goingAway(requestFinalizers);
const minute = 60_000;

/** What no recording shows, by the cause that it leads to. */
const requests: [CauseId, RequestFacts, number?, Expectations?][] = [
  [
    'child',
    { children: [aRequest({ name: 'db', steps: [aStep('a', 'Failed')] })] },
  ],
  [
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
    'delete-finalizer',
    { request: aReadyRequest(deleting) },
    anHourLater + 11 * minute,
  ],
  [
    'delete-store',
    {
      request: aReadyRequest(deleting),
      stateStores: [
        aStore({ ready: aCondition('Ready', 'False', 'SecretNotFound') }),
      ],
    },
  ],
  ['destination-gone', { destinations: [] }],
  [
    'health-late',
    { healthRecords: [aHealthRecord('healthy', { lastRun: builtMs / 1000 })] },
    builtMs + 4 * minute,
    { healthGap: 60 },
  ],
  ['gone', { request: undefined }],
  ['health-unknown', { healthRecords: [aHealthRecord('unknown')] }],
  ['no-access', { works: undefined, placements: undefined }],
  ['preview-label', { request: aReadyRequest(switched(kratixLabels.dryRun)) }],
  [
    'sent-back',
    {
      request: aReadyRequest(switched(kratixLabels.workflowSuspended)),
      sentBack: { reason: 'too big', at: '2026-03-01T12:30:00Z' },
    },
  ],
  ['slow', newRunning(), builtMs + 5 * minute, { p50: 60, p90: 200 }],
  [
    'stale',
    {
      platform: {
        id: 'eu',
        title: 'EU',
        kinds: [],
        identity: 'serviceAccount',
        lastContactAt: builtMs,
        failingSince: builtMs,
        failure: { reason: 'network', message: 'no answer' },
      },
    },
  ],
  [
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
    'step-pod-pending',
    withPod({
      phase: 'Pending',
      conditions: [
        { type: 'PodScheduled', status: 'False', reason: 'Unschedulable' },
      ],
    }),
  ],
  [
    'suspended-by-hand',
    { request: aReadyRequest(switched(kratixLabels.workflowSuspended)) },
  ],
  [
    'write-overdue',
    { placements: [aPlacement({ written: null })] },
    builtMs + 31_000,
  ],
];

// Once available: a new one would be prepared still.
const unavailable = {
  kratix: {
    status: 'Unavailable',
    lastAvailableTime: '2026-03-01T12:00:09Z',
  },
};

const promises: [CauseId, PromiseFacts][] = [
  [
    'api-conflict',
    {
      promises: [
        aPromise(),
        aPromise({ name: 'redis-ws', spec: { api: aCrd('redis') } }),
      ],
    },
  ],
  [
    'api-invalid',
    { promise: aPromise({ spec: { api: { kind: 'ConfigMap' } } }) },
  ],
  ['unavailable', { promise: aPromise({ status: unavailable }) }],
  ['release-fetch', released('FailedToFetchPromise')],
  ['release-label', released('VersionLabelNotFound')],
  ['release-mismatch', released('VersionNotMatching')],
];

function released(reason: string): PromiseFacts {
  return {
    release: anObject('PromiseRelease', {
      name: 'redis',
      spec: { version: 'v1.0.0', sourceRef: { url: 'https://a.example' } },
      status: { conditions: [aCondition('Installed', 'False', reason)] },
    }),
  };
}

function newRunning(): RequestFacts {
  return {
    ...newRequest({ steps: [aStep('configure', 'Running')] }),
    generationSeenAt: builtMs,
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

it.each(requests)(
  'a request can be so: %s',
  (id, more, now = anHourLater, usual = {}) => {
    const { causes } = describeRequest(requestSituation(more), { now, usual });
    expect(causes.map(cause => cause.id)).toContain(id);
  },
);

it.each(promises)('a Promise can be so: %s', (id, more) => {
  const facts = promiseSituation(more);
  const { causes } = describePromise(facts, { now: anHourLater });
  expect(causes.map(cause => cause.id)).toContain(id);
});

it('knows no cause that nothing leads to', () => {
  const recorded = recordedCauses();
  const made = [...requests, ...promises].map(([id]) => id);
  const never = causeIdSchema.options.filter(
    id => !recorded.has(id) && !made.includes(id),
  );
  expect(never).toEqual([]);
});

/** First after its label, or after another with its parameters. */
const named = /(?:^ *[\d.]+ [^|]*: [A-Z-]+ \| |\) \+ |[a-z] \+ )([a-z-]+)/g;

/** Causes in the reviewed stories of all recordings. */
function recordedCauses(): Set<string> {
  const folder = join(__dirname, '__goldens__', 'stories');
  const ids = new Set<string>();
  for (const file of readdirSync(folder)) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      for (const [, id] of line.matchAll(named)) ids.add(id);
    }
  }
  return ids;
}

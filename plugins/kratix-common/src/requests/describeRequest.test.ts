import {
  aBinding,
  aCondition,
  aDestination,
  aHealthRecord,
  aJob,
  anHourLater,
  anUnavailablePromise,
  aPlacement,
  aReadyRequest,
  aRequest,
  aRevision,
  aStep,
  aWork,
  builtMs,
  failedWrite,
  goingAway,
  newRequest,
  requestSituation,
  runFailed,
  switched,
  unscheduledWork,
} from '../testing';
import { kratixLabels, requestFinalizers } from '../kratixNames';
import { describeRequest } from './describeRequest';
import type { RequestFacts } from './facts';

const start = builtMs;
const minute = 60_000;
const now = anHourLater;
const deleting = goingAway(requestFinalizers);

const described = (more: RequestFacts, at = now) =>
  describeRequest(requestSituation(more), { now: at });

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
  const lastKnown = described({ platform });
  expect(lastKnown).toMatchObject({ label: 'ready', flags: ['last-known'] });
  expect(lastKnown.causes.map(({ id }) => id)).toContain('stale');
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
    ...switched(kratixLabels.workflowSuspended),
    steps: [
      aStep('configure', 'Suspended', { nextRetryAt: '2026-03-01T13:00:00Z' }),
    ],
  });
  const waiting = described({ request }, now + minute);
  expect(waiting).toMatchObject({
    causes: [{ id: 'retrying', responsible: 'nobody' }],
    recheckAt: '2026-03-01T13:02:00.000Z',
  });
  const late = described({ request }, now + 2 * minute);
  expect(late.causes[0].responsible).toBe('platform-team');
});

it('names the louder cause first and keeps the others', () => {
  const { causes, delivery, label } = described({
    works: [aWork({ scheduled: unscheduledWork })],
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
  const description = described({
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
    newRequest(),
    start + 2000,
    '2026-03-01T12:00:10.000Z',
  ],
  [
    'an ignored request: after 2 min',
    newRequest(),
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
  expect(described(more, at).recheckAt).toBe(expected);
});

it('never shows credentials that an error text carries', () => {
  const text = JSON.stringify(
    described({ placements: [aPlacement({ written: failedWrite })] }),
  );
  expect(text).toContain('store.example.org');
  expect(text).not.toContain('s3cret');
});

it('quotes the closest Destination and what it lacks', () => {
  const { causes } = described({
    works: [
      aWork({
        scheduled: unscheduledWork,
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
  const [cause] = described({
    request: aReadyRequest({
      steps: [aStep('configure', 'Failed')],
      conditions: [runFailed],
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
  const first = described({
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
  const change = described({ request: aReadyRequest(failed) });
  expect(change.causes[0].params).toMatchObject({ first: 'no' });
});

it('names a child that holds it up', () => {
  const { causes } = described({
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
  const flags = (more: RequestFacts) => described(more).flags;
  expect(flags({ promise: anUnavailablePromise() })).toEqual([
    'promise-unavailable',
  ]);
  expect(
    flags({
      request: aReadyRequest(switched(kratixLabels.dryRun)),
    }),
  ).toEqual(['preview-only']);
  expect(
    flags({
      request: aReadyRequest({
        ...switched(kratixLabels.paused),
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
    requestSituation({
      ...newRequest({ steps: [aStep('configure', 'Running')] }),
    }),
    { now: start + 5 * minute, usual: { p50: 60, p90: 200 } },
  );
  expect(slow.flags).toContain('slower-than-usual');
  expect(slow.causes.map(({ id }) => id)).toEqual(['in-progress', 'slow']);
  const late = describeRequest(
    requestSituation({
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

it.each<[string, string, string]>([
  ['failed', 'DeleteWorkflowFailed', 'failed'],
  ['waits for somebody', 'DeleteWorkflowSuspended', 'waiting'],
])('shows a delete step that %s as such on the rail', (_how, reason, state) => {
  const description = described({
    request: aReadyRequest({
      ...deleting,
      steps: [aStep('drop', 'Running')],
      conditions: [aCondition('DeleteWorkflowCompleted', 'False', reason)],
    }),
  });
  expect(description.rail).toContainEqual(
    expect.objectContaining({ station: 'steps', state }),
  );
});

it('shows where it is on the rail', () => {
  const rail = (more: RequestFacts, at?: number) =>
    described(more, at).rail.map(
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
  expect(rail({ ...newRequest() }, start)).toEqual([
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

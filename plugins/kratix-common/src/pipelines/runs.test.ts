import { pipelineRunSchema } from '../api';
import {
  aJob,
  aPod,
  aRequest,
  aStep,
  builtAt,
  ObjectPile,
  playRecording,
  readRecording,
} from '../testing';
import { pipelineRuns } from './runs';

const at = (minute: number) =>
  `2026-03-01T12:${String(minute).padStart(2, '0')}:00Z`;

const runsOf = (facts: Parameters<typeof pipelineRuns>[0]) => {
  const runs = pipelineRuns(facts);
  expect(pipelineRunSchema.array().parse(runs)).toEqual(runs);
  return runs;
};

const outline = (facts: Parameters<typeof pipelineRuns>[0]) =>
  runsOf(facts).map(({ action, specChanged, steps }) => [
    action,
    specChanged,
    ...steps.map(({ name, phase }) => `${name} ${phase}`),
  ]);

const twoSteps = aRequest({
  steps: [aStep('create', 'Succeeded'), aStep('register', 'Succeeded')],
});

it('each Job of the first step begins a run, the newest comes first', () => {
  const jobs = [
    aJob({ step: 'create', state: 'complete', createdAt: at(1) }),
    aJob({ step: 'register', state: 'failed', createdAt: at(2) }),
    aJob({ step: 'create', state: 'complete', createdAt: at(3), hash: 'h2' }),
    aJob({ step: 'register', state: 'complete', createdAt: at(4), hash: 'h2' }),
  ];
  expect(outline({ object: twoSteps, jobs: [...jobs].reverse() })).toEqual([
    ['configure', true, 'create succeeded', 'register succeeded'],
    ['configure', false, 'create succeeded', 'register failed'],
  ]);
});

it('steps after a failed one were not run', () => {
  expect(
    outline({
      object: aRequest({
        steps: [
          aStep('create', 'Failed'),
          aStep('register', 'Pending'),
          aStep('announce', 'Pending'),
        ],
      }),
      jobs: [aJob({ step: 'create', state: 'failed' })],
    }),
  ).toEqual([
    [
      'configure',
      false,
      'create failed',
      'register not-run',
      'announce not-run',
    ],
  ]);
});

it('a step that was tried again is one step, with its last try', () => {
  const [run] = runsOf({
    object: aRequest({
      steps: [
        aStep('create', 'Succeeded'),
        aStep('register', 'Suspended', {
          message: 'not yet',
          attempts: 2,
          nextRetryAt: at(9),
        }),
      ],
    }),
    jobs: [
      aJob({ step: 'create', state: 'complete', createdAt: at(1) }),
      aJob({ step: 'register', state: 'complete', createdAt: at(2) }),
      aJob({ step: 'register', state: 'complete', createdAt: at(3) }),
    ],
  });
  expect(run.steps).toHaveLength(2);
  expect(run.steps[1]).toMatchObject({
    phase: 'suspended',
    message: 'not yet',
    attempts: 2,
    nextRetryAt: at(9),
    startedAt: at(3),
  });
});

it('a Job that was stopped for a rerun neither failed nor went through', () => {
  expect(
    outline({
      object: aRequest({ steps: [aStep('configure', 'Running')] }),
      jobs: [
        aJob({ state: 'suspended', createdAt: at(1) }),
        aJob({ state: 'active', createdAt: at(2) }),
      ],
    }),
  ).toEqual([
    ['configure', false, 'configure running'],
    ['configure', false, 'configure unknown'],
  ]);
});

it('keeps five runs', () => {
  const jobs = [1, 2, 3, 4, 5, 6, 7].map(minute =>
    aJob({ state: 'complete', createdAt: at(minute) }),
  );
  const runs = runsOf({
    object: aRequest({ steps: [aStep('configure', 'Succeeded')] }),
    jobs,
  });
  expect(runs.map(({ startedAt }) => startedAt)).toEqual(
    [7, 6, 5, 4, 3].map(at),
  );
});

it('marks delete runs and keeps the configure runs below', () => {
  expect(
    outline({
      object: aRequest({
        deletedAt: at(5),
        steps: [aStep('drop', 'Running')],
      }),
      jobs: [
        aJob({ state: 'complete', createdAt: at(1) }),
        aJob({
          step: 'drop',
          action: 'delete',
          state: 'active',
          createdAt: at(5),
        }),
      ],
    }),
  ).toEqual([
    ['delete', false, 'drop running'],
    ['configure', false, 'configure succeeded'],
  ]);
});

it('shows steps whose Jobs are gone or not there yet', () => {
  expect(outline({ object: twoSteps, jobs: [] })).toEqual([
    ['configure', false, 'create succeeded', 'register succeeded'],
  ]);
  expect(outline({ object: aRequest(), jobs: undefined })).toEqual([]);
});

it('lists containers in the order in which they run, with the Pod’s word', () => {
  const job = aJob({ containers: ['check', 'render'] });
  const pod = aPod(job, {
    phase: 'Pending',
    initContainerStatuses: [
      { name: 'reader', state: { terminated: { exitCode: 0 } } },
      {
        name: 'check',
        state: { terminated: { exitCode: 3, reason: 'Error' } },
      },
      {
        name: 'render',
        state: { waiting: { reason: 'PodInitializing' } },
      },
    ],
  });
  const [run] = runsOf({
    object: aRequest({ steps: [aStep('configure', 'Running')] }),
    jobs: [job],
    pods: [pod],
  });
  expect(run.steps[0].containers).toEqual([
    {
      name: 'reader',
      image: 'example.org/reader:v1',
      own: true,
      state: 'succeeded',
      exitCode: 0,
    },
    {
      name: 'check',
      image: 'example.org/check:v1',
      own: false,
      state: 'failed',
      exitCode: 3,
      reason: 'Error',
    },
    {
      name: 'render',
      image: 'example.org/render:v1',
      own: false,
      state: 'waiting',
      reason: 'PodInitializing',
    },
    expect.objectContaining({ name: 'work-writer', own: true }),
    expect.objectContaining({ name: 'status-writer', own: true }),
  ]);
});

it('knows no container of a failed Job to blame without its Pod', () => {
  const [run] = runsOf({
    object: aRequest({ steps: [aStep('configure', 'Failed')] }),
    jobs: [aJob({ state: 'failed' })],
  });
  expect(run.steps[0]).toMatchObject({ startedAt: builtAt, endedAt: builtAt });
  expect(new Set(run.steps[0].containers.map(({ state }) => state))).toEqual(
    new Set(['unknown']),
  );
});

it('cuts the runs of a real request as they were made', () => {
  let pile = new ObjectPile([]);
  for (const { objects } of playRecording(readRecording('03-request-fails'))) {
    pile = new ObjectPile(objects.values());
  }
  const billing = pile.requestRefs().find(({ name }) => name === 'billing');
  if (!billing) throw new Error('the recording has no request billing');
  const { request, jobs } = pile.requestFacts(billing);
  expect(outline({ object: request, jobs })).toEqual([
    ['configure', false, 'instance-configure succeeded', 'register succeeded'],
    ['configure', false, 'instance-configure succeeded', 'register failed'],
    ['configure', false, 'instance-configure succeeded', 'register failed'],
  ]);
});

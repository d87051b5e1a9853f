import {
  causeOf,
  type InstallationView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { parse } from 'yaml';
import { anActionContext } from '../__testUtils__/actionContext';
import { fieldsOfAction } from '../__testUtils__/actionSchema';
import { fakeKratix } from '../__testUtils__/fakeKratix';
import { refused } from '../__testUtils__/refusals';
import { anInstallation } from '../__testUtils__/fakeMarketplace';
import { turnByTurn } from '../__testUtils__/turnByTurn';
import { waitForPromiseAction } from './waitForPromiseAction';
import { examples } from './waitForPromiseAction.examples';

type Action = ReturnType<typeof waitForPromiseAction>;

const input = { platform: 'eu', name: 'redis' };

function setup(...answers: (InstallationView | Error)[]) {
  const { next, ...time } = turnByTurn(answers);
  const kratix = fakeKratix({ getInstallation: next });
  return waitForPromiseAction({ kratix, ...time });
}

const absent = anInstallation('absent');
const available = anInstallation('available');
const running = anInstallation('installing', {
  stages: [
    { stage: 'created', state: 'done' },
    { stage: 'steps', state: 'running' },
  ],
  causes: [
    causeOf({
      id: 'in-progress',
      params: { step: 'install', i: 1, n: 2 },
      responsible: 'nobody',
    }),
  ],
});
const failed = anInstallation('failed', {
  causes: [
    causeOf({
      id: 'step-failed',
      params: { step: 'install', container: 'main', code: 3 },
      responsible: 'promise-author',
    }),
  ],
});

it('says in its JSON schema what it takes and what it gives', () => {
  expect(fieldsOfAction(setup(available))).toMatchObject({
    input: ['name', 'platform', 'timeoutMinutes', 'until'],
    output: ['explanation', 'status'],
  });
});

it.each(examples)('example works: $description', async ({ example }) => {
  const [given] = parse(example).steps;
  const action = setup(given.input.until === 'removed' ? absent : available);
  const { context, outputs } = anActionContext<Action>(given.input);
  await action.handler(context);
  expect(given.action).toBe(action.id);
  expect(outputs.status).toBe(given.input.until ? 'absent' : 'available');
});

it('tells each turn once, and ends when it is available', async () => {
  const { context, outputs, log } = anActionContext<Action>(input);
  await setup(absent, running, running, available).handler(context);
  expect(log).toEqual([
    'Steps: In progress: step "install" (1 of 2)',
    'Available',
  ]);
  expect(outputs).toEqual({ status: 'available', explanation: 'Available' });
});

it('fails, saying which step stopped', async () => {
  const { context } = anActionContext<Action>(input);
  await expect(setup(failed).handler(context)).rejects.toThrow(
    'Step "install" stopped: container main ended with code 3',
  );
});

it('is not put off by a failure that passes at once', async () => {
  const { context, outputs } = anActionContext<Action>(input);
  await setup(failed, running, available).handler(context);
  expect(outputs.status).toBe('available');
});

it('explains its end when a requirement does not come', async () => {
  const waiting = anInstallation('installing', {
    causes: [
      causeOf({
        id: 'requirement',
        params: {
          promise: 'redis',
          requirement: 'runtime',
          version: 'v1',
          state: 'not-installed',
        },
        responsible: 'platform-team',
      }),
    ],
  });
  const { context } = anActionContext<Action>({ ...input, timeoutMinutes: 2 });
  await expect(setup(waiting).handler(context)).rejects.toThrow(
    "Not available after 2 min. redis can't be used yet: it needs runtime v1 (not-installed). It goes on without this task.",
  );
});

it.each([
  ['never comes', [absent]],
  ['goes away meanwhile', [running, absent]],
])('fails where it %s', async (_what, answers) => {
  const { context } = anActionContext<Action>(input);
  await expect(setup(...answers).handler(context)).rejects.toThrow(
    'Gone: it is not there',
  );
});

it('waits until it is removed, and stops where the removal does', async () => {
  const removing = anInstallation('removing', {
    causes: [
      causeOf({
        id: 'deleting',
        params: { done: 1, total: 3 },
        responsible: 'nobody',
      }),
    ],
    finalizers: ['kratix.io/dependencies-cleanup'],
  });
  const done = anActionContext<Action>({ ...input, until: 'removed' });
  await setup(removing, absent).handler(done.context);
  expect(done.outputs.status).toBe('absent');
  expect(done.log[0]).toMatch(/Still to do: kratix\.io\/dependencies-cleanup$/);

  const stuck = anInstallation('removal-blocked', {
    causes: [
      causeOf({
        id: 'delete-step-failed',
        params: { step: 'clean-up' },
        responsible: 'promise-author',
      }),
    ],
  });
  const { context } = anActionContext<Action>({ ...input, until: 'removed' });
  await expect(setup(stuck).handler(context)).rejects.toThrow(
    'Deletion stopped: step "clean-up" failed',
  );
});

it('outlives a backend that is away, and not a refusal', async () => {
  const away = await refused(503, {
    name: 'PlatformUnavailableError',
    message: "Platform 'eu' cannot be reached",
  });
  const first = anActionContext<Action>(input);
  await setup(running, away, available).handler(first.context);
  expect(first.outputs.status).toBe('available');

  const denied = await refused(403, {
    name: 'NotAllowedError',
    message: 'Not for you',
  });
  await expect(
    setup(denied).handler(anActionContext<Action>(input).context),
  ).rejects.toThrow('Not for you');
});

it('waits for nothing in a dry run', async () => {
  const { context, outputs, log } = anActionContext<Action>(input, {
    isDryRun: true,
  });
  await setup(new Error('not to be called')).handler(context);
  expect(outputs.status).toBe('available');
  expect(log).toEqual(['Would wait until redis on eu is available']);
});

it('stops when the task is cancelled', async () => {
  const { context } = anActionContext<Action>(input, {
    signal: AbortSignal.abort(),
  });
  await expect(setup(running).handler(context)).rejects.toThrow('aborted');
});

import {
  describeRequest,
  type RequestDescription,
  type RequestFacts,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  anHourLater,
  aPlacement,
  aWork,
  failedWrite,
  requestSituation,
  unscheduledWork,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { parse } from 'yaml';
import { anActionContext } from '../__testUtils__/actionContext';
import { fieldsOfAction } from '../__testUtils__/actionSchema';
import {
  aDescription,
  aRequestDetail,
  fakeKratix,
} from '../__testUtils__/fakeKratix';
import { refused } from '../__testUtils__/refusals';
import { turnByTurn } from '../__testUtils__/turnByTurn';
import { waitForRequestAction } from './waitForRequestAction';
import { examples } from './waitForRequestAction.examples';

type Action = ReturnType<typeof waitForRequestAction>;

const ref = 'eu/redis.caches.example.io/payments/orders-cache';

function setup(...answers: (RequestDescription | Error)[]) {
  const { next, ...time } = turnByTurn(answers);
  const getRequest = async () => aRequestDetail(await next());
  return waitForRequestAction({ kratix: fakeKratix({ getRequest }), ...time });
}

const step = (i: number, name: string) =>
  aDescription('in-progress', {
    id: 'in-progress',
    params: { i, n: 2, step: name },
  });
const ready = aDescription('ready', { id: 'done' });
/** As the backend describes it, with the parameters that it does send. */
const described = (facts: RequestFacts) =>
  describeRequest(requestSituation(facts), { now: anHourLater });
const gone = () =>
  refused(404, { name: 'NotFoundError', message: 'Not found' });
const failed = aDescription('failed', {
  id: 'step-failed',
  params: { step: 'create-db', container: 'main', code: 3 },
  platformSays: 'A Configure Pipeline has failed: create-db',
});

it('says in its JSON schema what it takes and what it gives', () => {
  expect(fieldsOfAction(setup(ready))).toMatchObject({
    input: ['ref', 'timeoutMinutes', 'until'],
    output: ['explanation', 'status'],
  });
});

it.each(examples)('example works: $description', async ({ example }) => {
  const [given] = parse(example).steps;
  const action = setup(given.input.until === 'gone' ? await gone() : ready);
  const { context, outputs } = anActionContext<Action>(given.input);
  await action.handler(context);
  expect(given.action).toBe(action.id);
  expect(outputs.status).toBe(given.input.until ?? 'ready');
});

it('tells each turn once, and ends when it is ready', async () => {
  const action = setup(
    step(1, 'provision'),
    step(1, 'provision'),
    step(2, 'create-db'),
    ready,
  );
  const { context, outputs, log } = anActionContext<Action>({ ref });
  await action.handler(context);
  expect(log).toEqual([
    'In progress: step "provision" (1 of 2)',
    'In progress: step "create-db" (2 of 2)',
    'Ready',
  ]);
  expect(outputs).toEqual({ status: 'ready', explanation: 'Ready' });
});

it('waits for a request that the backend has not heard of yet', async () => {
  const action = setup(await gone(), await gone(), ready);
  const { context, outputs } = anActionContext<Action>({ ref });
  await action.handler(context);
  expect(outputs.status).toBe('ready');
});

it('fails, saying which step stopped and what the platform says', async () => {
  const { context } = anActionContext<Action>({ ref });
  await expect(setup(failed).handler(context)).rejects.toThrow(
    'Step "create-db" stopped: container main ended with code 3. Promise author: read its log, fix, run again. Platform says: A Configure Pipeline has failed: create-db',
  );
});

it('is not put off by a failure that passes at once', async () => {
  const { context, outputs } = anActionContext<Action>({ ref });
  await setup(failed, step(1, 'create-db'), ready).handler(context);
  expect(outputs.status).toBe('ready');
});

it.each<[string, Error[] | RequestDescription[], string]>([
  [
    'waits for a decision that nobody makes',
    [
      aDescription('waiting-for-approval', {
        id: 'approval',
        params: { step: 'sign-off', message: 'over budget' },
      }),
    ],
    'Not ready after 2 min. Waiting for approval: step "sign-off" asks "over budget". It goes on without this task.',
  ],
  [
    'finds no Destination',
    [
      described({
        works: [aWork({ scheduled: unscheduledWork })],
        placements: [],
      }),
    ],
    'Not ready after 2 min. Nowhere to run: no Destination takes it; it asks for environment=dev. Platform says: No matching destination found. It goes on without this task.',
  ],
  [
    'is not written',
    [described({ placements: [aPlacement({ written: failedWrite })] })],
    'Not ready after 2 min. Not delivered to worker-1: files could not be written. Kratix keeps trying. Platform says: Put "https://••••••@store.example.org/x": refused. It goes on without this task.',
  ],
])('explains its end when it %s', async (_what, answers, message) => {
  const { context } = anActionContext<Action>({ ref, timeoutMinutes: 2 });
  await expect(setup(...answers).handler(context)).rejects.toThrow(message);
});

it('outlives a backend that is away for a while', async () => {
  const away = await refused(503, {
    name: 'PlatformUnavailableError',
    message: "Platform 'eu' cannot be reached",
  });
  const { context, log } = anActionContext<Action>({ ref });
  await setup(step(1, 'a'), away, new TypeError('fetch failed'), ready).handler(
    context,
  );
  expect(log.filter(line => line.startsWith("Can't be read"))).toHaveLength(2);
  expect(log.at(-1)).toBe('Ready');
});

it.each([
  ['may not be seen', 403, 'NotAllowedError'],
  ['is no request', 400, 'InputError'],
])('fails at once on what %s', async (_what, status, name) => {
  const error = await refused(status, { name, message: 'So it is' });
  const { context } = anActionContext<Action>({ ref });
  await expect(setup(error).handler(context)).rejects.toMatchObject({
    name,
    message: 'So it is',
  });
});

it('fails when it is deleted while it was waited for', async () => {
  const { context } = anActionContext<Action>({ ref });
  await expect(
    setup(step(1, 'a'), await gone()).handler(context),
  ).rejects.toThrow('Gone');
});

it('waits until it is gone, and stops where deletion does', async () => {
  const deleting = aDescription('deleting', { id: 'deleting' });
  const done = anActionContext<Action>({ ref, until: 'gone' });
  await setup(deleting, deleting, await gone()).handler(done.context);
  expect(done.outputs.status).toBe('gone');

  const stuck = aDescription('deletion-blocked', {
    id: 'delete-step-failed',
    params: { step: 'clean-up' },
  });
  const { context } = anActionContext<Action>({ ref, until: 'gone' });
  await expect(setup(stuck).handler(context)).rejects.toThrow(
    'Deletion stopped: step "clean-up" failed',
  );
});

it('waits for nothing in a dry run', async () => {
  const { context, outputs, log } = anActionContext<Action>(
    { ref },
    { isDryRun: true },
  );
  await setup(new Error('not to be called')).handler(context);
  expect(outputs.status).toBe('ready');
  expect(log).toEqual([`Would wait until ${ref} is ready`]);
});

it('stops when the task is cancelled', async () => {
  const { context } = anActionContext<Action>(
    { ref },
    { signal: AbortSignal.abort() },
  );
  await expect(setup(step(1, 'a')).handler(context)).rejects.toThrow('aborted');
});

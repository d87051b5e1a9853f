import { parse } from 'yaml';
import { anActionContext } from '../__testUtils__/actionContext';
import { fieldsOfAction } from '../__testUtils__/actionSchema';
import {
  aDescription,
  aRequestDetail,
  fakeKratix,
} from '../__testUtils__/fakeKratix';
import { refused, refusing } from '../__testUtils__/refusals';
import { getRequestAction } from './getRequestAction';
import { examples } from './getRequestAction.examples';

type Action = ReturnType<typeof getRequestAction>;

const ref = 'eu/redis.caches.example.io/payments/orders-cache';
const detail = aRequestDetail(aDescription('ready', { id: 'done' }), {
  outputs: [
    { path: 'connectionDetails.host', title: 'Host', kind: 'text', value: 'h' },
    {
      path: 'connectionDetails.password',
      title: 'Password',
      kind: 'hidden',
      value: 'x',
    },
    {
      path: 'secretRef',
      title: 'Secret',
      kind: 'secret',
      secret: { namespace: 'payments', name: 's' },
    },
  ],
});
const action = getRequestAction({
  kratix: fakeKratix({ getRequest: async () => detail }),
  appBaseUrl: 'https://portal.example.com',
});

it('says in its JSON schema what it takes and what it gives', () => {
  expect(fieldsOfAction(action)).toMatchObject({
    input: ['ref'],
    output: [
      'entityRef',
      'explanation',
      'health',
      'outputs',
      'ready',
      'status',
      'url',
    ],
  });
});

it.each(examples)('example works: $description', async ({ example }) => {
  const [step] = parse(example).steps;
  const { context, outputs } = anActionContext<Action>(step.input);
  await action.handler(context);
  expect(step.action).toBe(action.id);
  expect(outputs.status).toBe('ready');
});

it('gives what a person may read, and never what is hidden', async () => {
  const { context, outputs } = anActionContext<Action>({ ref });
  await action.handler(context);
  expect(outputs).toEqual({
    status: 'ready',
    explanation: 'Ready',
    ready: true,
    health: 'not-reported',
    entityRef: detail.entityRef,
    url: `https://portal.example.com/kratix/requests/${ref}`,
    outputs: { 'connectionDetails.host': 'h' },
  });
});

it.each([
  ['a ref that is none', 'orders-cache', /use platform\/crd\/namespace\/name/],
  ['a request that is not there', ref, /^No such request$/],
])('fails on %s', async (_what, given, message) => {
  const failing = getRequestAction({
    kratix: fakeKratix({
      getRequest: await refusing(404, {
        name: 'NotFoundError',
        message: 'No such request',
      }),
    }),
  });
  const { context } = anActionContext<Action>({ ref: given });
  await expect(failing.handler(context)).rejects.toThrow(message);
});

it('reads nothing in a dry run of a template that would have sent it', async () => {
  const error = await refused(404, { name: 'NotFoundError', message: 'No' });
  const missing = getRequestAction({
    kratix: fakeKratix({
      getRequest: async () => {
        throw error;
      },
    }),
  });
  const { context, outputs, log } = anActionContext<Action>(
    { ref },
    { isDryRun: true },
  );
  await missing.handler(context);
  expect(log).toEqual([`Would read ${ref}`]);
  expect(outputs).toMatchObject({ ready: false, outputs: {} });
});

import type {
  KratixApi,
  KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { parse } from 'yaml';
import { anActionContext } from '../__testUtils__/actionContext';
import { fieldsOfAction } from '../__testUtils__/actionSchema';
import {
  aDescription,
  aRequestDetail,
  fakeKratix,
} from '../__testUtils__/fakeKratix';
import { refusing } from '../__testUtils__/refusals';
import { updateRequestAction } from './updateRequestAction';
import { examples } from './updateRequestAction.examples';

type Action = ReturnType<typeof updateRequestAction>;

const live: KubeObject = {
  apiVersion: 'caches.example.io/v1',
  kind: 'Redis',
  metadata: { name: 'orders-cache', namespace: 'payments', generation: 4 },
  spec: { size: 'small', note: 'as it was' },
};
const detail = aRequestDetail(aDescription('ready'), { generation: 4 });

function setup(answers: Partial<KratixApi> = {}) {
  const updateRequest = jest.fn<
    ReturnType<KratixApi['updateRequest']>,
    Parameters<KratixApi['updateRequest']>
  >(async () => ({ ...detail, generation: 5 }));
  const action = updateRequestAction({
    kratix: fakeKratix({
      getRequest: async () => detail,
      getRequestObject: async () => ({ object: live, generation: 4 }),
      updateRequest,
      ...answers,
    }),
    appBaseUrl: 'https://portal.example.com',
  });
  return { action, updateRequest };
}

const ref = 'eu/redis.caches.example.io/payments/orders-cache';
const input = { ref, object: { spec: { size: 'large' } } };
const larger = { op: 'replace', path: '/spec/size', value: 'large' };

it('says in its JSON schema what it takes and what it gives', () => {
  expect(fieldsOfAction(setup().action)).toEqual({
    input: [
      'name',
      'namespace',
      'object',
      'patch',
      'platform',
      'promise',
      'ref',
      'values',
    ],
    required: [],
    output: ['changed', 'entityRef', 'generation', 'ref', 'url'],
  });
});

it.each(examples)('example works: $description', async ({ example }) => {
  const { action, updateRequest } = setup();
  const [step] = parse(example).steps;
  await action.handler(anActionContext<Action>(step.input).context);
  expect(step.action).toBe(action.id);
  expect(updateRequest.mock.lastCall?.[1].patch).toContainEqual(larger);
});

it('sends what differs as the person, guarded by the generation it was read at', async () => {
  const { action, updateRequest } = setup();
  const { context, outputs, log } = anActionContext<Action>({
    ref,
    object: { spec: { size: 'large', note: 'as it was' } },
  });
  await action.handler(context);
  expect(updateRequest).toHaveBeenCalledTimes(1);
  expect(updateRequest).toHaveBeenCalledWith(
    {
      platform: 'eu',
      crd: 'redis.caches.example.io',
      namespace: 'payments',
      name: 'orders-cache',
    },
    { generation: 4, patch: [larger] },
    expect.objectContaining({
      dryRun: false,
      token: expect.stringContaining('user:default/mock'),
    }),
  );
  expect(outputs).toEqual({
    ref,
    entityRef: 'resource:default/eu.payments.redis.orders-cache',
    url: `https://portal.example.com/kratix/requests/${ref}`,
    changed: ['spec.size'],
    generation: 5,
  });
  expect(log).toEqual([`Changed spec.size of ${ref}`]);
});

it('sends nothing where it is so already, and says so', async () => {
  const { action, updateRequest } = setup();
  const { context, outputs, log } = anActionContext<Action>({
    ref,
    object: { spec: { size: 'small' } },
  });
  await action.handler(context);
  expect(updateRequest).not.toHaveBeenCalled();
  expect(outputs).toMatchObject({ changed: [], generation: 4 });
  expect(log).toEqual([`Nothing to change: ${ref} is so already`]);
});

it('says in a dry run what the cluster would let happen, and keeps no checkpoint', async () => {
  const { action, updateRequest } = setup();
  const checkpoint = jest.fn();
  const { context, outputs, log } = anActionContext<Action>(input, {
    isDryRun: true,
    checkpoint,
  });
  await action.handler(context);
  expect(updateRequest.mock.lastCall?.[2]).toMatchObject({ dryRun: true });
  expect(checkpoint).not.toHaveBeenCalled();
  expect(outputs.changed).toEqual(['spec.size']);
  expect(log).toEqual([`Would change spec.size of ${ref}`]);
});

it('sends nothing again in a task that is resumed', async () => {
  const { action, updateRequest } = setup();
  const kept = {
    changed: ['spec.a'],
    generation: 9,
    entityRef: 'resource:a/b',
  };
  const { context, outputs } = anActionContext<Action>(input, {
    checkpoint: async <T>() => kept as T,
  });
  await action.handler(context);
  expect(updateRequest).not.toHaveBeenCalled();
  expect(outputs).toMatchObject(kept);
});

it('never tells values: they may be secret', async () => {
  const { action } = setup();
  const { context, log } = anActionContext<Action>({
    ref,
    object: { spec: { note: 'hunter2' } },
  });
  await action.handler(context);
  expect(log.join()).not.toContain('hunter2');
});

it.each<[string, object, RegExp]>([
  ['no request', { object: {} }, /Say which request/],
  ['a ref that is none', { ref: 'cache', object: {} }, /is no request/],
  ['no change', { ref }, /one of values, object and patch/],
  [
    'data of another form',
    { ref, values: { spec: { size: 4 } } },
    /spec\.size must be text/,
  ],
])('fails on %s, and sends nothing', async (_what, given, message) => {
  const { action, updateRequest } = setup();
  const { context } = anActionContext<Action>(given);
  await expect(action.handler(context)).rejects.toThrow(message);
  expect(updateRequest).not.toHaveBeenCalled();
});

it.each([
  [
    'somebody changed it meanwhile',
    409,
    { name: 'ConflictError', message: 'It was changed meanwhile' },
    'It was changed meanwhile',
  ],
  [
    'the person may not',
    403,
    { name: 'NotAllowedError', message: 'You may not update this' },
    'You may not update this',
  ],
  [
    'the platform refuses a field',
    400,
    {
      name: 'InputError',
      message: 'Redis "orders-cache" is invalid',
      causes: [{ field: '.spec.users[0].name', message: 'must be short' }],
    },
    'Redis "orders-cache" is invalid\n  spec.users[0].name: must be short',
  ],
])(
  'fails in the backend’s words where %s',
  async (_what, status, error, words) => {
    const { action } = setup({
      updateRequest: await refusing(status, error),
    });
    await expect(
      action.handler(anActionContext<Action>(input).context),
    ).rejects.toThrow(words);
  },
);

it('fails on a request that is not there', async () => {
  const { action } = setup({
    getRequest: await refusing(404, {
      name: 'NotFoundError',
      message: 'There is no such request',
    }),
  });
  await expect(
    action.handler(anActionContext<Action>(input).context),
  ).rejects.toThrow('There is no such request');
});

it('stops when the task is cancelled', async () => {
  const cancelled = new AbortController();
  const { action, updateRequest } = setup({
    getRequestObject: async (_ref, options) => {
      cancelled.abort();
      options?.signal?.throwIfAborted();
      return { object: live, generation: 4 };
    },
  });
  const { context } = anActionContext<Action>(input, {
    signal: cancelled.signal,
  });
  await expect(action.handler(context)).rejects.toThrow('aborted');
  expect(updateRequest).not.toHaveBeenCalled();
});

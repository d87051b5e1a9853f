import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  CreateRequestBody,
  KratixApi,
  TeamNamespacesRule,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { parse } from 'yaml';
import { anActionContext } from '../__testUtils__/actionContext';
import { fieldsOfAction } from '../__testUtils__/actionSchema';
import {
  aDescription,
  aPromiseDetail,
  aRequestDetail,
  fakeKratix,
} from '../__testUtils__/fakeKratix';
import { denying, refused, refusing } from '../__testUtils__/refusals';
import { createRequestAction } from './createRequestAction';
import { examples } from './createRequestAction.examples';

type Action = ReturnType<typeof createRequestAction>;

const submitted = aRequestDetail(aDescription('in-progress'));

function setup(
  answers: Partial<KratixApi> = {},
  namespaces: TeamNamespacesRule['namespaces'] = { from: 'name' },
) {
  const createRequest = jest.fn<
    ReturnType<KratixApi['createRequest']>,
    Parameters<KratixApi['createRequest']>
  >(async () => submitted);
  const action = createRequestAction({
    kratix: fakeKratix({ createRequest, ...answers }),
    catalog: catalogServiceMock({
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Group',
          metadata: {
            name: 'payments',
            annotations: { 'px/namespaces': 'pay-prod, pay-dev' },
          },
        },
      ],
    }),
    rule: { annotationPrefix: 'px/', namespaces },
    appBaseUrl: 'https://portal.example.com',
  });
  return { action, createRequest };
}

const input = {
  platform: 'eu',
  promise: 'redis',
  name: 'orders-cache',
  owner: 'payments',
  values: { spec: { size: 'large' } },
};

it('says in its JSON schema what it takes and what it gives', () => {
  expect(fieldsOfAction(setup().action)).toEqual({
    input: [
      'name',
      'namespace',
      'object',
      'owner',
      'platform',
      'promise',
      'service',
      'values',
    ],
    required: ['platform', 'promise', 'name'],
    output: ['entityRef', 'namespace', 'ref', 'url'],
  });
});

it.each(examples)('example works: $description', async ({ example }) => {
  const { action, createRequest } = setup();
  const [step] = parse(example).steps;
  const { context } = anActionContext<Action>(step.input);
  await action.handler(context);
  expect(step.action).toBe(action.id);
  expect(createRequest.mock.lastCall?.[1]).toMatchObject({
    name: 'orders-cache',
    namespace: 'payments',
    object: step.input.object ?? step.input.values,
  });
});

it('sends the request as the person, and tells where it is', async () => {
  const { action, createRequest } = setup();
  const { context, outputs, log } = anActionContext<Action>({
    ...input,
    service: 'component:default/orders',
  });
  await action.handler(context);
  expect(createRequest).toHaveBeenCalledWith(
    {
      platform: 'eu',
      crd: 'redis.caches.example.io',
      namespace: 'payments',
      name: 'orders-cache',
    },
    {
      name: 'orders-cache',
      namespace: 'payments',
      owner: 'group:default/payments',
      service: 'component:default/orders',
      object: { spec: { size: 'large' } },
      labels: { 'px/scaffolder-task': 'mock-task-id' },
    },
    expect.objectContaining({
      token: expect.stringContaining('user:default/mock'),
    }),
  );
  expect(outputs).toEqual({
    ref: 'eu/redis.caches.example.io/payments/orders-cache',
    entityRef: 'resource:default/eu.payments.redis.orders-cache',
    url: 'https://portal.example.com/kratix/requests/eu/redis.caches.example.io/payments/orders-cache',
    namespace: 'payments',
  });
  expect(log).toEqual(['Sent orders-cache to Redis, namespace payments on eu']);
});

it.each<[string, TeamNamespacesRule['namespaces'], object, string]>([
  ['the owner’s name', { from: 'name' }, {}, 'payments'],
  ['the owner’s annotation, the first', { from: 'annotation' }, {}, 'pay-prod'],
  [
    'the one for all',
    { from: 'fixed', namespace: 'all' },
    { owner: '' },
    'all',
  ],
  ['the one that is named', { from: 'name' }, { namespace: 'mine' }, 'mine'],
])('goes to the namespace by %s', async (_how, rule, more, namespace) => {
  const { action, createRequest } = setup({}, rule);
  await action.handler(anActionContext<Action>({ ...input, ...more }).context);
  expect(createRequest.mock.lastCall?.[1].namespace).toBe(namespace);
});

it.each<[string, object, RegExp]>([
  [
    'nobody to derive a namespace from',
    { owner: '' },
    /Name the owner or the namespace/,
  ],
  [
    'an owner that is not there',
    { owner: 'ghosts' },
    /no group:default\/ghosts in the catalog/,
  ],
  ['an owner that is no ref', { owner: 'group:' }, /is no owner/],
  ['both kinds of fields', { object: { spec: {} } }, /not both/],
  [
    'data that are not of the form',
    { values: { spec: { size: 4 } } },
    /spec\.size must be text/,
  ],
])('fails on %s, and sends nothing', async (_what, more, message) => {
  const { action, createRequest } = setup();
  const { context } = anActionContext<Action>({ ...input, ...more });
  await expect(action.handler(context)).rejects.toThrow(message);
  expect(createRequest).not.toHaveBeenCalled();
});

it('leaves out what equals its default by the schema as it is now', async () => {
  const { action, createRequest } = setup();
  const values = { spec: { size: 'small', note: 'hello ${{ parameters.x }}' } };
  await action.handler(anActionContext<Action>({ ...input, values }).context);
  expect(createRequest.mock.lastCall?.[1].object).toEqual({
    spec: { note: 'hello ${{ parameters.x }}' },
  });
});

it('reads the data by the form that the author’s wishes make', async () => {
  const { action, createRequest } = setup({
    getPromise: async () =>
      aPromiseDetail({ hints: { 'spec.note': { widget: 'yaml' } } }),
  });
  const values = { spec: { size: 'large', note: 'as it was typed' } };
  await action.handler(anActionContext<Action>({ ...input, values }).context);
  expect(createRequest.mock.lastCall?.[1].object).toEqual({
    spec: { size: 'large', note: 'as it was typed' },
  });
});

it('sends fields that are YAML text with every digit', async () => {
  const { action, createRequest } = setup();
  const { context } = anActionContext<Action>({
    ...input,
    values: undefined,
    object: 'spec: { id: 9007199254740993 }',
  });
  await action.handler(context);
  expect(createRequest.mock.lastCall?.[1].object).toEqual({
    spec: { id: 9007199254740993n },
  });
});

it('asks the cluster in a dry run, and keeps no checkpoint of it', async () => {
  const { action, createRequest } = setup();
  const checkpoint = jest.fn();
  const { context, outputs, log } = anActionContext<Action>(input, {
    isDryRun: true,
    checkpoint,
  });
  await action.handler(context);
  expect(createRequest.mock.lastCall?.[2]).toMatchObject({ dryRun: true });
  expect(checkpoint).not.toHaveBeenCalled();
  expect(outputs.ref).toBe('eu/redis.caches.example.io/payments/orders-cache');
  expect(log[0]).toMatch(/^Would send/);
});

it('fails with the platform’s words and the fields they speak of', async () => {
  const { action } = setup({
    createRequest: await refusing(422, {
      name: 'InputError',
      message: 'redis "orders-cache" is invalid',
      causes: [{ field: 'spec.size', message: 'must be small or large' }],
    }),
  });
  await expect(
    action.handler(anActionContext<Action>(input).context),
  ).rejects.toThrow(
    'redis "orders-cache" is invalid\n  spec.size: must be small or large',
  );
});

it('fails where the person may not', async () => {
  const { action } = setup({
    createRequest: await denying('You may not request here'),
  });
  await expect(
    action.handler(anActionContext<Action>(input).context),
  ).rejects.toMatchObject({
    name: 'NotAllowedError',
    message: 'You may not request here',
  });
});

it('fails on a Promise that has no API', async () => {
  const { action } = setup({
    getPromise: async () => aPromiseDetail({ api: undefined }),
  });
  await expect(
    action.handler(anActionContext<Action>(input).context),
  ).rejects.toThrow('Redis has no API to request from');
});

it('sends nothing again in a task that is resumed', async () => {
  const { action, createRequest } = setup();
  const { context, outputs } = anActionContext<Action>(input, {
    checkpoint: async <T>() => 'resource:default/kept' as T,
  });
  await action.handler(context);
  expect(createRequest).not.toHaveBeenCalled();
  expect(outputs.entityRef).toBe('resource:default/kept');
});

describe('where there is a request of that name already', () => {
  const conflict = (task: string) => ({
    createRequest: async (_at: object, _body: CreateRequestBody) => {
      throw await refused(409, { name: 'ConflictError', message: 'Taken' });
    },
    getRequestObject: async () => ({
      object: {
        apiVersion: 'caches.example.io/v1',
        kind: 'Redis',
        metadata: {
          name: 'orders-cache',
          labels: { 'px/scaffolder-task': task },
        },
      },
      generation: 1,
    }),
    getRequest: async () => submitted,
  });

  it('takes it for its own if this task sent it before it was cut off', async () => {
    const { action } = setup(conflict('mock-task-id'));
    const { context, outputs } = anActionContext<Action>(input);
    await action.handler(context);
    expect(outputs.entityRef).toBe(submitted.entityRef);
  });

  it('fails if it is somebody else’s', async () => {
    const { action } = setup(conflict('another'));
    await expect(
      action.handler(anActionContext<Action>(input).context),
    ).rejects.toThrow('Taken');
  });
});

it('stops when the task is cancelled', async () => {
  const cancelled = new AbortController();
  const { action } = setup({
    createRequest: async (_at, _body, options) => {
      cancelled.abort();
      options?.signal?.throwIfAborted();
      return submitted;
    },
  });
  const { context } = anActionContext<Action>(input, {
    signal: cancelled.signal,
  });
  await expect(action.handler(context)).rejects.toThrow('aborted');
});

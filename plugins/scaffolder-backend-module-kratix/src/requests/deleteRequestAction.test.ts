import type { KratixApi } from '@kratix-portal/backstage-plugin-kratix-common';
import { parse } from 'yaml';
import { anActionContext } from '../__testUtils__/actionContext';
import { fieldsOfAction } from '../__testUtils__/actionSchema';
import { aPlatformView, fakeKratix } from '../__testUtils__/fakeKratix';
import { denying, refused, refusing } from '../__testUtils__/refusals';
import { deleteRequestAction } from './deleteRequestAction';
import { examples } from './deleteRequestAction.examples';

type Action = ReturnType<typeof deleteRequestAction>;

const ref = 'eu/redis.caches.example.io/payments/orders-cache';

function setup(error?: Error, answers: Partial<KratixApi> = {}) {
  const deleteRequest = jest.fn<
    ReturnType<KratixApi['deleteRequest']>,
    Parameters<KratixApi['deleteRequest']>
  >(async () => {
    if (error) throw error;
  });
  const kratix = fakeKratix({
    deleteRequest,
    getPlatform: async () => aPlatformView(),
    ...answers,
  });
  return { action: deleteRequestAction({ kratix }), deleteRequest };
}

it('says in its JSON schema what it takes and what it gives', () => {
  expect(fieldsOfAction(setup().action)).toMatchObject({
    input: ['ref'],
    output: ['existed'],
  });
});

it.each(examples)('example works: $description', async ({ example }) => {
  const { action, deleteRequest } = setup();
  const [step] = parse(example).steps;
  await action.handler(anActionContext<Action>(step.input).context);
  expect(step.action).toBe(action.id);
  expect(deleteRequest).toHaveBeenCalledTimes(1);
});

it('deletes as the person, once even in a task that is resumed', async () => {
  const { action, deleteRequest } = setup();
  const { context, outputs } = anActionContext<Action>({ ref });
  await action.handler(context);
  expect(deleteRequest.mock.lastCall).toEqual([
    {
      platform: 'eu',
      crd: 'redis.caches.example.io',
      namespace: 'payments',
      name: 'orders-cache',
    },
    expect.objectContaining({
      dryRun: false,
      token: expect.stringContaining('user:default/mock'),
    }),
  ]);
  expect(outputs.existed).toBe(true);
  const resumed = anActionContext<Action>(
    { ref },
    { checkpoint: async <T>() => true as T },
  );
  await action.handler(resumed.context);
  expect(deleteRequest).toHaveBeenCalledTimes(1);
});

it('is content where there is nothing left to delete', async () => {
  const { action } = setup(
    await refused(404, { name: 'NotFoundError', message: 'Not found' }),
  );
  const { context, outputs, log } = anActionContext<Action>({ ref });
  await action.handler(context);
  expect(outputs.existed).toBe(false);
  expect(log).toEqual([`There is no ${ref}: nothing to delete`]);
});

it.each([
  [
    'is not there',
    refusing(404, { name: 'NotFoundError', message: "No platform 'eu'" }),
    "No platform 'eu'",
  ],
  ['can’t be looked at', denying('Not for you'), 'Not for you'],
])('is not content where the platform %s', async (_what, answer, says) => {
  const { action } = setup(
    await refused(404, { name: 'NotFoundError', message: 'Not found' }),
    { getPlatform: await answer },
  );
  const { context, outputs } = anActionContext<Action>({ ref });
  await expect(action.handler(context)).rejects.toThrow(says);
  expect(outputs).toEqual({});
});

it('fails where the person may not', async () => {
  const { action } = setup(
    await refused(403, { name: 'NotAllowedError', message: 'Not yours' }),
  );
  await expect(
    action.handler(anActionContext<Action>({ ref }).context),
  ).rejects.toMatchObject({ name: 'NotAllowedError', message: 'Not yours' });
});

it('asks the cluster in a dry run, and deletes nothing', async () => {
  const { action, deleteRequest } = setup();
  const { context, log } = anActionContext<Action>({ ref }, { isDryRun: true });
  await action.handler(context);
  expect(deleteRequest.mock.lastCall?.[1]).toMatchObject({ dryRun: true });
  expect(log).toEqual([`Would be deleted: ${ref}`]);
});

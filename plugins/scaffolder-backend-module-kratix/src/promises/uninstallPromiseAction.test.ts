import type { KratixApi } from '@kratix-portal/backstage-plugin-kratix-common';
import { parse } from 'yaml';
import { anActionContext } from '../__testUtils__/actionContext';
import { fieldsOfAction } from '../__testUtils__/actionSchema';
import { fakeKratix } from '../__testUtils__/fakeKratix';
import { denying, refusing } from '../__testUtils__/refusals';
import { anImpact, anInstallation } from '../__testUtils__/fakeMarketplace';
import { uninstallPromiseAction } from './uninstallPromiseAction';
import { examples } from './uninstallPromiseAction.examples';

type Action = ReturnType<typeof uninstallPromiseAction>;

const input = { platform: 'eu', name: 'redis', confirm: 'delete 3 requests' };

function setup(answers: Partial<KratixApi> = {}) {
  const uninstallPromise = jest.fn<
    ReturnType<KratixApi['uninstallPromise']>,
    Parameters<KratixApi['uninstallPromise']>
  >(async () => {});
  const kratix = fakeKratix({
    uninstallPromise,
    getUninstallImpact: async () => anImpact(),
    ...answers,
  });
  return { action: uninstallPromiseAction({ kratix }), uninstallPromise };
}

it('says in its JSON schema what it takes and what it gives', () => {
  expect(fieldsOfAction(setup().action)).toMatchObject({
    required: ['platform', 'name', 'confirm'],
    output: ['existed', 'requests'],
  });
});

it.each(examples)('example works: $description', async ({ example }) => {
  const { action, uninstallPromise } = setup();
  const [step] = parse(example).steps;
  await action.handler(anActionContext<Action>(step.input).context);
  expect(step.action).toBe(action.id);
  expect(uninstallPromise).toHaveBeenCalledTimes(1);
});

it('says what goes with it, and uninstalls as the person', async () => {
  const { action, uninstallPromise } = setup();
  const { context, outputs, log } = anActionContext<Action>(input);
  await action.handler(context);
  expect(uninstallPromise.mock.lastCall).toEqual([
    { platform: 'eu', name: 'redis' },
    expect.objectContaining({
      confirm: 'delete 3 requests',
      dryRun: false,
      token: expect.stringContaining('user:default/mock'),
    }),
  ]);
  expect(outputs).toEqual({ existed: true, requests: 3 });
  expect(log).toEqual([
    'Deletes Promise redis',
    'Requests that go with it: 3 (group:default/payments 2, nobody 1)',
    '- payments/cache of group:default/payments',
    '- and 2 more',
    'Works that are removed: 4',
    '- payments/redis-cache from eu-1',
    '- payments/redis-queue',
    '- and 2 more',
    'Requires it: app of group:default/web (requests: 2)',
    'Requires it: site of nobody',
    'Risk: delete-steps',
    'redis is being uninstalled from eu',
  ]);
});

it('does nothing where the step confirms something else', async () => {
  const { action, uninstallPromise } = setup();
  const { context } = anActionContext<Action>({ ...input, confirm: 'redis' });
  await expect(action.handler(context)).rejects.toThrow(
    "Set confirm to 'delete 3 requests' to uninstall redis",
  );
  expect(uninstallPromise).not.toHaveBeenCalled();
});

it('fails where more goes with it by now', async () => {
  const { action } = setup({
    uninstallPromise: await refusing(409, {
      name: 'ConflictError',
      message: 'It now takes 4 requests along; look again',
    }),
  });
  const { context } = anActionContext<Action>(input);
  await expect(action.handler(context)).rejects.toThrow(
    'It now takes 4 requests along; look again',
  );
});

it('asks the cluster in a dry run, and keeps no checkpoint of it', async () => {
  const { action, uninstallPromise } = setup();
  const checkpoint = jest.fn();
  const { context, log } = anActionContext<Action>(input, {
    isDryRun: true,
    checkpoint,
  });
  await action.handler(context);
  expect(uninstallPromise.mock.lastCall?.[1]).toMatchObject({ dryRun: true });
  expect(checkpoint).not.toHaveBeenCalled();
  expect(log.at(-1)).toBe('redis would be uninstalled from eu');
});

it('uninstalls once in a task that is resumed', async () => {
  const { action, uninstallPromise } = setup();
  const { context, outputs } = anActionContext<Action>(input, {
    checkpoint: async <T>() => 3 as T,
  });
  await action.handler(context);
  expect(uninstallPromise).not.toHaveBeenCalled();
  expect(outputs).toEqual({ existed: true, requests: 3 });
});

describe('where there is nothing to uninstall', () => {
  const missing = () =>
    refusing(404, { name: 'NotFoundError', message: 'No such platform' });

  it('is content', async () => {
    const { action } = setup({
      getUninstallImpact: await missing(),
      getInstallation: async () => anInstallation('absent'),
    });
    const { context, outputs, log } = anActionContext<Action>(input);
    await action.handler(context);
    expect(outputs.existed).toBe(false);
    expect(log).toEqual(['There is no redis on eu: nothing to uninstall']);
  });

  it('fails if it is the platform that is not there', async () => {
    const { action } = setup({
      getUninstallImpact: await missing(),
      getInstallation: await missing(),
    });
    await expect(
      action.handler(anActionContext<Action>(input).context),
    ).rejects.toThrow('No such platform');
  });
});

it('fails where the person may not', async () => {
  const { action } = setup({
    getUninstallImpact: await denying('You may not uninstall'),
  });
  await expect(
    action.handler(anActionContext<Action>(input).context),
  ).rejects.toMatchObject({
    name: 'NotAllowedError',
    message: 'You may not uninstall',
  });
});

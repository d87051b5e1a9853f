import type {
  KratixApi,
  ListingView,
  PreflightReport,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { parse } from 'yaml';
import { anActionContext } from '../__testUtils__/actionContext';
import { fieldsOfAction } from '../__testUtils__/actionSchema';
import { fakeKratix } from '../__testUtils__/fakeKratix';
import { denying, refusing } from '../__testUtils__/refusals';
import {
  aFinding,
  aListing,
  aListingPage,
  anInstallation,
  anUpgrade,
  aReport,
} from '../__testUtils__/fakeMarketplace';
import { installPromiseAction } from './installPromiseAction';
import { examples } from './installPromiseAction.examples';

type Action = ReturnType<typeof installPromiseAction>;

const input = { platform: 'eu', source: 'ours', entry: 'redis' };

/** By entry: what each preflight of it finds, the last one for ever. */
function setup(
  reports: Record<string, PreflightReport[]> = {},
  answers: Partial<KratixApi> = {},
) {
  const asked: Record<string, number> = {};
  const preflight = jest.fn(async ({ entry }: { entry: string }) => {
    const known = reports[entry] ?? [aReport({ entry })];
    asked[entry] = (asked[entry] ?? 0) + 1;
    return known[Math.min(asked[entry], known.length) - 1];
  });
  const installPromise = jest.fn<
    ReturnType<KratixApi['installPromise']>,
    Parameters<KratixApi['installPromise']>
  >(async () => anInstallation('installing'));
  const upgradePromise = jest.fn<
    ReturnType<KratixApi['upgradePromise']>,
    Parameters<KratixApi['upgradePromise']>
  >(async () => anInstallation('installing'));
  const kratix = fakeKratix({
    preflight,
    installPromise,
    upgradePromise,
    ...answers,
  });
  const action = installPromiseAction({
    kratix,
    appBaseUrl: 'https://portal.example.com',
  });
  const run = (
    more: object = {},
    options: Parameters<typeof anActionContext<Action>>[1] = {},
  ) => {
    const given = anActionContext<Action>({ ...input, ...more }, options);
    return { ...given, end: action.handler(given.context) };
  };
  return { action, run, preflight, installPromise, upgradePromise };
}

const listed = (...items: ListingView[]) => ({
  listListings: async () => aListingPage(items),
});

it('says in its JSON schema what it takes and what it gives', () => {
  expect(fieldsOfAction(setup().action)).toMatchObject({
    input: [
      'acknowledge',
      'entry',
      'method',
      'platform',
      'promise',
      'source',
      'upgrade',
      'version',
      'withRequirements',
    ],
    output: ['name', 'url', 'version', 'written'],
  });
});

it.each(examples)('example works: $description', async ({ example }) => {
  const { action, installPromise } = setup(
    {
      redis: [
        aReport({
          findings: [aFinding({ check: 'rights-secrets', level: 'warning' })],
        }),
      ],
    },
    listed(aListing()),
  );
  const [step] = parse(example).steps;
  await action.handler(anActionContext<Action>(step.input).context);
  expect(step.action).toBe(action.id);
  expect(installPromise).toHaveBeenCalledTimes(1);
});

it('installs as the person, and tells where it is', async () => {
  const { run, installPromise } = setup();
  const { end, outputs, log } = run({ method: 'release' });
  await end;
  expect(installPromise.mock.calls).toEqual([
    [
      'eu',
      {
        source: 'ours',
        entry: 'redis',
        method: 'release',
        acknowledged: [],
        seal: 'as it was read',
      },
      expect.objectContaining({
        token: expect.stringContaining('user:default/mock'),
      }),
    ],
  ]);
  expect(outputs).toEqual({
    name: 'redis',
    version: 'v1.0.0',
    written: ['redis'],
    url: 'https://portal.example.com/kratix/promises/eu/redis',
  });
  expect(log).toEqual([
    'Preflight of redis on eu',
    '1 of 1 checks are fine',
    'redis is being installed on eu',
  ]);
});

describe('which listing is meant', () => {
  it('is found by the name of its Promise', async () => {
    const { run, preflight } = setup(
      {},
      listed(
        aListing({ name: 'redis-ha', entry: 'redis-ha' }),
        aListing({ entry: 'broken', problem: 'no YAML' }),
        aListing({ entry: 'old', version: 'v0.9.0' }),
        aListing(),
      ),
    );
    await run({
      source: undefined,
      entry: undefined,
      promise: 'redis',
      version: 'v1.0.0',
    }).end;
    expect(preflight.mock.lastCall?.[0]).toEqual({
      source: 'ours',
      entry: 'redis',
    });
  });

  it.each([
    ['nothing says it', {}, [], 'Say which: source and entry, or promise'],
    ['no source has it', { promise: 'redis' }, [], 'No source offers redis'],
    [
      'several have it',
      { promise: 'redis' },
      [aListing(), aListing({ source: 'theirs' })],
      'Several listings install redis: ours/redis, theirs/redis. Say which by source and entry',
    ],
  ])('fails where %s', async (_what, more, items, message) => {
    const { run, installPromise } = setup({}, listed(...items));
    await expect(
      run({ source: undefined, entry: undefined, ...more }).end,
    ).rejects.toThrow(message);
    expect(installPromise).not.toHaveBeenCalled();
  });
});

describe('what the preflight finds', () => {
  const warning = aFinding({
    id: 'image-tag:9f2c',
    check: 'image-tag',
    level: 'warning',
    params: { count: 1 },
    details: ['redis:latest: promise.configure/install, install'],
  });
  const warned = { redis: [aReport({ findings: [warning] })] };

  it('stops the step where it blocks, and says why', async () => {
    const blocker = aFinding({
      check: 'image-registry',
      level: 'blocker',
      params: { count: 1 },
      details: ['evil.example.org/x:v1: promise.configure/install, x'],
    });
    const { run, installPromise } = setup({
      redis: [aReport({ findings: [blocker] })],
    });
    await expect(run({ acknowledge: ['image-registry'] }).end).rejects.toThrow(
      "redis can't be installed\n  blocker image-registry: 1 images come from where none may come from\n    evil.example.org/x:v1: promise.configure/install, x",
    );
    expect(installPromise).not.toHaveBeenCalled();
  });

  it('stops the step where nobody acknowledged it', async () => {
    const { run, installPromise } = setup(warned);
    await expect(run().end).rejects.toThrow(
      'redis has warnings that the step does not acknowledge\n  warning image-tag:9f2c: 1 images can change behind their names',
    );
    expect(installPromise).not.toHaveBeenCalled();
  });

  it.each(['image-tag:9f2c', 'image-tag'])(
    'is acknowledged by %s, and sent with its id',
    async one => {
      const { run, installPromise } = setup(warned);
      await run({ acknowledge: [one] }).end;
      expect(installPromise.mock.lastCall?.[1].acknowledged).toEqual([
        'image-tag:9f2c',
      ]);
    },
  );

  it('is all that a dry run does, told in full', async () => {
    const { run, installPromise } = setup(warned);
    const { end, outputs, log } = run(
      { acknowledge: ['image-tag'] },
      { isDryRun: true, checkpoint: jest.fn() },
    );
    await end;
    expect(installPromise).not.toHaveBeenCalled();
    expect(log).toEqual([
      'Preflight of redis on eu',
      'warning image-tag:9f2c: 1 images can change behind their names\n    redis:latest: promise.configure/install, install',
      '0 of 1 checks are fine',
      'redis would be installed on eu',
    ]);
    expect(outputs.name).toBe('redis');
  });
});

describe('with what it requires', () => {
  const plan = [
    {
      name: 'postgresql',
      version: 'v2.0.0',
      source: 'ours',
      entry: 'sql~postgresql',
      requiredBy: 'app',
    },
    { name: 'app', version: 'v1.0.0', source: 'ours', entry: 'app' },
  ];
  const missing = aFinding({
    id: 'requirement:postgresql@v2.0.0',
    check: 'requirement',
    level: 'warning',
    params: { required: 'postgresql', version: 'v2.0.0' },
  });
  const app = aReport({ entry: 'app', plan, findings: [missing] });

  it('installs in the plan’s order, without a word about what it plans', async () => {
    const { run, installPromise } = setup({ app: [app] });
    const { end, outputs } = run({ entry: 'app', withRequirements: true });
    await end;
    expect(installPromise.mock.calls.map(([, body]) => body)).toMatchObject([
      { entry: 'sql~postgresql', acknowledged: [] },
      { entry: 'app', acknowledged: ['requirement:postgresql@v2.0.0'] },
    ]);
    expect(outputs.written).toEqual(['postgresql', 'app']);
  });

  it('leaves the rest where one can’t be installed', async () => {
    const { run, installPromise } = setup({
      app: [app],
      'sql~postgresql': [
        aReport({
          findings: [aFinding({ check: 'access', level: 'blocker' })],
        }),
      ],
    });
    await expect(
      run({ entry: 'app', withRequirements: true }).end,
    ).rejects.toThrow("postgresql can't be installed");
    expect(installPromise).not.toHaveBeenCalled();
  });

  it('names what no source offers, before anything is installed', async () => {
    const { run, installPromise } = setup({
      app: [
        aReport({
          entry: 'app',
          plan: [{ name: 'kafka', version: 'v3', requiredBy: 'app' }, ...plan],
        }),
      ],
    });
    await expect(
      run({ entry: 'app', withRequirements: true }).end,
    ).rejects.toThrow('app requires kafka v3, which no source offers');
    expect(installPromise).not.toHaveBeenCalled();
  });

  it('installs itself alone unless asked, when that is acknowledged', async () => {
    const { run, installPromise } = setup({ app: [app] });
    await run({ entry: 'app', acknowledge: ['requirement'] }).end;
    expect(installPromise).toHaveBeenCalledTimes(1);
  });
});

describe('where it is there already', () => {
  it.each([
    ['at that version', anUpgrade('v1.0.0', 'v1.0.0')],
    [
      'without versions, and the same',
      anUpgrade(undefined, undefined, { before: 'same', after: 'same' }),
    ],
  ])('is content: %s', async (_what, upgrade) => {
    const { run, installPromise, upgradePromise } = setup({
      redis: [aReport({ upgrade })],
    });
    const { end, outputs, log } = run();
    await end;
    expect(installPromise).not.toHaveBeenCalled();
    expect(upgradePromise).not.toHaveBeenCalled();
    expect(outputs.written).toEqual([]);
    expect(log.at(-1)).toBe('redis is on eu already');
  });

  it('fails at another version, naming the way out', async () => {
    const { run } = setup({
      redis: [aReport({ upgrade: anUpgrade('v0.9.0', 'v1.0.0') })],
    });
    await expect(run().end).rejects.toThrow(
      'redis is on eu already, version v0.9.0. Set upgrade to go to v1.0.0',
    );
  });

  it('upgrades when told to, guarded by what the preflight saw', async () => {
    const { run, upgradePromise } = setup({
      redis: [aReport({ upgrade: anUpgrade('v0.9.0', 'v1.0.0') })],
    });
    const { end, log } = run({ upgrade: true });
    await end;
    expect(upgradePromise.mock.lastCall).toEqual([
      { platform: 'eu', name: 'redis' },
      expect.objectContaining({
        entry: 'redis',
        generation: 7,
        seal: 'as it was read',
      }),
      expect.anything(),
    ]);
    expect(log.at(-1)).toBe('redis is being upgraded on eu');
  });

  it('finds its own install in a task that is resumed after it', async () => {
    const there = aReport({ upgrade: anUpgrade('v1.0.0', 'v1.0.0') });
    const answers = {
      installPromise: await refusing(409, {
        name: 'ConflictError',
        message: 'redis exists',
      }),
    };
    const { run } = setup({ redis: [aReport(), aReport(), there] }, answers);
    const { end, outputs } = run();
    await end;
    expect(outputs.written).toEqual([]);
    await expect(setup({}, answers).run().end).rejects.toThrow('redis exists');
  });
});

it('fails with the backend’s words where the person may not', async () => {
  const { run } = setup(
    {},
    {
      preflight: await denying('You may not install Promises'),
    },
  );
  await expect(run().end).rejects.toMatchObject({
    name: 'NotAllowedError',
    message: 'You may not install Promises',
  });
});

it('installs nothing more when the task is cancelled', async () => {
  const { run, installPromise } = setup();
  await expect(run({}, { signal: AbortSignal.abort() }).end).rejects.toThrow(
    'aborted',
  );
  expect(installPromise).not.toHaveBeenCalled();
});

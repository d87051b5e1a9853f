import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  aDestination,
  aPromise,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { fakeSources } from '../../__testUtils__/fakeSources';
import { startInstallPortal } from '../../__testUtils__/installPortal';
import { promiseFile } from '../../__testUtils__/promiseFiles';
import { createPersonalKratix } from '../../requests/actions/PersonalKratix';
import { registerMarketplaceActions } from './registerMarketplaceActions';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach(close => close()));

/** The actions on routes that listen, over a platform that has Redis. */
async function start(denied: string[] = []) {
  const platforms = fakePlatforms({
    platforms: [{ id: 'eu', objects: [aDestination(), aPromise()] }],
  });
  const portal = startInstallPortal({
    platforms,
    denied,
    sources: fakeSources({
      id: 'tools',
      files: {
        'cache/promise.yaml': promiseFile('cache', {
          version: 'v1.0.0',
          kind: 'Cache',
        }),
        'redis/promise.yaml': promiseFile('redis', {
          version: 'v9.0.0',
          // The very API that is there: it is the same Promise.
          spec: { api: Object(aPromise().spec).api },
        }),
      },
    }),
  });
  const server = portal.app.listen(0);
  closing.push(
    () => server.close(),
    () => portal.stop(),
  );
  const { port } = server.address() as AddressInfo;
  const registry = actionsRegistryServiceMock();
  const auth = mockServices.auth.mock({
    getPluginRequestToken: async () => ({
      token: mockCredentials.user.token(),
    }),
  });
  const discovery = {
    getBaseUrl: async () => `http://localhost:${port}`,
    getExternalBaseUrl: async () => '',
  };
  registerMarketplaceActions(
    registry,
    createPersonalKratix({ auth, discovery }),
  );
  const invoke = async (name: string, input: object) => {
    const { output } = await registry.invoke({
      id: `test:${name}`,
      input: { ...input },
      credentials: mockCredentials.user(),
    });
    return output;
  };
  return { portal, registry, invoke, eu: platforms.get('eu') };
}

const cache = { platform: 'eu', source: 'tools', entry: 'cache' };

it('says of each action what it takes, gives and does', async () => {
  const { registry } = await start();
  const { actions } = await registry.list();
  expect(
    actions.map(({ name, attributes }) => [
      name,
      attributes.readOnly,
      attributes.destructive,
    ]),
  ).toEqual([
    ['find-listings', true, false],
    ['preflight-promise', true, false],
    ['install-promise', false, true],
    ['uninstall-promise', false, true],
  ]);
  const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
  for (const { name } of actions) expect(readme).toContain(`| \`${name}\` `);
});

it('finds what could be installed, and where it is', async () => {
  const { invoke } = await start();
  expect(await invoke('find-listings', { search: 'cach' })).toEqual({
    total: 1,
    listings: [
      {
        source: 'tools',
        entry: 'cache',
        promise: 'cache',
        title: expect.any(String),
        version: 'v1.0.0',
        requires: [],
        installed: ['eu: not-installed'],
      },
    ],
  });
  expect(await invoke('find-listings', { search: 'nothing' })).toMatchObject({
    total: 0,
  });
});

it('installs as the person what the preflight lets pass, and has it recorded', async () => {
  const { invoke, eu, portal } = await start();
  const report = await invoke('preflight-promise', cache);
  expect(report).toMatchObject({ kind: 'install', plan: ['tools/cache'] });
  const { findings, seal } = report as {
    findings: { id: string; level: string; text: string }[];
    seal: string;
  };
  expect(findings).toContainEqual(
    expect.objectContaining({
      id: 'name',
      level: 'fine',
      text: 'The name cache can be used',
    }),
  );
  const acknowledged = findings
    .filter(({ level }) => level === 'warning')
    .map(({ id }) => id);
  const agreed = { ...cache, acknowledged, seal };
  await expect(
    invoke('install-promise', { ...agreed, seal: 'of another' }),
  ).rejects.toThrow('changed meanwhile');
  expect(
    await invoke('install-promise', { ...agreed, dryRun: true }),
  ).toMatchObject({ name: 'cache', written: false });
  expect(await invoke('install-promise', agreed)).toMatchObject({
    name: 'cache',
    written: true,
  });
  expect(
    eu.recordedWrites
      .filter(({ dryRun }) => !dryRun)
      .map(({ verb, caller }) => [verb, caller.userEntityRef]),
  ).toEqual([['create', 'user:default/mock']]);
  expect(portal.audits.at(-1)).toMatchObject({ kind: 'success' });
});

it('upgrades what is there, as the preflight saw it', async () => {
  const { invoke, eu } = await start();
  const input = { ...cache, entry: 'redis' };
  const report = await invoke('preflight-promise', input);
  const { kind, generation, findings } = report as {
    kind: string;
    generation: number;
    findings: { id: string; level: string }[];
  };
  expect(kind).toBe('upgrade');
  const acknowledged = findings
    .filter(({ level }) => level === 'warning')
    .map(({ id }) => id);
  expect(
    await invoke('install-promise', { ...input, acknowledged, generation }),
  ).toMatchObject({ name: 'redis', written: true });
  expect(eu.recordedWrites.at(-1)).toMatchObject({ verb: 'patch' });
  await expect(
    invoke('install-promise', {
      ...input,
      acknowledged,
      generation: generation + 5,
    }),
  ).rejects.toMatchObject({ name: 'ConflictError' });
});

it('uninstalls once it is told how many requests go along', async () => {
  const { invoke, eu } = await start();
  const redis = { platform: 'eu', name: 'redis' };
  await expect(
    invoke('uninstall-promise', { ...redis, confirm: 'yes' }),
  ).rejects.toThrow("0 requests go with redis. Set confirm to 'redis'");
  expect(eu.recordedWrites).toEqual([]);
  expect(
    await invoke('uninstall-promise', {
      ...redis,
      confirm: 'redis',
      dryRun: true,
    }),
  ).toEqual({ requests: 0, works: 0, uninstalled: false });
  expect(
    await invoke('uninstall-promise', { ...redis, confirm: 'redis' }),
  ).toEqual({ requests: 0, works: 0, uninstalled: true });
  expect(
    eu.recordedWrites.map(({ verb, dryRun }) => [verb, dryRun ?? false]),
  ).toEqual([
    ['delete', true],
    ['delete', false],
  ]);
});

it.each([
  ['preflight-promise', 'kratix.promise.install', cache],
  ['install-promise', 'kratix.promise.install', cache],
  ['find-listings', 'kratix.marketplace.read', {}],
  [
    'uninstall-promise',
    'kratix.promise.uninstall',
    { platform: 'eu', name: 'redis', confirm: 'redis' },
  ],
])('%s needs %s', async (name, permission, input) => {
  const { invoke, eu } = await start([permission]);
  await expect(invoke(name, input)).rejects.toMatchObject({
    name: 'NotAllowedError',
  });
  expect(eu.recordedWrites).toEqual([]);
});

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
  const { findings } = report as {
    findings: { id: string; level: string; text: string }[];
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
  expect(
    await invoke('install-promise', { ...cache, acknowledged, dryRun: true }),
  ).toMatchObject({ name: 'cache', written: false });
  expect(
    await invoke('install-promise', { ...cache, acknowledged }),
  ).toMatchObject({ name: 'cache', written: true });
  expect(
    eu.recordedWrites
      .filter(({ dryRun }) => !dryRun)
      .map(({ verb, caller }) => [verb, caller.userEntityRef]),
  ).toEqual([['create', 'user:default/mock']]);
  expect(portal.audits.at(-1)).toMatchObject({ kind: 'success' });
});

it.each([
  ['preflight-promise', 'kratix.promise.install', cache],
  ['install-promise', 'kratix.promise.install', cache],
  ['find-listings', 'kratix.marketplace.read', {}],
])('%s needs %s', async (name, permission, input) => {
  const { invoke, eu } = await start([permission]);
  await expect(invoke(name, input)).rejects.toMatchObject({
    name: 'NotAllowedError',
  });
  expect(eu.recordedWrites).toEqual([]);
});

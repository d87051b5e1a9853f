import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { allow, denying, startPortal } from '../../__testUtils__/portal';
import { aWorld, crd } from '../../__testUtils__/world';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import type { AddressInfo } from 'node:net';
import { createPersonalKratix } from './PersonalKratix';
import { registerRequestActions } from './registerRequestActions';

/** The actions on a running backend, as its plugin registers them. */
async function start() {
  const platforms = fakePlatforms({ platforms: [{ objects: aWorld() }] });
  const portal = await startPortal({ platforms });
  const { port } = portal.server.address() as AddressInfo;
  const registry = actionsRegistryServiceMock();
  const auth = mockServices.auth.mock({
    getPluginRequestToken: async () => ({
      token: mockCredentials.user.token(),
    }),
  });
  const discovery = {
    getBaseUrl: async () => `http://localhost:${port}/api/kratix`,
    getExternalBaseUrl: async () => '',
  };
  registerRequestActions(registry, createPersonalKratix({ auth, discovery }));
  const invoke = (id: string, input: object) =>
    registry.invoke({
      id: `test:${id}`,
      input: { ...input },
      credentials: mockCredentials.user(),
    });
  return { portal, registry, invoke, eu: platforms.get('eu') };
}

const ref = `eu/${crd}/payments/cache`;

it('says of each action what it takes, gives and does', async () => {
  const { registry } = await start();
  const { actions } = await registry.list();
  expect(
    actions.map(({ name, schema, attributes }) => [
      name,
      Object.keys(schema.input.properties ?? {}).length,
      attributes.readOnly,
      attributes.destructive,
    ]),
  ).toEqual([
    ['get-request', 1, true, false],
    ['create-request', 8, false, false],
    ['update-request', 4, false, true],
    ['delete-request', 2, false, true],
  ]);
  const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
  const named = [...readme.matchAll(/^\| `([a-z]+-request)`/gm)];
  expect(named.map(([, name]) => name)).toEqual(
    actions.map(({ name }) => name),
  );
});

it('creates, tells of, changes and deletes as the person, and has it recorded', async () => {
  const { invoke, eu, portal } = await start();
  const created = await invoke('create-request', {
    platform: 'eu',
    promise: 'redis',
    namespace: 'payments',
    name: 'fresh',
    object: { spec: { size: 'large' } },
  });
  const fresh = `eu/${crd}/payments/fresh`;
  expect(created.output).toMatchObject({ ref: fresh, created: true });
  const { output } = await invoke('get-request', { ref: fresh });
  expect(output).toMatchObject({ owner: 'group:default/payments' });
  expect(JSON.stringify(output)).toContain('size: large');
  const changed = await invoke('update-request', {
    ref: fresh,
    generation: 1,
    patch: [{ op: 'replace', path: '/spec/size', value: 'small' }],
  });
  expect(changed.output).toMatchObject({ changed: true });
  const deleted = await invoke('delete-request', { ref: fresh });
  expect(deleted.output).toEqual({ deleted: true });
  expect(
    eu.recordedWrites.map(({ verb, caller }) => [verb, caller.userEntityRef]),
  ).toEqual([
    ['create', 'user:default/mock'],
    ['patch', 'user:default/mock'],
    ['delete', 'user:default/mock'],
  ]);
  expect(portal.audits.map(({ eventId }) => eventId)).toEqual([
    'request-create',
    'request-update',
    'request-delete',
  ]);
});

it('keeps nothing of dry runs', async () => {
  const { invoke, eu } = await start();
  const { output } = await invoke('delete-request', { ref, dryRun: true });
  expect(output).toEqual({ deleted: false });
  expect(eu.recordedWrites).toMatchObject([{ verb: 'delete', dryRun: true }]);
});

it.each([
  ['NotAllowedError', ref, denying('kratix.request.delete')],
  ['NotFoundError', `eu/${crd}/payments/gone`, allow],
  ['InputError', 'cache', allow],
])('refuses with %s', async (name, which, policy) => {
  const { invoke, portal } = await start();
  portal.setPolicy(policy);
  await expect(invoke('delete-request', { ref: which })).rejects.toMatchObject({
    name,
  });
});

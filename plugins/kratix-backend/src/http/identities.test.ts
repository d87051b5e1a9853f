import { PlatformUnavailableError } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  fakePlatforms,
  type FakePlatformOptions,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { startPortal } from '../__testUtils__/portal';
import { aWorld, crd, pathOf } from '../__testUtils__/world';
import { platformTokenHeader } from './Callers';

const strict = (mayAccess: FakePlatformOptions['mayAccess']) =>
  startPortal({
    platforms: fakePlatforms({
      platforms: [{ objects: aWorld(), identity: 'impersonation', mayAccess }],
    }),
  });

describe('a platform that works under people’s own identities', () => {
  it('shows what its own rules let this person read', async () => {
    const portal = await strict((caller, _verb, ref) => {
      expect(caller.userEntityRef).toBe('user:default/mock');
      return ref.namespace !== 'web';
    });
    const list = await portal.call('get', '/requests');
    expect(list.body.total).toBe(2);
    expect(JSON.stringify(list.body)).not.toContain('web');
    const { body } = await portal.call('get', '/promises/eu/redis');
    expect(body.counts.requests).toBe(2);
    const hidden = await portal.call('get', pathOf('other', 'web'));
    expect(hidden.status).toBe(404);
    expect((await portal.call('get', pathOf('cache'))).status).toBe(200);
  });

  it('shows nothing where it can’t be asked', async () => {
    const portal = await strict(() => {
      throw new Error('no answer');
    });
    const { body, status } = await portal.call('get', '/requests');
    expect([status, body.total]).toEqual([200, 0]);
    expect((await portal.call('get', pathOf('cache'))).status).toBe(404);
  });

  it('says which writes it would let this person do', async () => {
    const portal = await strict((_caller, verb) => verb !== 'delete');
    const { body } = await portal.call('get', pathOf('cache'));
    expect(body.allowed).toEqual({ update: true, delete: false });
  });

  it('asks once for a kind and namespace, not once for each request', async () => {
    const asked: string[] = [];
    const portal = await strict((_caller, verb, { namespace }) => {
      asked.push(`${verb} ${namespace}`);
      return true;
    });
    asked.length = 0;
    await portal.call('get', '/requests');
    expect(asked.sort()).toEqual(['list payments', 'list web']);
  });

  it('writes as this person, with the token for this platform alone', async () => {
    const portal = await strict(() => true);
    await portal
      .call('post', `/requests/eu/${crd}`)
      .set(platformTokenHeader('eu'), 'of-eu')
      .set(platformTokenHeader('us'), 'of-us')
      .send({ name: 'fresh', namespace: 'payments', object: { spec: {} } });
    const [write] = portal.platforms.get('eu').recordedWrites;
    expect(write.caller).toMatchObject({
      userEntityRef: 'user:default/mock',
      ownershipEntityRefs: ['user:default/mock', 'group:default/payments'],
      token: 'of-eu',
    });
  });
});

describe('one platform of two', () => {
  const away = {
    failingSince: 1,
    failure: { reason: 'network', message: 'connection timed out' } as const,
  };

  it('is as last known while it is away, and hides nothing of the other', async () => {
    const platforms = fakePlatforms({
      platforms: [
        { id: 'eu', objects: aWorld() },
        { id: 'us', objects: aWorld() },
      ],
    });
    const portal = await startPortal({ platforms });
    platforms.get('us').setFacts(away);
    const { body } = await portal.call('get', '/requests');
    expect(body.total).toBe(6);
    expect(body.freshness).toMatchObject([
      { platform: 'eu', label: 'connected' },
      { platform: 'us', label: 'unreachable' },
    ]);
    const listed = await portal.call('get', '/platforms');
    expect(
      listed.body.items.map(
        (one: { description: { label: string } }) => one.description.label,
      ),
    ).toEqual(['connected', 'unreachable']);
    expect((await portal.call('get', pathOf('cache'))).status).toBe(200);
  });

  it('is not said to lack what was never read', async () => {
    const platforms = fakePlatforms({
      platforms: [
        { id: 'eu', objects: aWorld() },
        { id: 'us', objects: [] },
      ],
    });
    const portal = await startPortal({ platforms });
    const us = (path: string) =>
      portal.call('get', path.replace('/eu/', '/us/'));
    expect((await us(pathOf('cache'))).status).toBe(404);
    platforms.get('us').setFacts({ ...away, kinds: [] });
    for (const path of [
      pathOf('cache'),
      '/promises/eu/redis',
      '/destinations/eu/worker-1',
    ]) {
      const { status, body } = await us(path);
      expect([path, status]).toEqual([path, 503]);
      expect(body.error.message).toBe("Platform 'us' cannot be reached");
    }
  });
});

it('shows a manifest as last seen while the platform does not answer', async () => {
  const portal = await startPortal();
  const read = jest.spyOn(portal.platforms.get('eu'), 'readRequest');
  const path = `${pathOf('cache')}/manifest`;
  const fresh = await portal.call('get', path);
  read.mockRejectedValue(new PlatformUnavailableError('eu'));
  const lastSeen = await portal.call('get', path);
  expect(read).toHaveBeenCalledTimes(2);
  expect(lastSeen.headers['content-type']).toContain('application/yaml');
  expect(lastSeen.text).toContain('kind: Redis');
  expect(lastSeen.text).toBe(fresh.text);
});

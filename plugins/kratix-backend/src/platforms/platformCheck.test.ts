import { mockCredentials } from '@backstage/backend-test-utils';
import { platformCheckSchema } from '@kratix-portal/backstage-plugin-kratix-common';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import {
  allow,
  deny,
  denying,
  startPortal,
  type Policy,
} from '../__testUtils__/portal';
import { aWorld } from '../__testUtils__/world';

const check = jest.fn();
let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  const platforms = fakePlatforms({
    platforms: [{ id: 'eu', objects: aWorld(), check }],
  });
  portal = await startPortal({ platforms });
});

beforeEach(() => {
  portal.setPolicy(allow);
  check.mockReset().mockResolvedValue('checked');
});

const user = mockCredentials.user.header();
const path = '/platforms/eu/check';

it.each<[string, number, string, string, Policy]>([
  ['no identity', 401, path, mockCredentials.none.header(), allow],
  ['a forged identity', 401, path, mockCredentials.user.invalidHeader(), allow],
  ['a service', 403, path, mockCredentials.service.header(), allow],
  ['a denied user', 403, path, user, deny],
  // 404 would tell that the others exist.
  ['a denied user, unknown', 403, '/platforms/us/check', user, deny],
  ['a malformed name', 400, '/platforms/No_Such/check', user, allow],
  ['an unknown name', 404, '/platforms/us/check', user, allow],
  [
    'who may see platforms alone',
    200,
    path,
    user,
    denying('kratix.request.read', 'kratix.promise.read'),
  ],
])('answers %s with %i', async (_who, status, at, identity, policy) => {
  portal.setPolicy(policy);
  const answer = await portal.call('post', at, identity);
  expect(answer.status).toBe(status);
  // What is refused asks nothing of the cluster.
  expect(check).toHaveBeenCalledTimes(status === 200 ? 1 : 0);
});

it.each(['checked', 'trying', 'recent'] as const)(
  'says what came of it, and how the platform is since: %s',
  async outcome => {
    check.mockImplementation(async () => {
      portal.platforms.get('eu').setFacts({
        failingSince: Date.now(),
        failure: { reason: 'network', message: 'The connection is refused' },
      });
      return outcome;
    });
    const { body } = await portal.call('post', path);
    expect(platformCheckSchema.parse(body)).toMatchObject({
      outcome,
      platform: {
        id: 'eu',
        description: { label: 'unreachable', writable: false },
      },
    });
    portal.platforms.get('eu').setFacts({
      failingSince: undefined,
      failure: undefined,
    });
  },
);

it('shows no number of what the person may not see', async () => {
  portal.setPolicy(denying('kratix.request.read'));
  const { body } = await portal.call('post', path);
  expect(body.platform.counts).not.toHaveProperty('requests');
});

it('changes nothing on the platform, so there is nothing to audit', async () => {
  const before = portal.audits.length;
  await portal.call('post', path);
  expect(portal.audits).toHaveLength(before);
  expect(portal.platforms.get('eu').recordedWrites).toEqual([]);
});

import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  fakePlatforms,
  kratixPlatformsMock,
  type FakePlatforms,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import supertest from 'supertest';
import { kratixPlugin } from '../plugin';
import { aWorld } from './world';

// A whole backend on a machine that may have other things to do.
jest.setTimeout(60_000);

/** What a policy says to a permission, by its name. */
export type Policy = (permission: string) => PolicyDecision;

export const allow: Policy = () => ({ result: AuthorizeResult.ALLOW });
export const deny: Policy = () => ({ result: AuthorizeResult.DENY });

/** Allows all but these. */
export const denying =
  (...names: string[]): Policy =>
  permission => ({
    result: names.includes(permission)
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW,
  });

/** Only what payments owns, for the permissions about requests. */
export const ownOnly =
  (...names: string[]): Policy =>
  permission =>
    names.includes(permission)
      ? {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'kratix',
          resourceType: 'kratix-request',
          conditions: {
            rule: 'IS_OWNER',
            resourceType: 'kratix-request',
            params: { claims: ['group:default/payments'] },
          },
        }
      : { result: AuthorizeResult.ALLOW };

const group = (name: string, displayName: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
  spec: { type: 'team', profile: { displayName }, children: [] },
});

/** Who the tests' user is: a member of payments. */
export const ownershipEntityRefs = [
  'user:default/mock',
  'group:default/payments',
];

/** The plugin in a backend, over platforms in memory. */
export async function startPortal(
  options: { policy?: Policy; platforms?: FakePlatforms } = {},
) {
  const {
    policy = allow,
    platforms = fakePlatforms({ platforms: [{ objects: aWorld() }] }),
  } = options;
  const rules = { policy };
  const auditor = mockServices.auditor.mock();
  const events: { kind: string; eventId: string; detail: unknown }[] = [];
  auditor.createEvent.mockImplementation(async ({ eventId, meta }) => ({
    success: async (detail = {}) => {
      events.push({
        kind: 'success',
        eventId,
        detail: { ...meta, ...detail.meta },
      });
    },
    fail: async detail => {
      events.push({
        kind: 'fail',
        eventId,
        detail: { ...meta, ...detail.meta, error: detail.error.message },
      });
    },
  }));
  const decide = async (asked: { permission: { name: string } }[]) =>
    asked.map(({ permission }) => rules.policy(permission.name));
  const { server } = await startTestBackend({
    features: [
      kratixPlugin,
      kratixPlatformsMock.factory(platforms),
      catalogServiceMock.factory({
        entities: [group('payments', 'Payments'), group('web', 'Web')],
      }),
      auditor.factory,
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/mock',
          ownershipEntityRefs,
        }),
      }).factory,
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => ({
          authorize: async asked =>
            (
              await decide(asked)
            ).map(({ result }) => ({
              result:
                result === AuthorizeResult.ALLOW
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
            })),
          authorizeConditional: decide,
        }),
      }),
    ],
  });
  await settledPortal(server);
  return {
    server,
    platforms,
    audits: events,
    /** Changes what the policy says from now on. */
    setPolicy(next: Policy) {
      rules.policy = next;
    },
    call: (
      method: 'get' | 'post' | 'patch' | 'delete',
      path: string,
      identity: string = mockCredentials.user.header(),
    ) =>
      supertest(server)
        [method](`/api/kratix${path}`)
        .set('authorization', identity),
  };
}

/** Waits until teams are read and rows derived: two turns of the event loop. */
async function settledPortal(server: Parameters<typeof supertest>[0]) {
  for (let turn = 0; turn < 50; turn += 1) {
    const { body } = await supertest(server)
      .get('/api/kratix/requests')
      .set('authorization', mockCredentials.user.header());
    const owned = body.items?.every((one: { owner?: string }) => one.owner);
    if (!body.items || (body.total > 0 && owned)) return;
    await new Promise(resolve => setImmediate(resolve));
  }
}

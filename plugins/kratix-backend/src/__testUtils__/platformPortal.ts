import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { KratixClient } from '@kratix-portal/backstage-plugin-kratix-common';
import sandbox from '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox';
import { kratixPlugin } from '../plugin';

// A whole backend on a machine that may have other things to do.
jest.setTimeout(60_000);

const authorization = mockCredentials.user.header();
const group = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'payments' },
  spec: { type: 'team', children: [] },
};

const nextTurn = () => new Promise(resolve => setImmediate(resolve));

/**
 * The portal's backend over a platform, and a client of who is signed in.
 *
 * @param marketplace - `kratix.marketplace`
 */
export async function startPlatformPortal(
  platform: JsonObject,
  marketplace?: JsonObject,
) {
  const { server } = await startTestBackend({
    features: [
      kratixPlugin,
      sandbox,
      catalogServiceMock.factory({ entities: [group] }),
      mockServices.rootConfig.factory({
        data: {
          kratix: {
            platforms: { eu: platform },
            ...(marketplace && { marketplace }),
          },
        },
      }),
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/mock',
          ownershipEntityRefs: ['group:default/payments'],
        }),
      }).factory,
    ],
  });
  const { port } = (server as Server).address() as AddressInfo;
  const call: typeof fetch = (url, init) =>
    fetch(url, { ...init, headers: { ...init?.headers, authorization } });
  const base = `http://localhost:${port}/api/kratix`;
  const client = new KratixClient({
    discoveryApi: { getBaseUrl: async () => base },
    fetchApi: { fetch: call },
  });
  // As a probe would wait.
  while (!(await call(`${base}/readiness`)).ok) await nextTurn();
  return { client, call };
}

/** A new kind takes a moment before it can be listed and made. */
export async function crdOf(
  client: KratixClient,
  promise: string,
): Promise<string> {
  for (;;) {
    const { kinds, description } = await client.getPlatform('eu');
    const kind = kinds.find(one => one.promise === promise);
    if (description.writable && kind?.state === 'watching') {
      return `${kind.plural}.${kind.group}`;
    }
    await nextTurn();
  }
}

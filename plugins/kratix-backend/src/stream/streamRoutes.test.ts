import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Caller } from '@kratix-portal/backstage-plugin-kratix-node';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Callers } from '../http/Callers';
import { RequestAccess } from '../permissions/RequestAccess';
import type { StreamReader } from './StreamHub';
import { createStreamRoutes } from './streamRoutes';

/** The route for a person whose token and teams the test decides about. */
async function openStream(options: { expiresInMs?: number } = {}) {
  const { expiresInMs } = options;
  const asked: string[][] = [];
  const platforms = fakePlatforms({
    platforms: [
      {
        identity: 'impersonation',
        mayAccess: (caller: Caller) => {
          asked.push(caller.ownershipEntityRefs);
          return true;
        },
      },
    ],
  });
  const teams = ['group:default/payments'];
  const permissions = mockServices.permissions({
    result: AuthorizeResult.ALLOW,
  });
  const readers: StreamReader[] = [];
  let gone = 0;
  const router = createStreamRoutes({
    callers: new Callers({
      httpAuth: mockServices.httpAuth({
        defaultCredentials: {
          ...mockCredentials.user(),
          ...(expiresInMs && { expiresAt: new Date(Date.now() + expiresInMs) }),
        },
      }),
      userInfo: mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/mock',
          ownershipEntityRefs: [...teams],
        }),
      }),
    }),
    permissions,
    access: new RequestAccess({
      permissions,
      platforms,
      transform: () => ({ property: 'owner', values: [] }),
      known: () => [
        {
          ref: { platform: 'eu', crd: 'c', namespace: 'web', name: 'cache' },
          promise: 'redis',
        },
      ],
    }),
    hub: {
      add(reader) {
        readers.push(reader);
        return () => {
          gone += 1;
        };
      },
    },
  });
  const server = express().use(router).listen(0);
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://localhost:${port}/stream`);
  return {
    answer,
    reader: readers[0],
    asked,
    teams,
    gone: () => gone,
    close: () => new Promise(done => server.close(done)),
  };
}

it('ends with the token that let the person in', async () => {
  const stream = await openStream({ expiresInMs: 50 });
  // Only its end ends this.
  expect(await stream.answer.text()).toBe('');
  await stream.close();
  expect(stream.gone()).toBe(1);
});

it('asks anew who somebody is, as they may have left a team', async () => {
  const { answer, reader, asked, teams, close } = await openStream();
  expect(asked).toEqual([['group:default/payments']]);
  teams.length = 0;
  const later = performance.now() + 60_000;
  const clock = jest.spyOn(performance, 'now').mockReturnValue(later);
  await reader.review();
  clock.mockRestore();
  expect(asked.at(-1)).toEqual([]);
  await answer.body?.cancel();
  await close();
});

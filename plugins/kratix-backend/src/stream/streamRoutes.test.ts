import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Caller } from '@kratix-portal/backstage-plugin-kratix-node';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { Callers } from '../http/Callers';
import { HttpRefusal } from '../http/HttpRefusal';
import { RequestAccess } from '../permissions/RequestAccess';
import type { StreamReader } from './StreamHub';
import { createStreamRoutes } from './streamRoutes';

/** The route for a person whose token and teams the test decides about. */
function aRoute(
  options: {
    expiresInMs?: number;
    /** Ends when it is known who asks. */
    identify?: () => Promise<void>;
    mustTake?: (person: string) => void;
  } = {},
) {
  const { expiresInMs, identify, mustTake = () => {} } = options;
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
  const gone = new Set<StreamReader>();
  const router = createStreamRoutes({
    callers: new Callers({
      httpAuth: mockServices.httpAuth({
        defaultCredentials: {
          ...mockCredentials.user(),
          ...(expiresInMs && { expiresAt: new Date(Date.now() + expiresInMs) }),
        },
      }),
      userInfo: mockServices.userInfo.mock({
        getUserInfo: async () => {
          await identify?.();
          return {
            userEntityRef: 'user:default/mock',
            ownershipEntityRefs: [...teams],
          };
        },
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
      mustTake,
      add(reader) {
        readers.push(reader);
        return () => {
          reader.sink.end();
          gone.add(reader);
        };
      },
    },
  });
  const server = express().use(router).listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    server,
    url: `http://localhost:${port}/stream`,
    readers,
    asked,
    teams,
    gone,
    close: () => new Promise(done => server.close(done)),
  };
}

async function openStream(options: { expiresInMs?: number } = {}) {
  const route = aRoute(options);
  const answer = await fetch(route.url);
  return { ...route, answer, reader: route.readers[0] };
}

async function until(isSo: () => boolean) {
  while (!isSo()) await new Promise(setImmediate);
}

it('ends with the token that let the person in', async () => {
  const stream = await openStream({ expiresInMs: 50 });
  // Only its end ends this.
  expect(await stream.answer.text()).toBe('');
  await stream.close();
  expect(stream.gone.size).toBe(1);
});

it('lasts as long as a token that holds for months', async () => {
  const month = 31 * 24 * 60 * 60 * 1000;
  const { answer, gone, close } = await openStream({ expiresInMs: month });
  // A time that is too long for a timer would be over by then.
  await new Promise(resolve => setTimeout(resolve, 20));
  expect(gone.size).toBe(0);
  await answer.body?.cancel();
  await close();
});

it('opens nothing for one who left while it was asked who they are', async () => {
  let asked = () => {};
  let answered = () => {};
  const asking = new Promise<void>(resolve => {
    asked = resolve;
  });
  const route = aRoute({
    identify: () =>
      new Promise(resolve => {
        answered = resolve;
        asked();
      }),
  });
  const left = new Promise(resolve =>
    route.server.once('request', (_req, res) => res.once('close', resolve)),
  );
  const tab = new AbortController();
  const call = fetch(route.url, { signal: tab.signal });
  const ended = call.catch(error => error.name);
  await asking;
  tab.abort();
  expect(await ended).toBe('AbortError');
  await left;
  answered();
  // The cluster is asked last, and whatever comes then waits for nothing.
  await until(() => route.asked.length > 0);
  await new Promise(setImmediate);
  expect(route.readers).toEqual([]);
  await route.close();
});

it('opens none beyond what a person may have, and says so', async () => {
  const route = aRoute({
    mustTake: person => {
      throw new HttpRefusal('TooManyStreamsError', `${person} has too many`);
    },
  });
  const answer = await fetch(route.url);
  expect(answer.status).toBe(429);
  expect(await answer.text()).toContain('user:default/mock has too many');
  expect(route.readers).toEqual([]);
  await route.close();
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

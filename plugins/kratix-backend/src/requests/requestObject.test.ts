import {
  PlatformRefusedError,
  PlatformUnavailableError,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { fakePlatforms } from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import { aReadyRequest } from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import { startPortal } from '../__testUtils__/portal';
import { aWorld, pathOf } from '../__testUtils__/world';

async function setUp() {
  const request = aReadyRequest({ name: 'exact', namespace: 'payments' });
  const platforms = fakePlatforms({
    platforms: [
      {
        objects: [
          ...aWorld(),
          {
            ...request,
            metadata: {
              ...request.metadata,
              generation: 3,
              managedFields: [{ manager: 'kubectl' }],
              annotations: {
                'kubectl.kubernetes.io/last-applied-configuration': '{}',
                'example.org/note': 'mine',
              },
            },
            spec: {
              most: 9223372036854775807n,
              ratio: 1.5,
              empty: {},
              nothing: null,
              login: { password: 'hunter2', secretName: 'vault' },
              url: 'https://ann:hunter2@example.org',
            },
          },
        ],
      },
    ],
  });
  const { call } = await startPortal({ platforms });
  const eu = platforms.get('eu');
  return { eu, get: () => call('get', `${pathOf('exact')}/object`) };
}

it('is whole and exact, without secrets and what only the server needs', async () => {
  const { get } = await setUp();
  const { text, body } = await get();
  expect(body.generation).toBe(3);
  expect(body.object.metadata.annotations).toEqual({
    'example.org/note': 'mine',
  });
  expect(text).not.toContain('managedFields');
  expect(text).not.toContain('hunter2');
  expect(text).toContain(
    '"spec":{"most":9223372036854775807,"ratio":1.5,"empty":{},"nothing":null,"login":{"password":"••••••","secretName":"vault"},"url":"••••••"}',
  );
});

it('is what the cluster says now, or nothing', async () => {
  const { eu, get } = await setUp();
  const read = jest
    .spyOn(eu, 'readRequest')
    .mockRejectedValue(new PlatformUnavailableError('eu'));
  expect((await get()).status).toBe(503);
  expect(read).toHaveBeenCalledTimes(1);
});

it('tells a refusal of the cluster from one of the portal', async () => {
  const { eu, get } = await setUp();
  const refused = { platform: 'eu', verb: 'get', resource: 'rediss' };
  jest
    .spyOn(eu, 'readRequest')
    .mockRejectedValue(new PlatformRefusedError(refused));
  const { status, body } = await get();
  expect(status).toBe(403);
  expect(body.error).toMatchObject({
    name: 'NotAllowedError',
    message: "Not allowed on platform 'eu': get on rediss",
    refused,
  });
});

import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { kratixPlatformsServiceRef } from '@kratix-portal/backstage-plugin-kratix-node';
import {
  databaseConfig,
  fakePlatforms,
  portalDatabases,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import catalogModuleKratix from './index';
import { aDestination, aPromise, aRequest } from './__testUtils__/samples';

jest.setTimeout(60_000);

// PostgreSQL is there when the environment names a server, as it does in
// `npm test`; a container would be slow, and is often impossible.
const databases = TestDatabases.create({
  ids: [...portalDatabases],
  disableDocker: true,
});

async function start(data: { database?: object; catalog?: object } = {}) {
  const platforms = fakePlatforms({
    platforms: [
      {
        id: 'eu',
        owner: 'group:default/platform',
        objects: [
          aPromise('redis'),
          aRequest('redis', 'cache'),
          aDestination('worker'),
        ],
      },
      { id: 'us', objects: [] },
    ],
  });
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleKratix,
      createServiceFactory({
        service: kratixPlatformsServiceRef,
        deps: {},
        factory: () => platforms,
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: {
            baseUrl: 'http://localhost:7007',
            ...(data.database && { database: data.database }),
          },
          catalog: {
            stitchingStrategy: { pollingInterval: { milliseconds: 100 } },
            ...data.catalog,
          },
        },
      }),
    ],
  });
  const address = backend.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const names = async (): Promise<string[]> => {
    const response = await fetch(
      `http://localhost:${port}/api/catalog/entities?fields=kind,metadata.name,relations`,
      { headers: { authorization: 'Bearer mock-user-token' } },
    );
    const entities: { kind: string; metadata: { name: string } }[] =
      await response.json();
    return entities
      .map(({ kind, metadata }) => `${kind}:${metadata.name}`)
      .sort();
  };
  return { platforms, names, stop: () => backend.stop() };
}

/** The catalog processes in the background; there is no other way to know. */
async function eventually(check: () => Promise<void>) {
  // As long as a test may take, or nearly so: it fails with what was wrong.
  for (let left = 500; ; left -= 1) {
    try {
      await check();
      return;
    } catch (error) {
      if (left === 0) throw error;
      await new Promise(done => setTimeout(done, 100));
    }
  }
}

portalDatabases.forEach(id => {
  const where = databases.supports(id) ? describe : describe.skip;

  where(`on ${id}`, () => {
    it('keeps a real catalog in step with its platforms', async () => {
      const database = databaseConfig(await databases.init(id));
      const { platforms, names, stop } = await start({ database });
      await eventually(async () =>
        expect(await names()).toEqual([
          'API:eu.redis',
          'Component:eu.redis',
          'Resource:eu.payments.redis.cache',
          'Resource:eu.worker',
          'Resource:kratix-eu',
          'Resource:kratix-us',
        ]),
      );
      const eu = platforms.get('eu');
      const second = aRequest('redis', 'second');
      eu.apply(second);
      await eventually(async () =>
        expect(await names()).toContain('Resource:eu.payments.redis.second'),
      );
      eu.remove(second);
      await eventually(async () =>
        expect(await names()).not.toContain(
          'Resource:eu.payments.redis.second',
        ),
      );
      await stop();
    });
  });
});

it('refuses to start on a kind of entity that it can’t make, naming the key', async () => {
  await expect(
    start({ catalog: { providers: { kratix: { requestKind: 'Pod' } } } }),
  ).rejects.toThrow('catalog.providers.kratix.requestKind');
});

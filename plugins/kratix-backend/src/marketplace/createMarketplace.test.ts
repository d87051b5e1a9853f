import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import {
  kratixMarketplaceExtensionPoint,
  type MarketplaceSourceType,
} from '@kratix-portal/backstage-plugin-kratix-node';
import {
  fakePlatforms,
  kratixPlatformsMock,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import supertest from 'supertest';
import { promiseFile } from '../__testUtils__/promiseFiles';
import { kratixPlugin } from '../plugin';

// Whole backends on a machine that may have other things to do.
jest.setTimeout(60_000);

const directory = createMockDirectory({
  content: { redis: { 'promise.yaml': promiseFile('redis') } },
});

function aModule(moduleId: string, type: MarketplaceSourceType) {
  return createBackendModule({
    pluginId: 'kratix',
    moduleId,
    register(env) {
      env.registerInit({
        deps: { marketplace: kratixMarketplaceExtensionPoint },
        init: async ({ marketplace }) => marketplace.addSourceType(type),
      });
    },
  });
}

const shelf: MarketplaceSourceType = {
  key: 'shelf',
  create: ({ config }) => {
    const name = config.getString('shelf.name');
    return {
      read: async () => ({
        files: [{ path: `${name}/promise.yaml`, text: promiseFile(name) }],
        images: [],
      }),
    };
  },
};

async function startedWith(
  sources: JsonObject,
  ...modules: ReturnType<typeof aModule>[]
) {
  return startTestBackend({
    features: [
      kratixPlugin,
      ...modules,
      kratixPlatformsMock.factory(fakePlatforms({ platforms: [] })),
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: { kratix: { marketplace: { sources } } },
      }),
    ],
  });
}

type Page = {
  items: { name: string }[];
  sources: { id: string; state: string; type: string }[];
};

/** The marketplace once no source waits any longer. */
async function settledPage(
  server: Parameters<typeof supertest>[0],
): Promise<Page> {
  for (;;) {
    const { body } = await supertest(server)
      .get('/api/kratix/marketplace?size=100')
      .set('authorization', mockCredentials.user.header());
    const page: Page = body;
    if (page.sources.every(({ state }) => state !== 'waiting')) return page;
    await new Promise(resolve => setImmediate(resolve));
  }
}

it('reads the sources of config as the portal starts', async () => {
  const { server } = await startedWith(
    {
      disk: { title: 'Our disk', folder: { path: directory.path } },
      gone: { folder: { path: directory.resolve('gone') } },
      brought: { shelf: { name: 'kafka' } },
    },
    aModule('shelf', shelf),
  );
  const page = await settledPage(server);
  expect(page.items.map(({ name }) => name)).toEqual(['kafka', 'redis']);
  expect(page.sources).toMatchObject([
    { id: 'disk', title: 'Our disk', type: 'folder', state: 'ready' },
    { id: 'gone', title: 'gone', type: 'folder', state: 'failed' },
    { id: 'brought', type: 'shelf', state: 'ready' },
  ]);
});

it('has one replica of all read a source, by the schedule', async () => {
  const scheduler = mockServices.scheduler.mock();
  const { server } = await startTestBackend({
    features: [
      kratixPlugin,
      scheduler.factory,
      kratixPlatformsMock.factory(fakePlatforms({ platforms: [] })),
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: {
          kratix: {
            marketplace: {
              sources: { disk: { folder: { path: directory.path } } },
              schedule: { frequency: 'PT1H', timeout: 'PT1M' },
            },
          },
        },
      }),
    ],
  });
  await settledPage(server);
  expect(scheduler.scheduleTask.mock.calls).toEqual([
    [
      expect.objectContaining({
        id: 'kratix-marketplace-disk',
        scope: 'global',
        frequency: { hours: 1 },
        timeout: { minutes: 1 },
      }),
    ],
  ]);
  const [[{ fn }]] = scheduler.scheduleTask.mock.calls;
  directory.addContent({ kafka: { 'promise.yaml': promiseFile('kafka') } });
  await fn(AbortSignal.timeout(10_000));
  const { items } = await settledPage(server);
  expect(items.map(({ name }) => name)).toEqual(['kafka', 'redis']);
});

it.each<[string, JsonObject, string]>([
  [
    'an index with a password in its address',
    { index: { url: 'https://me:hush@example.com/index.json' } },
    'kratix.marketplace.sources.shop.index.url: must have no user name',
  ],
  [
    'a prefix that is no address',
    { index: { url: 'https://example.com/', allow: ['example.org'] } },
    'kratix.marketplace.sources.shop.index.allow[0]: must be an address',
  ],
  [
    'a tree on no host',
    { tree: { url: 'acme/promises' } },
    'kratix.marketplace.sources.shop.tree.url: must be an address',
  ],
  ['a folder without path', { folder: {} }, 'sources.shop.folder.path'],
])('starts with no %s', async (_what, source, message) => {
  await expect(startedWith({ shop: source })).rejects.toThrow(message);
});

it.each(['shelf', 'tree', 'title'])(
  'takes no second type with the key %s',
  async key => {
    const second = aModule('second', { ...shelf, key });
    await expect(
      startedWith({}, aModule('shelf', shelf), second),
    ).rejects.toThrow(
      `A source of the marketplace has the key '${key}' already`,
    );
  },
);

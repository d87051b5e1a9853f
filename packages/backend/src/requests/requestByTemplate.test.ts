import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import catalog from '@backstage/plugin-catalog-backend';
import catalogTemplates from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolder from '@backstage/plugin-scaffolder-backend';
import catalogKratix from '@kratix-portal/backstage-plugin-catalog-backend-module-kratix';
import scaffolderKratix from '@kratix-portal/backstage-plugin-scaffolder-backend-module-kratix';
import kratix from '@kratix-portal/backstage-plugin-kratix-backend';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixPlatformsServiceRef } from '@kratix-portal/backstage-plugin-kratix-node';
import {
  databaseConfig,
  fakePlatforms,
  portalDatabases,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';

jest.setTimeout(120_000);

// PostgreSQL is there when the environment names a server, as it does in
// `npm test`; a container would be slow, and is often impossible.
const databases = TestDatabases.create({
  ids: [...portalDatabases],
  disableDocker: true,
});

const promise: KubeObject = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'redis' },
  spec: {
    api: {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'redis.caches.example.io' },
      spec: {
        group: 'caches.example.io',
        names: { kind: 'Redis', plural: 'redis' },
        scope: 'Namespaced',
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: {
                  spec: {
                    type: 'object',
                    properties: {
                      size: { type: 'string', enum: ['small', 'large'] },
                      replicas: { type: 'integer', default: 1 },
                    },
                  },
                },
              },
            },
          },
        ],
      },
    },
  },
  status: { kratix: { status: 'Available' } },
};

/** The portal's backend as it is put together, but for the clusters. */
async function start(id: (typeof portalDatabases)[number]) {
  const database = databaseConfig(await databases.init(id));
  const platforms = fakePlatforms({ platforms: [{ objects: [promise] }] });
  const { server } = await startTestBackend({
    features: [
      catalog,
      catalogTemplates,
      scaffolder,
      catalogKratix,
      scaffolderKratix,
      kratix,
      createServiceFactory({
        service: kratixPlatformsServiceRef,
        deps: {},
        factory: () => platforms,
      }),
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/mock',
          ownershipEntityRefs: ['user:default/mock', 'group:default/payments'],
        }),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example.com' },
          backend: { baseUrl: 'http://localhost:7007', database },
          catalog: {
            rules: [{ allow: ['Group', 'User'] }],
            stitchingStrategy: { pollingInterval: { milliseconds: 250 } },
            locations: [
              {
                type: 'file',
                target: `${__dirname}/../../../../examples/org.yaml`,
              },
            ],
          },
        },
      }),
    ],
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const call = async (path: string, body?: object) => {
    const response = await fetch(`http://localhost:${port}/api/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: mockCredentials.user.header(),
        'content-type': 'application/json',
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  const entity = (kind: string, name: string) =>
    call(`catalog/entities/by-name/${kind}/default/${name}`);
  await until(
    () => entity('template', 'eu.redis'),
    ({ status }) => status === 200,
  );
  await until(
    () => entity('group', 'web'),
    ({ status }) => status === 200,
  );
  return { platform: platforms.get('eu'), call, entity };
}

/** These plugins work in the background; there is no other way to know. */
async function until<T>(
  read: () => Promise<T>,
  done: (value: T) => boolean,
): Promise<T> {
  for (let left = 300; ; left -= 1) {
    const value = await read();
    if (done(value)) return value;
    if (left === 0) throw new Error(`still ${JSON.stringify(value)}`);
    await new Promise(next => setTimeout(next, 100));
  }
}

const values = {
  name: 'orders-cache',
  owner: 'group:default/payments',
  platform: 'eu',
  values: { spec: { size: 'large', replicas: 1 } },
};

portalDatabases.forEach(id => {
  const where = databases.supports(id) ? describe : describe.skip;

  where(`on ${id}`, () => {
    it('requests by the Promise’s Template, and finds the request in the catalog', async () => {
      const { platform, call, entity } = await start(id);
      const created = await call('scaffolder/v2/tasks', {
        templateRef: 'template:default/eu.redis',
        values,
      });
      expect(created.status).toBe(201);
      const [write] = await until(
        async () => platform.recordedWrites,
        writes => writes.length > 0,
      );
      expect(write).toMatchObject({
        verb: 'create',
        dryRun: false,
        caller: { userEntityRef: 'user:default/mock' },
        object: {
          metadata: {
            name: 'orders-cache',
            namespace: 'payments',
            annotations: {
              'kratix-portal.io/owner': 'group:default/payments',
              'kratix-portal.io/requested-by': 'user:default/mock',
            },
          },
          spec: { size: 'large' },
        },
      });

      const inCatalog = await until(
        () => entity('resource', 'eu.payments.redis.orders-cache'),
        ({ status }) => status === 200,
      );
      expect(inCatalog.body.spec.owner).toBe('group:default/payments');

      // The Promise has no steps: this is what Kratix writes when all is done.
      platform.apply({
        ...write.object,
        metadata: {
          ...write.object.metadata,
          generation: 1,
          labels: { 'kratix.io/promise-name': 'redis' },
        },
        status: { observedGeneration: 1, promiseVersion: 'not-set' },
      });
      const task = `scaffolder/v2/tasks/${created.body.id}`;
      const ended = await until(
        () => call(task),
        ({ body }) => ['completed', 'failed'].includes(body.status),
      );
      expect(ended.body.status).toBe('completed');
      const { body: events } = await call(`${task}/events`);
      expect(events.at(-1).body.output.links).toMatchObject([
        {
          url: 'https://portal.example.com/kratix/requests/eu/redis.caches.example.io/payments/orders-cache',
        },
        { entityRef: 'resource:default/eu.payments.redis.orders-cache' },
      ]);
    });

    it('asks the cluster alone in a dry run of that Template', async () => {
      const { platform, call, entity } = await start(id);
      const { body: template } = await entity('template', 'eu.redis');
      const { status } = await call('scaffolder/v2/dry-run', {
        template,
        values,
        directoryContents: [],
      });
      expect(status).toBe(200);
      expect(platform.recordedWrites).toMatchObject([{ dryRun: true }]);
      expect(platform.requests()).toEqual([]);
    });

    it('fails with the reason where the person is no member of the team', async () => {
      const { platform, call } = await start(id);
      const created = await call('scaffolder/v2/tasks', {
        templateRef: 'template:default/eu.redis',
        values: { ...values, owner: 'group:default/web' },
      });
      const task = `scaffolder/v2/tasks/${created.body.id}`;
      const ended = await until(
        () => call(task),
        ({ body }) => ['completed', 'failed'].includes(body.status),
      );
      expect(ended.body.status).toBe('failed');
      const { body: events } = await call(`${task}/events`);
      expect(JSON.stringify(events)).toContain(
        "You can't request for group:default/web: you are not a member",
      );
      expect(platform.recordedWrites).toEqual([]);
    });
  });
});

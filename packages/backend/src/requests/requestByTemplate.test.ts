import { TestDatabases } from '@backstage/backend-test-utils';
import {
  databaseConfig,
  portalDatabases,
} from '@kratix-portal/backstage-plugin-kratix-node/testUtils';
import {
  aPromise,
  startPortalBackend,
  until,
} from '../__testUtils__/portalBackend';

jest.setTimeout(120_000);

// PostgreSQL is there when the environment names a server, as it does in
// `npm test`; a container would be slow, and is often impossible.
const databases = TestDatabases.create({
  ids: [...portalDatabases],
  disableDocker: true,
});

const promise = aPromise('redis', {
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
});

async function start(id: (typeof portalDatabases)[number]) {
  const database = databaseConfig(await databases.init(id));
  return startPortalBackend({ promises: [promise], database });
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
      const { status, body } = await call('scaffolder/v2/dry-run', {
        template,
        values,
        directoryContents: [],
      });
      expect([status, body.error]).toEqual([200, undefined]);
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

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  formOf,
  templateSchemaOf,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { text } from 'node:stream/consumers';
import {
  aDescription,
  aPromiseDetail,
  aRequestDetail,
} from './__testUtils__/fakeKratix';
import { startScaffolder } from './__testUtils__/startScaffolder';

jest.setTimeout(60_000);

const schema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: ['size'],
      properties: {
        size: { type: 'string', enum: ['small', 'large'] },
        tag: { type: 'string', default: '${{ secrets.backstageToken }}' },
        replicas: { type: 'integer', default: 1 },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
        backup: {
          type: 'object',
          required: ['at'],
          properties: { at: { type: 'string' } },
        },
      },
    },
  },
};

/** What a Template for that schema holds, as the catalog module makes it. */
const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'eu.redis' },
  spec: {
    type: 'kratix-promise',
    owner: 'group:default/platform',
    parameters: [
      {
        title: 'Who and where',
        required: ['name', 'owner'],
        properties: {
          name: { type: 'string' },
          owner: { type: 'string' },
          service: { type: 'string' },
        },
      },
      {
        title: 'Redis',
        properties: { values: templateSchemaOf(formOf(schema)) },
      },
    ],
    steps: [
      {
        id: 'create',
        action: 'kratix:request:create',
        input: {
          platform: 'eu',
          promise: 'redis',
          name: '${{ parameters.name }}',
          owner: '${{ parameters.owner }}',
          service: '${{ parameters.service }}',
          values: '${{ parameters.values }}',
        },
      },
      {
        id: 'wait',
        action: 'kratix:request:wait',
        input: { ref: '${{ steps.create.output.ref }}' },
      },
    ],
    output: {
      links: [
        { title: 'Open', entityRef: '${{ steps.create.output.entityRef }}' },
      ],
    },
  },
};

/** Stands in for the Kratix backend and remembers what it was sent. */
function kratixStandIn(
  received: { body: unknown; query: unknown; who: unknown }[],
) {
  return createBackendPlugin({
    pluginId: 'kratix',
    register(env) {
      env.registerInit({
        deps: {
          http: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        async init({ http, httpAuth }) {
          http.use(async (req, res) => {
            if (req.method === 'GET') {
              res.json(aPromiseDetail({ schema }));
              return;
            }
            const { principal } = await httpAuth.credentials(req, {
              allow: ['user'],
            });
            const body = JSON.parse(await text(req));
            received.push({ body, query: req.query, who: principal });
            res.json(aRequestDetail(aDescription('in-progress')));
          });
        },
      });
    },
  });
}

async function start() {
  const received: Parameters<typeof kratixStandIn>[0] = [];
  const scaffolder = await startScaffolder([kratixStandIn(received)]);
  return { ...scaffolder, received };
}

it('offers its actions with every field in their schemas', async () => {
  const { actions } = await start();
  const { body } = await actions();
  const ours = body
    .filter(({ id }: { id: string }) => id.startsWith('kratix:'))
    .map(
      ({
        id,
        schema: { input },
      }: {
        id: string;
        schema: { input: object };
      }) => [id, Object.keys(Object(input).properties).length],
    );
  expect(ours).toEqual([
    ['kratix:manifest:write', 3],
    ['kratix:promise:install', 9],
    ['kratix:promise:uninstall', 3],
    ['kratix:promise:wait', 4],
    ['kratix:request:create', 8],
    ['kratix:request:delete', 1],
    ['kratix:request:get', 1],
    ['kratix:request:update', 8],
    ['kratix:request:wait', 3],
  ]);
});

it('runs a Template from form data to the cluster’s dry run, byte for byte', async () => {
  const { dryRun, received } = await start();
  const response = await dryRun(template, {
    name: 'orders-cache',
    owner: 'group:default/payments',
    values: {
      spec: {
        size: 'large',
        tag: '${{ 7 * 7 }} {% raw %} é\u2028',
        replicas: 1,
        labels: [{ key: 'a/b', value: '${{ secrets.backstageToken }}' }],
        backup: [],
      },
    },
  });
  expect(response.body.error).toBeUndefined();
  expect(response.status).toBe(200);
  expect(received).toEqual([
    {
      query: { dryRun: 'true' },
      who: expect.objectContaining({
        type: 'user',
        userEntityRef: 'user:default/mock',
      }),
      body: {
        name: 'orders-cache',
        namespace: 'payments',
        owner: 'group:default/payments',
        labels: { 'kratix-portal.io/scaffolder-task': expect.any(String) },
        object: {
          spec: {
            size: 'large',
            tag: '${{ 7 * 7 }} {% raw %} é\u2028',
            labels: { 'a/b': '${{ secrets.backstageToken }}' },
          },
        },
      },
    },
  ]);
  expect(response.body.output.links).toEqual([
    {
      title: 'Open',
      entityRef: 'resource:default/eu.payments.redis.orders-cache',
    },
  ]);
});

it.each([
  ['a value that is not offered', { spec: { size: 'huge' } }],
  ['a required field that is missing', { spec: {} }],
  [
    'a wanted object without what it needs',
    { spec: { size: 'small', backup: [{}] } },
  ],
])('refuses %s before any step runs', async (_what, values) => {
  const { dryRun, received } = await start();
  const response = await dryRun(template, {
    name: 'orders-cache',
    owner: 'group:default/payments',
    values,
  });
  expect(response.status).toBe(400);
  expect(received).toEqual([]);
});

import {
  stringifyExact,
  type KratixClient,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Sandbox } from '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox';
import { crdOf } from './__testUtils__/platformPortal';
import { startSandboxPortal } from './__testUtils__/sandboxPortal';

const odd = 9007199254740993n;
const least = -9223372036854775808n;
const most = 9223372036854775807n;

const fields = {
  odd: { type: 'integer', default: odd, minimum: 0 },
  least: { type: 'integer', minimum: least },
  chosen: { type: 'integer', enum: [odd, most] },
  ratio: { type: 'number' },
  huge: { type: 'number' },
  note: { type: 'string' },
};

const promise: KubeObject = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'counter' },
  spec: {
    api: {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'counters.demo.example.org' },
      spec: {
        group: 'demo.example.org',
        scope: 'Namespaced',
        names: { plural: 'counters', kind: 'Counter' },
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: {
              openAPIV3Schema: {
                type: 'object',
                properties: { spec: { type: 'object', properties: fields } },
              },
            },
            additionalPrinterColumns: [
              { name: 'Odd', type: 'integer', jsonPath: '.spec.odd' },
            ],
          },
        ],
      },
    },
  },
};

const ref = {
  platform: 'eu',
  crd: 'counters.demo.example.org',
  namespace: 'payments',
};
const numbers = { odd, least, chosen: most, ratio: 1.1, huge: 1e21 };
const spec = { ...numbers, note: 'before' };

const nextTurn = () => new Promise(resolve => setImmediate(resolve));
let sandbox: Sandbox;
let client: KratixClient;
let close: () => Promise<void>;

const stored = (name: string) =>
  sandbox.store.get('demo.example.org', 'counters', name, ref.namespace);

beforeAll(async () => {
  ({ sandbox, client, close } = await startSandboxPortal({
    speed: 50,
    storageDelayMs: 0,
    objects: [
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'payments' },
      },
      promise,
    ],
  }));
  await crdOf(client, 'counter');
}, 60_000);

afterAll(() => close());

it('tells a form the limits, defaults and choices as their author wrote them', async () => {
  const { schema, fields: listed } = await client.getPromise({
    platform: 'eu',
    name: 'counter',
  });
  expect(schema).toEqual({
    type: 'object',
    properties: { spec: { type: 'object', properties: fields } },
  });
  expect(listed.find(({ path }) => path === 'spec.odd')).toMatchObject({
    default: '9007199254740993',
  });
});

it('edits one field of a request and leaves the numbers of all others alone', async () => {
  sandbox.store.create({
    apiVersion: 'demo.example.org/v1',
    kind: 'Counter',
    metadata: { name: 'old', namespace: 'payments' },
    spec,
  });
  const old = { ...ref, name: 'old' };
  const found = await waitFor(() => client.getRequestObject(old));
  expect(found.object.spec).toEqual(spec);
  expect(stringifyExact(found.object.spec)).toBe(
    '{"odd":9007199254740993,"least":-9223372036854775808,"chosen":9223372036854775807,"ratio":1.1,"huge":1e+21,"note":"before"}',
  );

  const { settings } = await client.updateRequest(old, {
    generation: found.generation,
    patch: [
      { op: 'test', path: '/spec/odd', value: odd },
      { op: 'replace', path: '/spec/note', value: 'after' },
    ],
  });
  expect(settings).toMatchObject([
    { path: 'spec.odd', value: '9007199254740993', isDefault: true },
    { path: 'spec.least', value: '-9223372036854775808' },
    { path: 'spec.chosen', value: '9223372036854775807' },
    { path: 'spec.ratio', value: '1.1' },
    { path: 'spec.huge', value: '1e+21' },
    { path: 'spec.note', value: 'after' },
  ]);
  expect(stored('old')?.spec).toEqual({ ...numbers, note: 'after' });
  const { object } = await client.getRequestObject(old);
  expect(object.spec).toEqual({ ...numbers, note: 'after' });
  expect(await client.getRequestManifest(old)).toContain(
    'odd: 9007199254740993\n',
  );
});

it('creates what was typed, digit by digit, and what the API server adds', async () => {
  const { odd: _default, ...given } = numbers;
  const body = { ...ref, name: 'new', object: { spec: given } };
  await client.createRequest(ref, body, { dryRun: true });
  expect(stored('new')).toBeUndefined();
  await client.createRequest(ref, body);
  expect(stored('new')?.spec).toEqual(numbers);
  const { columns } = await waitFor(async () => {
    const { items } = await client.listRequests({ q: 'new' });
    if (!items[0]) throw new Error('not yet');
    return items[0];
  });
  expect(columns).toEqual({ Odd: '9007199254740993' });
});

it('is refused for the neighbour of what is allowed', async () => {
  const object = { spec: { chosen: odd - 1n } };
  await expect(
    client.createRequest(ref, { ...ref, name: 'near', object }),
  ).rejects.toMatchObject({
    statusCode: 400,
    body: { error: { causes: [{ field: 'spec.chosen' }] } },
  });
});

/** Until the cache has heard of it. */
async function waitFor<T>(read: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await read();
    } catch {
      await nextTurn();
    }
  }
}

import {
  changesBetween,
  editedObject,
  formDataFromObject,
  formOf,
  isRecord,
  objectFromForm,
  patchOfChanges,
  type KratixClient,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { aPromise } from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import type { Sandbox } from '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox';
import { crdOf } from '../__testUtils__/platformPortal';
import { startSandboxPortal } from '../__testUtils__/sandboxPortal';

const beyond = 9007199254740993n;
const text = { type: 'string' };

const schema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: ['id'],
      properties: {
        id: { type: 'integer', format: 'int64' },
        size: { ...text, default: 'small' },
        note: text,
        nothing: { ...text, nullable: true },
        constructor: text,
        'a.b/c d': text,
        list: { type: 'array', items: text },
        map: { type: 'object', additionalProperties: text },
        group: { type: 'object', properties: { on: { type: 'boolean' } } },
        any: { 'x-kubernetes-preserve-unknown-fields': true },
      },
    },
    beside: { type: 'object', properties: { on: { type: 'boolean' } } },
    status: {
      type: 'object',
      'x-kubernetes-preserve-unknown-fields': true,
    },
  },
};

const group = 'forms.example.org';
const promise = aPromise({
  name: 'nasty',
  spec: {
    api: {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `nasties.${group}` },
      spec: {
        group,
        names: { kind: 'Nasty', plural: 'nasties', singular: 'nasty' },
        scope: 'Namespaced',
        versions: [
          {
            name: 'v1',
            served: true,
            storage: true,
            schema: { openAPIV3Schema: schema },
            subresources: { status: {} },
          },
        ],
      },
    },
    workflows: {},
  },
});

const spec = {
  id: beyond,
  note: '',
  nothing: null,
  constructor: '${{ 7 * 7 }}',
  'a.b/c d': 'kept',
  list: [],
  map: { 'x/y': '' },
  any: { deep: [null, { n: beyond, f: 1.5 }], empty: {} },
};

let sandbox: Sandbox;
let client: KratixClient;
let close: () => Promise<void>;
let crd: string;

beforeAll(async () => {
  ({ sandbox, client, close } = await startSandboxPortal({
    scenario: 'busy',
    objects: [promise],
  }));
  crd = await crdOf(client, 'nasty');
}, 60_000);

afterAll(() => close());

/** What the cluster holds, Kubernetes' and Kratix's own parts left out. */
function arrived(name: string) {
  const { apiVersion, kind, metadata, status, ...fields } = {
    ...sandbox.store.get(group, 'nasties', name, 'payments'),
  };
  return fields;
}

async function form() {
  const detail = await client.getPromise({ platform: 'eu', name: 'nasty' });
  return formOf(detail.schema, { hints: detail.hints });
}

const refOf = (name: string): RequestRef => ({
  platform: 'eu',
  crd,
  namespace: 'payments',
  name,
});

it('makes, edits and clones a request that arrives exactly as it was meant', async () => {
  const drawn = await form();
  // As the form holds it, and back.
  const object = objectFromForm(drawn, formDataFromObject(drawn, { spec }));
  expect(object).toEqual({ spec });
  const at = { platform: 'eu', crd };
  const body = { name: 'first', namespace: 'payments' };
  await client.createRequest(at, { ...body, object }, { dryRun: true });
  expect(arrived('first')).toEqual({});
  await client.createRequest(at, { ...body, object });
  const stored = { spec: { ...spec, size: 'small' } };
  expect(arrived('first')).toEqual(stored);

  const live = await client.getRequestObject(refOf('first'));
  const before = { ...live.object };
  const data = formDataFromObject(drawn, before);
  const edited = editedObject(
    drawn,
    isRecord(data) && isRecord(data.spec)
      ? { ...data, spec: { ...data.spec, note: 'changed' } }
      : data,
    before,
  );
  const patch = patchOfChanges(
    changesBetween(before.spec, Object(edited).spec),
  ).map(step => ({ ...step, path: `/spec${step.path}` }));
  expect(patch).toEqual([
    { op: 'replace', path: '/spec/note', value: 'changed' },
  ]);
  const { generation } = live;
  await client.updateRequest(refOf('first'), { generation, patch });
  const changed = { spec: { ...stored.spec, note: 'changed' } };
  expect(arrived('first')).toEqual(changed);

  const name = await client.checkRequestName(at, body);
  expect(name).toMatchObject({ free: false, suggestion: 'first-2' });
  const source = await client.getRequestObject(refOf('first'));
  const clone = objectFromForm(drawn, formDataFromObject(drawn, source.object));
  await client.createRequest(at, {
    name: 'first-2',
    namespace: 'payments',
    object: clone,
  });
  expect(arrived('first-2')).toEqual(changed);
}, 60_000);

it('changes numbers beyond 2^53 by one, and refuses what somebody else overtook', async () => {
  const at = { platform: 'eu', crd };
  await client.createRequest(at, {
    name: 'counted',
    namespace: 'payments',
    object: { spec: { id: beyond } },
  });
  const { generation } = await client.getRequestObject(refOf('counted'));
  const patch = [
    { op: 'replace' as const, path: '/spec/id', value: beyond + 1n },
  ];
  await client.updateRequest(refOf('counted'), { generation, patch });
  expect(arrived('counted')).toMatchObject({ spec: { id: beyond + 1n } });
  await expect(
    client.updateRequest(refOf('counted'), { generation, patch }),
  ).rejects.toMatchObject({ statusCode: 409 });
}, 60_000);

it('offers the place that it takes requests at', async () => {
  const { items } = await client.getRequestPlaces({ platform: 'eu', crd });
  expect(items).toMatchObject([
    {
      owner: 'group:default/payments',
      namespaces: [{ name: 'payments', exists: true, allowed: true }],
    },
  ]);
}, 60_000);

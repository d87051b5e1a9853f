import assert from 'node:assert/strict';
import type { Behaviour } from '../types';
import { widgetGroup } from '../widgetDefinition';

/** @internal */
export const serving: Behaviour[] = [
  {
    name: 'discovery tells what there is',
    async run({ call, eventually }) {
      const core = await call({ path: '/api' });
      assert.deepEqual(core.body.versions, ['v1']);
      await eventually('the group is there', async () => {
        const { body } = await call({ path: '/apis' });
        const groups = body.groups as { name: string }[];
        return groups.some(({ name }) => name === widgetGroup);
      });
      const group = await call({ path: `/apis/${widgetGroup}` });
      assert.deepEqual(group.body.preferredVersion, {
        groupVersion: `${widgetGroup}/v1`,
        version: 'v1',
      });
      await eventually('its kinds are there', async () => {
        const { body } = await call({ path: `/apis/${widgetGroup}/v1` });
        const resources = (body.resources ?? []) as {
          name: string;
          kind: string;
          namespaced: boolean;
          shortNames?: string[];
        }[];
        const of = resources.find(({ name }) => name === 'widgets');
        const status = resources.find(({ name }) => name === 'widgets/status');
        return (
          of?.kind === 'Widget' &&
          of.namespaced &&
          of.shortNames?.[0] === 'wi' &&
          status !== undefined
        );
      });
    },
  },
  {
    name: 'the OpenAPI document of a group describes its kinds',
    async run({ call, eventually }) {
      await eventually('the document is there', async () => {
        const index = await call({ path: '/openapi/v3' });
        const paths = index.body.paths as Record<
          string,
          { serverRelativeURL: string }
        >;
        const url = paths[`apis/${widgetGroup}/v1`]?.serverRelativeURL;
        if (!url) return false;
        const { body } = await call({ path: url });
        const { schemas } = body.components as {
          schemas: Record<string, { properties?: { spec?: object } }>;
        };
        const reversed = widgetGroup.split('.').reverse().join('.');
        return Boolean(schemas[`${reversed}.v1.Widget`]?.properties?.spec);
      });
    },
  },
  {
    name: 'a path that leads nowhere is not found',
    async run({ call, namespace }) {
      for (const path of [
        '/apis/no.such.group/v1',
        `/apis/${widgetGroup}/v9/widgets`,
        `/apis/${widgetGroup}/v1/namespaces/${namespace}/gadgets`,
      ]) {
        const { code } = await call({ path });
        assert.equal(code, 404, path);
      }
    },
  },
  {
    name: 'one and the same Event is in two groups',
    async run({ call, namespace, name }) {
      const wanted = name();
      const made = await call({
        method: 'POST',
        path: `/apis/events.k8s.io/v1/namespaces/${namespace}/events`,
        body: {
          apiVersion: 'events.k8s.io/v1',
          kind: 'Event',
          metadata: { name: wanted },
          regarding: {
            apiVersion: `${widgetGroup}/v1`,
            kind: 'Widget',
            name: 'x',
            namespace,
          },
          reason: 'Tried',
          note: 'it was tried',
          type: 'Normal',
          action: 'Try',
          eventTime: '2026-01-02T03:04:05.000006Z',
          reportingController: 'conformance',
          reportingInstance: 'one',
        },
      });
      assert.equal(made.code, 201, made.text);
      assert.equal(made.body.note, 'it was tried');
      const core = await call({
        path: `/api/v1/namespaces/${namespace}/events?fieldSelector=involvedObject.kind%3DWidget,reason%3DTried`,
      });
      const [event] = core.body.items as Record<string, unknown>[];
      assert.equal(event.message, 'it was tried');
      assert.equal(event.reportingComponent, 'conformance');
      assert.equal((event.involvedObject as { name: string }).name, 'x');
    },
  },
  {
    name: 'built-in kinds have no generation where they have none in Kubernetes',
    async run({ call, namespace, name }) {
      const create = (plural: string, kind: string, more: object = {}) =>
        call({
          method: 'POST',
          path: `/api/v1/namespaces/${namespace}/${plural}`,
          body: { apiVersion: 'v1', kind, metadata: { name: name() }, ...more },
        });
      const map = await create('configmaps', 'ConfigMap');
      assert.equal(map.body.metadata.generation, undefined);
      const secret = await create('secrets', 'Secret', {
        stringData: { password: 'not so secret' },
      });
      assert.equal(secret.body.metadata.generation, undefined);
      assert.equal(secret.body.type, 'Opaque');
      assert.deepEqual(secret.body.data, {
        password: Buffer.from('not so secret').toString('base64'),
      });
      assert.equal(secret.body.stringData, undefined);
    },
  },
  {
    name: 'Pods can be selected by phase',
    async run({ call, namespace, name }) {
      const wanted = name();
      const pods = `/api/v1/namespaces/${namespace}/pods`;
      const made = await call({
        method: 'POST',
        path: pods,
        body: {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: wanted },
          spec: { containers: [{ name: 'main', image: 'none' }] },
        },
      });
      assert.equal(made.code, 201, made.text);
      assert.deepEqual(
        (made.body.status as { phase: string }).phase,
        'Pending',
      );
      const count = async (fieldSelector: string) => {
        const { body } = await call({
          path: `${pods}?${new URLSearchParams({ fieldSelector })}`,
        });
        return (body.items as unknown[]).length;
      };
      const of = `metadata.name=${wanted}`;
      assert.equal(await count(`${of},status.phase!=Succeeded`), 1);
      await call({
        method: 'PATCH',
        path: `${pods}/${wanted}/status`,
        type: 'application/merge-patch+json',
        body: { status: { phase: 'Succeeded' } },
      });
      assert.equal(await count(`${of},status.phase!=Succeeded`), 0);
    },
  },
];

import assert from 'node:assert/strict';
import type { KubeTarget } from '../../testing';
import type { Behaviour, ConformanceWorld } from '../types';
import { widgetGroup } from '../widgetDefinition';

const rbac = '/apis/rbac.authorization.k8s.io/v1';
const authorization = '/apis/authorization.k8s.io/v1';

/** Lets the users of a group do something to Widgets of the namespace. */
async function allow(
  { call, namespace, name }: ConformanceWorld,
  group: string,
  rule: object,
) {
  const role = name();
  for (const [plural, body] of [
    [
      'roles',
      {
        kind: 'Role',
        rules: [{ apiGroups: [widgetGroup], resources: ['widgets'], ...rule }],
      },
    ],
    [
      'rolebindings',
      {
        kind: 'RoleBinding',
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'Role',
          name: role,
        },
        subjects: [
          { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: group },
        ],
      },
    ],
  ] as const) {
    const { code, text } = await call({
      method: 'POST',
      path: `${rbac}/namespaces/${namespace}/${plural}`,
      body: {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        metadata: { name: role },
        ...body,
      },
    });
    assert.equal(code, 201, text);
  }
}

const as = (target: KubeTarget, user: string, ...groups: string[]) => ({
  ...target,
  headers: { 'Impersonate-User': user, 'Impersonate-Group': groups },
});

async function isAllowed(
  { call }: ConformanceWorld,
  target: KubeTarget,
  resourceAttributes: object,
): Promise<boolean> {
  const { code, body, text } = await call(
    {
      method: 'POST',
      path: `${authorization}/selfsubjectaccessreviews`,
      body: {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes },
      },
    },
    target,
  );
  assert.equal(code, 201, text);
  return (body.status as { allowed: boolean }).allowed;
}

/** @internal */
export const asking: Behaviour[] = [
  {
    name: 'a token that nobody has is unauthorized',
    async run({ call, admin, widgets }) {
      const { code, body } = await call(
        { path: widgets() },
        { ...admin, token: 'nobody' },
      );
      assert.equal(code, 401);
      assert.equal(body.reason, 'Unauthorized');
    },
  },
  {
    name: 'who shows no token may see the version, and nothing else',
    async run({ call, admin, widgets }) {
      const nobody = { ...admin, token: undefined };
      assert.equal((await call({ path: '/version' }, nobody)).code, 200);
      const { code, body } = await call({ path: widgets() }, nobody);
      assert.equal(code, 403);
      assert.match(String(body.message), /User "system:anonymous" cannot list/);
    },
  },
  {
    name: 'who may not is told what, in which words an administrator needs',
    async run({ call, jane, widgets, namespace }) {
      const list = await call({ path: widgets() }, jane);
      assert.equal(list.code, 403);
      assert.equal(list.body.reason, 'Forbidden');
      assert.equal(
        list.body.message,
        `widgets.${widgetGroup} is forbidden: User "jane" cannot list resource "widgets" in API group "${widgetGroup}" in the namespace "${namespace}"`,
      );
      const one = await call({ path: widgets('x') }, jane);
      assert.equal(
        one.body.message,
        `widgets.${widgetGroup} "x" is forbidden: User "jane" cannot get resource "widgets" in API group "${widgetGroup}" in the namespace "${namespace}"`,
      );
      const nodes = await call({ path: '/api/v1/namespaces' }, jane);
      assert.equal(
        nodes.body.message,
        'namespaces is forbidden: User "jane" cannot list resource "namespaces" in API group "" at the cluster scope',
      );
    },
  },
  {
    name: 'roles let a group do what they say, in their namespace',
    async run(world) {
      const { call, jane, widgets, eventually } = world;
      await allow(world, 'web', { verbs: ['list'] });
      await eventually('jane may list', async () => {
        const { code } = await call({ path: widgets() }, jane);
        return code === 200;
      });
      assert.equal((await call({ path: widgets('x') }, jane)).code, 403);
      const elsewhere = await call(
        { path: `/apis/${widgetGroup}/v1/namespaces/default/widgets` },
        jane,
      );
      assert.equal(elsewhere.code, 403);
    },
  },
  {
    name: 'roles may be for some names only',
    async run(world) {
      const { admin, eventually, namespace } = world;
      await allow(world, 'namers', { verbs: ['get'], resourceNames: ['one'] });
      const joe = as(admin, 'joe', 'namers');
      const may = (name: string) =>
        isAllowed(world, joe, {
          verb: 'get',
          group: widgetGroup,
          resource: 'widgets',
          namespace,
          name,
        });
      await eventually('joe may get one', () => may('one'));
      assert.equal(await may('two'), false);
    },
  },
  {
    name: 'one may ask what one may do',
    async run(world) {
      const { jane, admin, namespace } = world;
      const question = {
        verb: 'delete',
        group: widgetGroup,
        resource: 'widgets',
        namespace,
      };
      assert.equal(await isAllowed(world, jane, question), false);
      assert.equal(await isAllowed(world, admin, question), true);
    },
  },
  {
    name: 'one may ask what another may do',
    async run({ call, namespace }) {
      const ask = async (groups: string[]) => {
        const { body } = await call({
          method: 'POST',
          path: `${authorization}/subjectaccessreviews`,
          body: {
            apiVersion: 'authorization.k8s.io/v1',
            kind: 'SubjectAccessReview',
            spec: {
              user: 'joe',
              groups,
              resourceAttributes: {
                verb: 'delete',
                group: widgetGroup,
                resource: 'widgets',
                namespace,
              },
            },
          },
        });
        return (body.status as { allowed: boolean }).allowed;
      };
      assert.equal(await ask(['nobody']), false);
      assert.equal(await ask(['system:masters']), true);
    },
  },
  {
    name: 'one may ask who one is, also as somebody else',
    async run({ call, admin, jane }) {
      const ask = async (target: KubeTarget) => {
        const { code, body, text } = await call(
          {
            method: 'POST',
            path: '/apis/authentication.k8s.io/v1/selfsubjectreviews',
            body: {
              apiVersion: 'authentication.k8s.io/v1',
              kind: 'SelfSubjectReview',
            },
          },
          target,
        );
        assert.equal(code, 201, text);
        const { userInfo } = body.status as {
          userInfo: { username: string; groups: string[] };
        };
        return [userInfo.username, ...userInfo.groups.sort()];
      };
      assert.deepEqual(await ask(jane), [
        'jane',
        'system:authenticated',
        'web',
      ]);
      assert.deepEqual(await ask(as(admin, 'joe', 'data', 'ops')), [
        'joe',
        'data',
        'ops',
        'system:authenticated',
      ]);
    },
  },
  {
    name: 'acting as somebody else is to have their rights, and takes a right of its own',
    async run({ call, admin, jane, widgets }) {
      const joe = await call({ path: widgets() }, as(admin, 'joe', 'nobody'));
      assert.equal(joe.code, 403);
      assert.match(String(joe.body.message), /User "joe" cannot list/);
      const master = await call(
        { path: widgets() },
        as(admin, 'joe', 'system:masters'),
      );
      assert.equal(master.code, 200);
      const { code, body } = await call(
        { path: widgets() },
        as(jane, 'admin', 'system:masters'),
      );
      assert.equal(code, 403);
      assert.match(
        String(body.message),
        /^users "admin" is forbidden: User "jane" cannot impersonate resource "users" in API group "" at the cluster scope$/,
      );
    },
  },
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

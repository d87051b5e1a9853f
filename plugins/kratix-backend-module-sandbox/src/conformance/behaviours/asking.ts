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
    name: 'one may ask for all that one may do: in a namespace, and everywhere by one that is not there',
    async run(world) {
      const { call, admin, namespace, eventually } = world;
      await allow(world, 'askers', { verbs: ['list', 'watch'] });
      const jim = as(admin, 'jim', 'askers');
      const rulesIn = async (target: KubeTarget, where?: string) => {
        const { code, body, text } = await call(
          {
            method: 'POST',
            path: `${authorization}/selfsubjectrulesreviews`,
            body: {
              apiVersion: 'authorization.k8s.io/v1',
              kind: 'SelfSubjectRulesReview',
              spec: where === undefined ? {} : { namespace: where },
            },
          },
          target,
        );
        if (where === undefined) {
          assert.equal(code, 400);
          return [];
        }
        assert.equal(code, 201, text);
        const { resourceRules, incomplete } = body.status as {
          resourceRules: { verbs: string[]; apiGroups: string[] }[];
          incomplete: boolean;
        };
        assert.equal(incomplete, false);
        return resourceRules;
      };
      const ofWidgets = (rules: { verbs: string[]; apiGroups: string[] }[]) =>
        rules.filter(({ apiGroups }) => apiGroups.includes(widgetGroup));
      await eventually('jim may list here', async () => {
        const [rule] = ofWidgets(await rulesIn(jim, namespace));
        return rule?.verbs.join() === 'list,watch';
      });
      const nowhere = 'there-is-no-such-namespace';
      assert.deepEqual(ofWidgets(await rulesIn(jim, nowhere)), []);
      const [rule] = (await rulesIn(admin, nowhere)).filter(
        ({ apiGroups }) => apiGroups[0] === '*',
      );
      assert.deepEqual(rule.verbs, ['*']);
      await rulesIn(jim);
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
];

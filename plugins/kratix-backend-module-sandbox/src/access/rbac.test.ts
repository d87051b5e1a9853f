import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { isAllowed, refusalText, rulesOf, type RbacObjects } from './rbac';
import type { AccessRule, User } from './types';

const jane: User = { name: 'jane', groups: ['web'] };
const promises = {
  verb: 'list',
  group: 'platform.kratix.io',
  resource: 'promises',
};

function role(
  name: string,
  rules: AccessRule[],
  namespace?: string,
): KubeObject {
  return { metadata: { name, ...(namespace && { namespace }) }, rules };
}

function binding(
  roleRef: object,
  subject: object,
  namespace?: string,
): KubeObject {
  return {
    metadata: { name: 'b', ...(namespace && { namespace }) },
    roleRef,
    subjects: [subject],
  };
}

const none: RbacObjects = {
  clusterRoles: [],
  clusterRoleBindings: [],
  roles: [],
  roleBindings: [],
};
const all: AccessRule = { verbs: ['*'], apiGroups: ['*'], resources: ['*'] };

describe('rulesOf', () => {
  const asClusterRole = { kind: 'ClusterRole', name: 'all' };
  const asRole = { kind: 'Role', name: 'all' };

  it.each([
    ['nobody bound', none, undefined, 0],
    [
      'a user everywhere',
      {
        ...none,
        clusterRoles: [role('all', [all])],
        clusterRoleBindings: [
          binding(asClusterRole, { kind: 'User', name: 'jane' }),
        ],
      },
      undefined,
      1,
    ],
    [
      'a group everywhere',
      {
        ...none,
        clusterRoles: [role('all', [all])],
        clusterRoleBindings: [
          binding(asClusterRole, { kind: 'Group', name: 'web' }),
        ],
      },
      undefined,
      1,
    ],
    [
      'another user',
      {
        ...none,
        clusterRoles: [role('all', [all])],
        clusterRoleBindings: [
          binding(asClusterRole, { kind: 'User', name: 'joe' }),
        ],
      },
      undefined,
      0,
    ],
    [
      'a cluster role in one namespace, asked there',
      {
        ...none,
        clusterRoles: [role('all', [all])],
        roleBindings: [
          binding(asClusterRole, { kind: 'Group', name: 'web' }, 'team'),
        ],
      },
      'team',
      1,
    ],
    [
      'a cluster role in one namespace, asked elsewhere',
      {
        ...none,
        clusterRoles: [role('all', [all])],
        roleBindings: [
          binding(asClusterRole, { kind: 'Group', name: 'web' }, 'team'),
        ],
      },
      'other',
      0,
    ],
    [
      'a role of another namespace with the same name',
      {
        ...none,
        roles: [role('all', [all], 'other')],
        roleBindings: [binding(asRole, { kind: 'User', name: 'jane' }, 'team')],
      },
      'team',
      0,
    ],
  ] as [string, RbacObjects, string | undefined, number][])(
    '%s',
    (_situation, objects, namespace, count) => {
      expect(rulesOf(jane, objects, namespace)).toHaveLength(count);
    },
  );

  it('knows service accounts by namespace and name', () => {
    const bob: User = { name: 'system:serviceaccount:team:bob', groups: [] };
    const objects = {
      ...none,
      clusterRoles: [role('all', [all])],
      clusterRoleBindings: [
        binding(asClusterRole, {
          kind: 'ServiceAccount',
          name: 'bob',
          namespace: 'team',
        }),
      ],
    };
    expect(rulesOf(bob, objects)).toHaveLength(1);
    expect(rulesOf({ ...bob, name: 'bob' }, objects)).toEqual([]);
  });
});

describe('isAllowed', () => {
  it.each([
    ['everything', all, promises, true],
    ['another verb', { ...all, verbs: ['get'] }, promises, false],
    ['another group', { ...all, apiGroups: [''] }, promises, false],
    ['another kind', { ...all, resources: ['works'] }, promises, false],
    [
      'a kind without its subresource',
      { ...all, resources: ['pods'] },
      { verb: 'get', group: '', resource: 'pods/log' },
      false,
    ],
    [
      'a subresource by name',
      { ...all, resources: ['pods/log'] },
      { verb: 'get', group: '', resource: 'pods/log' },
      true,
    ],
    [
      'a subresource of any kind',
      { ...all, resources: ['*/status'] },
      { ...promises, resource: 'promises/status' },
      true,
    ],
    [
      'one name, and no name',
      { ...all, resourceNames: ['redis'] },
      promises,
      false,
    ],
    [
      'one name, and that name',
      { ...all, resourceNames: ['redis'] },
      { ...promises, name: 'redis' },
      true,
    ],
    [
      'a path below',
      { verbs: ['get'], nonResourceURLs: ['/apis/*'] },
      { verb: 'get', path: '/apis/batch' },
      true,
    ],
    [
      'a path beside',
      { verbs: ['get'], nonResourceURLs: ['/apis/*'] },
      { verb: 'get', path: '/version' },
      false,
    ],
    ['a path, with a rule about kinds', all, { verb: 'get', path: '/' }, false],
  ])('%s', (_situation, rule, attributes, expected) => {
    expect(isAllowed(attributes, [rule])).toBe(expected);
  });

  it('says what is refused', () => {
    expect(refusalText(jane, { ...promises, namespace: 'team' })).toBe(
      'User "jane" cannot list resource "promises" in API group "platform.kratix.io" in the namespace "team"',
    );
    expect(refusalText(jane, { verb: 'get', path: '/metrics' })).toBe(
      'User "jane" cannot get path "/metrics"',
    );
  });
});

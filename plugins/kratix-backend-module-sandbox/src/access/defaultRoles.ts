import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { AccessRule } from './types';

const apiVersion = 'rbac.authorization.k8s.io/v1';
const apiGroup = 'rbac.authorization.k8s.io';

function clusterRole(name: string, rules: AccessRule[]): KubeObject {
  return { apiVersion, kind: 'ClusterRole', metadata: { name }, rules };
}

function toGroup(role: string, ...groups: string[]): KubeObject {
  return {
    apiVersion,
    kind: 'ClusterRoleBinding',
    metadata: { name: role },
    roleRef: { apiGroup, kind: 'ClusterRole', name: role },
    subjects: groups.map(name => ({ apiGroup, kind: 'Group', name })),
  };
}

const publicPaths = ['/healthz', '/livez', '/readyz', '/version', '/version/'];

/**
 * The roles and bindings that every cluster begins with, as far as we need
 * them: discovery for all who are signed in, everything for administrators.
 *
 * @internal
 */
export const defaultRoles: KubeObject[] = [
  clusterRole('cluster-admin', [
    { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
    { verbs: ['*'], nonResourceURLs: ['*'] },
  ]),
  toGroup('cluster-admin', 'system:masters'),
  clusterRole('system:discovery', [
    {
      verbs: ['get'],
      nonResourceURLs: [
        ...publicPaths,
        '/api',
        '/api/*',
        '/apis',
        '/apis/*',
        '/openapi',
        '/openapi/*',
      ],
    },
  ]),
  toGroup('system:discovery', 'system:authenticated'),
  clusterRole('system:basic-user', [
    {
      verbs: ['create'],
      apiGroups: ['authorization.k8s.io'],
      resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
    },
    {
      verbs: ['create'],
      apiGroups: ['authentication.k8s.io'],
      resources: ['selfsubjectreviews'],
    },
  ]),
  toGroup('system:basic-user', 'system:authenticated'),
  clusterRole('system:public-info-viewer', [
    { verbs: ['get'], nonResourceURLs: publicPaths },
  ]),
  toGroup(
    'system:public-info-viewer',
    'system:authenticated',
    'system:unauthenticated',
  ),
];

import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';

const namespace = 'kratix-platform-system';
const name = 'kratix-portal';
const apiVersion = 'rbac.authorization.k8s.io/v1';
const apiGroup = 'rbac.authorization.k8s.io';

/** Who the portal is when it fills its cache. @public */
export const portalUserName = `system:serviceaccount:${namespace}:${name}`;

/**
 * The namespace of Kratix, and what a portal needs in a cluster: a service
 * account that may read, write for people, and act as them. Groups of Promise
 * APIs are not known beforehand, hence all of them.
 *
 * @internal
 */
export const portalRole: KubeObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } },
  {
    apiVersion,
    kind: 'ClusterRole',
    metadata: { name },
    rules: [
      { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
      {
        apiGroups: [''],
        resources: ['users', 'groups', 'serviceaccounts'],
        verbs: ['impersonate'],
      },
    ],
  },
  {
    apiVersion,
    kind: 'ClusterRoleBinding',
    metadata: { name },
    roleRef: { apiGroup, kind: 'ClusterRole', name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
  },
];

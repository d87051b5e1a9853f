import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { AccessAttributes, AccessRule, User } from './types';

/**
 * The rules that apply, from the roles and bindings there are.
 *
 * @internal
 */
export interface RbacObjects {
  clusterRoles: KubeObject[];
  clusterRoleBindings: KubeObject[];
  roles: KubeObject[];
  roleBindings: KubeObject[];
}

interface Subject {
  kind?: string;
  name?: string;
  namespace?: string;
}

const everything = 'system:masters';

function listOf<T>(value: unknown): T[] {
  return Array.isArray(value) ? value : [];
}

function isAbout(user: User, binding: KubeObject): boolean {
  return listOf<Subject>(binding.subjects).some(
    ({ kind, name, namespace = binding.metadata.namespace }) => {
      if (kind === 'Group') return user.groups.includes(name ?? '');
      return kind === 'ServiceAccount'
        ? user.name === `system:serviceaccount:${namespace}:${name}`
        : kind === 'User' && user.name === name;
    },
  );
}

function roleRef({ roleRef: reference }: KubeObject) {
  return (reference ?? {}) as { kind?: string; name?: string };
}

/**
 * The rules that a user has everywhere and, with a namespace, in there.
 *
 * @internal
 */
export function rulesOf(
  user: User,
  objects: RbacObjects,
  namespace?: string,
): AccessRule[] {
  if (user.groups.includes(everything)) {
    return [
      { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
      { verbs: ['*'], nonResourceURLs: ['*'] },
    ];
  }
  const rules = (roles: KubeObject[], name?: string, within?: string) =>
    roles
      .filter(
        ({ metadata }) =>
          metadata.name === name && metadata.namespace === within,
      )
      .flatMap(role => listOf<AccessRule>(role.rules));
  const everywhere = objects.clusterRoleBindings
    .filter(binding => isAbout(user, binding))
    .flatMap(binding => rules(objects.clusterRoles, roleRef(binding).name));
  const here = objects.roleBindings
    .filter(
      binding =>
        binding.metadata.namespace === namespace && isAbout(user, binding),
    )
    .flatMap(binding => {
      const { kind, name } = roleRef(binding);
      return kind === 'ClusterRole'
        ? rules(objects.clusterRoles, name)
        : rules(objects.roles, name, namespace);
    });
  return [...everywhere, ...(namespace ? here : [])];
}

const includes = (list: string[] = [], value: string) =>
  list.includes('*') || list.includes(value);

function allowsResource(list: string[] = [], resource: string) {
  const [, subresource] = resource.split('/');
  return (
    includes(list, resource) ||
    (subresource !== undefined && list.includes(`*/${subresource}`))
  );
}

function allowsPath(list: string[] = [], path: string) {
  return list.some(
    one =>
      one === '*' ||
      one === path ||
      (one.endsWith('*') && path.startsWith(one.slice(0, -1))),
  );
}

/** Whether one of the rules lets it be done. @internal */
export function isAllowed(
  attributes: AccessAttributes,
  rules: AccessRule[],
): boolean {
  return rules.some(rule => {
    if (!includes(rule.verbs, attributes.verb)) return false;
    if ('path' in attributes) {
      return allowsPath(rule.nonResourceURLs, attributes.path);
    }
    const { resourceNames = [] } = rule;
    return (
      includes(rule.apiGroups, attributes.group) &&
      allowsResource(rule.resources, attributes.resource) &&
      (resourceNames.length === 0 ||
        resourceNames.includes(attributes.name ?? ''))
    );
  });
}

/**
 * A refusal's text, as an API server words it.
 *
 * @internal
 */
export function refusalText(user: User, attributes: AccessAttributes): string {
  const who = `User ${JSON.stringify(user.name)} cannot ${attributes.verb}`;
  if ('path' in attributes) {
    return `${who} path ${JSON.stringify(attributes.path)}`;
  }
  const { resource, group, namespace } = attributes;
  const where = namespace
    ? `in the namespace ${JSON.stringify(namespace)}`
    : 'at the cluster scope';
  return `${who} resource ${JSON.stringify(
    resource,
  )} in API group ${JSON.stringify(group)} ${where}`;
}

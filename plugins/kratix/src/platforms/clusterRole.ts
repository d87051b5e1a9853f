import type { PlatformView } from '@kratix-portal/backstage-plugin-kratix-common';

/** The role that lets the portal read the kinds it is refused now; YAML. Pure. @internal */
export function clusterRoleFor(
  kinds: Pick<PlatformView['kinds'][number], 'group' | 'plural' | 'state'>[],
): string | undefined {
  const groups = new Map<string, string[]>();
  for (const { group, plural, state } of kinds) {
    if (state !== 'forbidden') continue;
    groups.set(group, [...(groups.get(group) ?? []), plural].sort());
  }
  if (groups.size === 0) return undefined;
  const rules = Array.from(groups, ([group, plurals]) =>
    [
      `  - apiGroups: ['${group}']`,
      `    resources: [${plurals.map(plural => `'${plural}'`).join(', ')}]`,
      "    verbs: ['get', 'list', 'watch']",
    ].join('\n'),
  );
  return [
    'apiVersion: rbac.authorization.k8s.io/v1',
    'kind: ClusterRole',
    'metadata:',
    '  name: kratix-portal-read',
    'rules:',
    ...rules,
    '',
  ].join('\n');
}

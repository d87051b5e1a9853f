import { teamNamespaces } from './teamNamespaces';

const annotationPrefix = 'px/';
const group = (name: string, namespaces?: string) => ({
  kind: 'Group',
  metadata: {
    name,
    ...(namespaces && { annotations: { 'px/namespaces': namespaces } }),
  },
});
const groups = [group('Web', 'shop, search'), group('data', 'reports,shop')];

it.each([
  ['its name', { from: 'name' as const }, ['web'], 'web', 'group:default/web'],
  [
    'an annotation, the first ref winning',
    { from: 'annotation' as const },
    ['shop', 'search'],
    'shop',
    'group:default/data',
  ],
  [
    'one for all, which tells no owner',
    { from: 'fixed' as const, namespace: 'all' },
    ['all'],
    'all',
    undefined,
  ],
])(
  'a team’s namespaces by %s',
  (_rule, namespaces, ofWeb, namespace, owner) => {
    const teams = teamNamespaces(groups, { annotationPrefix, namespaces });
    expect(teams.namespacesOf('group:default/web')).toEqual(ofWeb);
    expect(teams.ownerOf(namespace)).toBe(owner);
  },
);

it('knows nothing of a team that is not there', () => {
  const teams = teamNamespaces(groups, {
    annotationPrefix,
    namespaces: { from: 'name' },
  });
  expect(teams.namespacesOf('group:default/ghost')).toEqual([]);
  expect(teams.ownerOf('ghost')).toBeUndefined();
});

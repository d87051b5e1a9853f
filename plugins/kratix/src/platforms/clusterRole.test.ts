import { parse } from 'yaml';
import { clusterRoleFor } from './clusterRole';

const watched = { group: 'g', plural: 'ones', state: 'watching' } as const;

it('grants what is refused and nothing else', () => {
  const role = clusterRoleFor([
    watched,
    { group: 'a.example.com', plural: 'two', state: 'forbidden' },
    { group: 'a.example.com', plural: 'one', state: 'forbidden' },
    { group: '', plural: 'events', state: 'forbidden' },
    { group: 'b.example.com', plural: 'away', state: 'absent' },
  ]);
  expect(parse(role ?? '')).toMatchObject({
    kind: 'ClusterRole',
    rules: [
      {
        apiGroups: ['a.example.com'],
        resources: ['one', 'two'],
        verbs: ['get', 'list', 'watch'],
      },
      { apiGroups: [''], resources: ['events'] },
    ],
  });
});

it('is not offered where nothing is refused', () => {
  expect(clusterRoleFor([watched])).toBeUndefined();
});

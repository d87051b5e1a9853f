import { choosePlace } from './places';

const places = [
  { owner: 'group:default/none', namespaces: [] },
  {
    owner: 'group:default/payments',
    namespaces: [
      { name: 'gone', allowed: false, reason: 'missing' as const },
      { name: 'payments', allowed: true },
      { name: 'payments-dev', allowed: true },
    ],
  },
  {
    owner: 'group:default/data',
    namespaces: [{ name: 'data', allowed: true }],
  },
];

it.each([
  ['nothing: the first that is open', {}, 'payments', 'payments'],
  ['a team', { team: 'group:default/data' }, 'data', 'data'],
  ['a namespace', { namespace: 'data' }, 'data', 'data'],
  [
    'a second namespace',
    { namespace: 'payments-dev' },
    'payments',
    'payments-dev',
  ],
  [
    'a team without any',
    { team: 'group:default/none' },
    'payments',
    'payments',
  ],
  ['a closed namespace', { namespace: 'gone' }, 'payments', 'payments'],
  ['a team of others', { team: 'group:default/x' }, 'payments', 'payments'],
])('wanted is %s', (_what, wanted, team, namespace) => {
  expect(choosePlace(places, wanted)).toEqual({
    team: `group:default/${team}`,
    namespace,
  });
});

it('nowhere is open', () => {
  expect(choosePlace(places.slice(0, 1))).toBeUndefined();
});

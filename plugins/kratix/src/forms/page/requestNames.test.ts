import { freeName, nameProblem, nearestName } from './requestNames';

it.each([
  ['orders-db', undefined],
  ['1', undefined],
  ['', 'missing'],
  ['Orders', 'upper'],
  ['orders db', 'characters'],
  ['orders.db', 'characters'],
  ['bücher', 'characters'],
  ['-orders', 'start'],
  ['orders-', 'end'],
  ['a'.repeat(63), undefined],
  ['a'.repeat(64), 'long'],
] as const)('%s: %s', (name, problem) => {
  expect(nameProblem(name)).toBe(problem);
});

it.each([
  ['a name nobody has', 'orders', [], 'orders'],
  ['taken', 'orders', ['orders'], 'orders-2'],
  ['taken twice', 'orders', ['orders', 'orders-2'], 'orders-3'],
  ['counts on', 'orders-9', ['orders-9'], 'orders-10'],
  ['a name that is none', 'Orders DB!', [], 'orders-db'],
  ['nothing of a name', '???', [], 'request'],
  [
    'as long as may be',
    'a'.repeat(63),
    ['a'.repeat(63)],
    `${'a'.repeat(61)}-2`,
  ],
])('suggests a free name: %s', (_what, wanted, taken, free) => {
  const suggestion = freeName(wanted, new Set(taken));
  expect(suggestion).toBe(free);
  expect(nameProblem(suggestion)).toBeUndefined();
});

it('the nearest name is one, or nothing', () => {
  expect(nearestName('--Ünder_score--')).toBe('nder-score');
  expect(nearestName('!')).toBe('');
});

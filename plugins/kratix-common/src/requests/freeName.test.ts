import { freeNameLike } from './freeName';

it.each([
  ['a plain name gets a number', 'cache', [], 'cache-2'],
  ['a number goes up', 'cache-2', [], 'cache-3'],
  ['what is taken too is left out', 'cache', ['cache-2', 'cache-3'], 'cache-4'],
  ['a number of many digits is a name', 'a-20261122', [], 'a-20261122-2'],
  [
    'the longest name stays within 63',
    'a'.repeat(63),
    [],
    `${'a'.repeat(61)}-2`,
  ],
  ['no cut ends in a dash', `${'a'.repeat(60)}-bc`, [], `${'a'.repeat(60)}-2`],
  ['a number alone is a name', '7', [], '7-2'],
])('%s', (_situation, name, taken, expected) => {
  expect(freeNameLike(name, one => taken.some(two => two === one))).toBe(
    expected,
  );
});

it('gives up rather than search for ever', () => {
  expect(freeNameLike('cache', () => true)).toBeUndefined();
});

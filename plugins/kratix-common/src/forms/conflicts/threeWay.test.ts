import { threeWay, type ConflictChoice } from './threeWay';

const absent = undefined;

describe('what only one of two people changed is kept', () => {
  it.each([
    ['nobody changed anything', { a: 1 }, { a: 1 }, { a: 1 }, { a: 1 }],
    ['only I', { a: 1 }, { a: 2 }, { a: 1 }, { a: 2 }],
    ['only they', { a: 1 }, { a: 1 }, { a: 3 }, { a: 3 }],
    ['both alike', { a: 1 }, { a: 2 }, { a: 2 }, { a: 2 }],
    [
      'different fields',
      { a: 1, b: 1 },
      { a: 2, b: 1 },
      { a: 1, b: 3 },
      { a: 2, b: 3 },
    ],
    ['they added a field', { a: 1 }, { a: 2 }, { a: 1, b: 1 }, { a: 2, b: 1 }],
    [
      'they took a field away',
      { a: 1, b: 1 },
      { a: 2, b: 1 },
      { a: 1 },
      { a: 2 },
    ],
    ['I took it away', { a: 1, b: 1 }, { a: 1 }, { a: 3, b: 1 }, { a: 3 }],
    [
      'both added an object, with different fields',
      {},
      { o: { a: 1 } },
      { o: { b: 2 } },
      { o: { a: 1, b: 2 } },
    ],
    [
      'different items of a list that kept its length',
      { l: [{ n: 1 }, { n: 2 }] },
      { l: [{ n: 9 }, { n: 2 }] },
      { l: [{ n: 1 }, { n: 8 }] },
      { l: [{ n: 9 }, { n: 8 }] },
    ],
    [
      'numbers that differ beyond 2^53',
      { n: 9007199254740993n, m: 1 },
      { n: 9007199254740993n, m: 2 },
      { n: 9007199254740995n, m: 1 },
      { n: 9007199254740995n, m: 2 },
    ],
    [
      'null is a value, absent is none',
      { a: null, b: 1 },
      { a: null, b: 2 },
      { b: 1 },
      { b: 2 },
    ],
  ])('%s', (_situation, base, mine, theirs, merged) => {
    expect(threeWay({ base, mine, theirs })).toEqual({ merged, conflicts: [] });
  });
});

describe('what both changed differently is told, with all three values', () => {
  it.each([
    ['a value', { a: 1 }, { a: 2 }, { a: 3 }, ['a'], [1, 2, 3]],
    [
      'mine changed, theirs gone',
      { a: 1 },
      { a: 2 },
      {},
      ['a'],
      [1, 2, absent],
    ],
    [
      'mine gone, theirs changed',
      { a: 1 },
      {},
      { a: 3 },
      ['a'],
      [1, absent, 3],
    ],
    ['both added', {}, { a: 2 }, { a: 3 }, ['a'], [absent, 2, 3]],
    [
      'deep down',
      { o: { p: { q: 'x' } } },
      { o: { p: { q: 'y' } } },
      { o: { p: { q: 'z' } } },
      ['o', 'p', 'q'],
      ['x', 'y', 'z'],
    ],
    [
      'lists of another length, as wholes',
      { l: [1] },
      { l: [1, 2] },
      { l: [1, 3] },
      ['l'],
      [[1], [1, 2], [1, 3]],
    ],
    [
      'an object against a text',
      { a: {} },
      { a: { b: 1 } },
      { a: 'text' },
      ['a'],
      [{}, { b: 1 }, 'text'],
    ],
  ])('%s', (_situation, base, mine, theirs, path, values) => {
    const [was, my, their] = values;
    expect(threeWay({ base, mine, theirs }).conflicts).toEqual([
      { path, base: was, mine: my, theirs: their },
    ]);
  });
});

it.each<[ConflictChoice, object]>([
  ['mine', { a: 2, b: 5 }],
  ['theirs', { b: 5 }],
  ['base', { a: 1, b: 5 }],
])('the choice %s is what the merge holds', (choice, merged) => {
  const versions = {
    base: { a: 1, b: 4 },
    mine: { a: 2, b: 4 },
    theirs: { b: 5 },
  };
  expect(threeWay(versions, () => choice).merged).toEqual(merged);
});

it('names of the prototype are fields like any other', () => {
  const parse = (text: string): unknown => JSON.parse(text);
  const { merged, conflicts } = threeWay({
    base: parse('{"__proto__": {"a": 1}, "constructor": 1}'),
    mine: parse('{"__proto__": {"a": 2}, "constructor": 1}'),
    theirs: parse('{"__proto__": {"a": 1}, "constructor": 2}'),
  });
  expect(conflicts).toEqual([]);
  expect(JSON.stringify(merged)).toBe('{"__proto__":{"a":2},"constructor":2}');
});

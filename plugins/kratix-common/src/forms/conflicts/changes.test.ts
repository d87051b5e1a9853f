import { applyPatch } from 'fast-json-patch';
import { changesBetween, patchOfChanges, sameValue, fieldAt } from './changes';

const cases: [string, object, object, object[]][] = [
  ['nothing', { a: 1 }, { a: 1 }, []],
  ['the order of names alone', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  [
    'a value',
    { spec: { size: 'small', n: 1 } },
    { spec: { size: 'large', n: 1 } },
    [{ op: 'replace', path: '/spec/size', value: 'large' }],
  ],
  [
    'a field that was not there, even empty',
    { spec: {} },
    { spec: { labels: {} } },
    [{ op: 'add', path: '/spec/labels', value: {} }],
  ],
  [
    'null where nothing was',
    { spec: {} },
    { spec: { at: null } },
    [{ op: 'add', path: '/spec/at', value: null }],
  ],
  [
    'a field taken away',
    { spec: { at: null } },
    { spec: {} },
    [{ op: 'remove', path: '/spec/at' }],
  ],
  [
    'an item of a list that kept its length',
    { l: [{ a: 1 }, { a: 2 }] },
    { l: [{ a: 1 }, { a: 3 }] },
    [{ op: 'replace', path: '/l/1/a', value: 3 }],
  ],
  [
    'an item at the end of a list',
    { l: [{ p: 'hidden' }] },
    { l: [{ p: 'hidden' }, { a: 2 }] },
    [{ op: 'add', path: '/l/1', value: { a: 2 } }],
  ],
  [
    'an item between others',
    { l: [1, 3] },
    { l: [1, 2, 3] },
    [{ op: 'add', path: '/l/1', value: 2 }],
  ],
  [
    'items taken away',
    { l: [1, 2, 3, 4] },
    { l: [1, 4] },
    [
      { op: 'remove', path: '/l/2' },
      { op: 'remove', path: '/l/1' },
    ],
  ],
  [
    'an item for two others',
    { l: [1, 2, 3, 4] },
    { l: [1, 9, 4] },
    [
      { op: 'remove', path: '/l/2' },
      { op: 'remove', path: '/l/1' },
      { op: 'add', path: '/l/1', value: 9 },
    ],
  ],
  [
    'a list that was empty',
    { l: [] },
    { l: [1] },
    [{ op: 'add', path: '/l/0', value: 1 }],
  ],
  [
    'names that a pointer has to escape',
    { 'a/b~c': 1 },
    { 'a/b~c': 2 },
    [{ op: 'replace', path: '/a~1b~0c', value: 2 }],
  ],
];

it.each(cases)(
  'a patch says what changed: %s',
  (_what, before, after, patch) => {
    const made = patchOfChanges(changesBetween(before, after));
    expect(made).toEqual(patch);
    const copy = JSON.parse(JSON.stringify(before));
    expect(applyPatch(copy, patch as typeof made).newDocument).toEqual(after);
  },
);

it('the last digit of a number beyond 2^53 is a change', () => {
  expect(
    changesBetween({ n: 9007199254740993n }, { n: 9007199254740992n }),
  ).toEqual([
    { path: ['n'], before: 9007199254740993n, after: 9007199254740992n },
  ]);
});

it.each([
  [1, 1n, true],
  ['1', 1n, false],
  [1, '1', false],
  [null, undefined, false],
  [[], {}, false],
  [{ a: undefined }, {}, false],
] as const)('is %p the same as %p? %p', (one, other, same) => {
  expect(sameValue(one, other)).toBe(same);
  expect(sameValue(other, one)).toBe(same);
});

it('a path leads to its value, never to what is inherited', () => {
  expect(fieldAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1);
  expect(fieldAt({}, ['constructor', 'name'])).toBeUndefined();
});

it('a list that is another altogether is sent as a whole', () => {
  const before = { l: Array.from({ length: 60 }, (_none, index) => index) };
  const after = { l: ['none'] };
  expect(patchOfChanges(changesBetween(before, after))).toEqual([
    { op: 'replace', path: '/l', value: ['none'] },
  ]);
});

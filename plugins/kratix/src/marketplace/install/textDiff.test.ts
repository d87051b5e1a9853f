import { textDiff } from './textDiff';

const lines = (...numbers: number[]) => numbers.map(n => `${n}\n`).join('');
const shown = (before: string, after: string) =>
  textDiff(before, after).map(row =>
    row.kind === 'folded' ? `(${row.count})` : `${row.kind[0]}${row.text}`,
  );

it.each([
  ['nothing', '', '', []],
  ['the same', 'a\nb\n', 'a\nb', []],
  ['a changed line', 'a\nb\n', 'a\nc\n', ['sa', 'rb', 'ac']],
  ['a new text', '', 'a\nb\n', ['aa', 'ab']],
  ['an empty line', 'a\nb\n', 'a\n\nb\n', ['sa', 'a', 'sb']],
  ['a text that is gone', 'a\n', '', ['ra']],
])('%s', (_what, before, after, rows) => {
  expect(shown(before, after)).toEqual(rows);
});

it('folds what is far from a change', () => {
  const before = lines(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  expect(shown(before, `${before}new\n`)).toEqual([
    '(7)',
    's8',
    's9',
    's10',
    'anew',
  ]);
  expect(shown(before, `new\n${before}`)).toEqual([
    'anew',
    's1',
    's2',
    's3',
    '(7)',
  ]);
});

it('does not fold a single line', () => {
  const before = lines(1, 2, 3, 4);
  expect(shown(before, `${before}new\n`)).not.toContain('(1)');
});

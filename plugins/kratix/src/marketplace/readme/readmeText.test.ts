import { readmeText } from './readmeText';

it.each([
  ['nothing', ''],
  ['prose', '# Redis\n\nA [store](x) of *your* own.\n'],
  ['a row of badges', '[![a](b)](c) '.repeat(30)],
  ['a table of contents', '- [One](#one)\n'.repeat(300)],
  [
    'a long table',
    `| a | b | c |\n|---|---|---|\n${'| 1 | 2 | 3 |\n'.repeat(500)}`,
  ],
  ['a rule of many dashes', `Title\n${'-'.repeat(80)}\n`],
  ['quotes and lists in each other', '> - > 1. a\n'],
])('%s is drawn as Markdown, whole', (_what, markdown) => {
  expect(readmeText(markdown)).toEqual({
    text: markdown,
    isCut: false,
    isPlain: false,
  });
});

it.each([
  ['quotes in quotes', '>'.repeat(5_000)],
  ['quotes with spaces', '> '.repeat(5_000)],
  ['lists in lists', '- '.repeat(500)],
  ['numbered lists in lists', '1. '.repeat(500)],
  ['brackets without end', '['.repeat(5_000)],
  ['images without end', '!['.repeat(5_000)],
  ['definitions without end', '[a]: b\n'.repeat(5_000)],
  ['what is struck through', '~~a'.repeat(5_000)],
  ['a table of a thousand columns', `${'|a'.repeat(1_000)}\n`.repeat(5)],
])('%s is shown letter by letter', (_what, markdown) => {
  expect(readmeText(markdown).isPlain).toBe(true);
});

it('is cut where it has no end', () => {
  const { text, isCut } = readmeText('a word '.repeat(20_000));
  expect(isCut).toBe(true);
  expect(text).toHaveLength(60_000);
});

import { toCsv } from './csv';

it.each([
  ['plain cells', [['a', 'b']], 'a,b'],
  ['a comma', [['a,b']], '"a,b"'],
  ['a quotation mark', [['a"b']], '"a""b"'],
  ['a line break', [['a\nb']], '"a\nb"'],
  ['a cell that a spreadsheet would run', [['=1+1', '@x']], "'=1+1,'@x"],
  ['a cell that runs by wide signs', [['＝1+1', '＠x']], "'＝1+1,'＠x"],
  ['two rows', [['a'], ['b']], 'a\r\nb'],
])('%s', (_what, rows, text) => {
  expect(toCsv(rows)).toBe(text);
});

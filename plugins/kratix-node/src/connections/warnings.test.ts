import { warningsIn } from './warnings';

it.each([
  ['no header', [], []],
  ['one', ['299 - "unknown field \\"spec.x\\""'], ['unknown field "spec.x"']],
  ['two headers', ['299 - "a"', '299 - "b"'], ['a', 'b']],
  ['two in one header', ['299 - "a, b", 299 kube "c"'], ['a, b', 'c']],
  ['the same twice', ['299 - "a"', '299 - "a"'], ['a']],
  ['a back slash', ['299 - "c:\\\\d"'], ['c:\\d']],
  ['another code', ['110 - "stale"'], []],
  ['no quotes', ['299 - text'], []],
  [
    'letters of UTF-8',
    [Buffer.from('299 - "für"').toString('latin1')],
    ['für'],
  ],
])('reads %s', (_what, headers, texts) => {
  expect(warningsIn(headers)).toEqual(texts);
});

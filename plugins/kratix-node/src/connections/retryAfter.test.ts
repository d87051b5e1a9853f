import { retryAfterMs } from './retryAfter';

const now = Date.parse('2026-03-01T12:00:00Z');

it.each<[string, string | undefined, string | undefined, number | undefined]>([
  ['seconds', '7', undefined, 7_000],
  ['seconds with spaces around', ' 7 ', undefined, 7_000],
  ['at once', '0', undefined, 0],
  ['a date', 'Sun, 01 Mar 2026 12:00:30 GMT', undefined, 30_000],
  ['an old form of dates', 'Sunday, 01-Mar-26 12:00:30 GMT', undefined, 30_000],
  ['a date that is over', 'Sun, 01 Mar 2026 11:00:00 GMT', undefined, 0],
  [
    'a date by a clock that is an hour ahead',
    'Sun, 01 Mar 2026 13:00:30 GMT',
    'Sun, 01 Mar 2026 13:00:00 GMT',
    30_000,
  ],
  [
    'a date beside one that is none',
    'Sun, 01 Mar 2026 12:00:30 GMT',
    'yesterday',
    30_000,
  ],
  ['nothing', undefined, undefined, undefined],
  ['an empty header', '', undefined, undefined],
  ['less than nothing', '-5', undefined, undefined],
  ['a fraction', '1.5', undefined, undefined],
  ['words', 'Soon, I promise', undefined, undefined],
])('%s', (_what, header, date, expected) => {
  expect(retryAfterMs(header, { date, now })).toBe(expected);
});

import { durationParts, parseTime, timeDistance } from './time';

const now = Date.UTC(2026, 2, 2, 12);
const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

it.each([
  ['this moment', 2 * second, { kind: 'now' }],
  ['seconds', 20 * second, { kind: 'ago', unit: 'second', count: 20 }],
  ['minutes', 12 * minute, { kind: 'ago', unit: 'minute', count: 12 }],
  ['hours', 5 * hour, { kind: 'ago', unit: 'hour', count: 5 }],
  ['days', 6 * day, { kind: 'ago', unit: 'day', count: 6 }],
  ['a week is a date', 7 * day, { kind: 'date' }],
  ['what is to come', -4 * minute, { kind: 'in', unit: 'minute', count: 4 }],
])('%s', (_what, agoMs, distance) => {
  expect(timeDistance(now - agoMs, now)).toEqual(distance);
});

it.each([
  ['nothing', 0, ['0 second']],
  ['seconds', 42, ['42 second']],
  ['two units', 250, ['4 minute', '10 second']],
  ['no more than two', 7_530, ['2 hour', '5 minute']],
  ['nothing of the second unit', 3_600, ['1 hour']],
  ['a gap between units', 86_405, ['1 day']],
  ['time that ran backwards', -5, ['0 second']],
])('a duration of %s', (_what, seconds, parts) => {
  expect(
    durationParts(seconds).map(({ count, unit }) => `${count} ${unit}`),
  ).toEqual(parts);
});

it('knows no time in what is none', () => {
  expect(parseTime('yesterday')).toBeUndefined();
  expect(parseTime(undefined)).toBeUndefined();
});

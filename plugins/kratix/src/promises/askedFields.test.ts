import { askedFields } from './askedFields';

const field = (path: string, required = true) => ({ path, required });

it.each([
  ['a required field', [field('spec.size')], ['Size']],
  ['an optional one', [field('spec.size', false)], []],
  [
    'what an optional part requires',
    [field('spec.backup', false), field('spec.backup.at')],
    [],
  ],
  [
    'what items of a list require',
    [field('spec.users', false), field('spec.users[].name')],
    [],
  ],
  [
    'what a required part requires, not the part as well',
    [field('spec.backup'), field('spec.backup.retentionDays')],
    ['Backup › Retention days'],
  ],
  ['what is not of the spec', [field('status.url')], []],
])('of %s', (_what, fields, asked) => {
  expect(askedFields(fields)).toEqual(asked);
});

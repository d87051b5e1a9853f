import { isDenied } from './useDenied';

it.each([
  ['allowed', { loading: false, allowed: true }, false],
  ['denied', { loading: false, allowed: false }, true],
  ['not known yet', { loading: true, allowed: false }, false],
  [
    'not to be found out',
    { loading: false, allowed: false, error: new Error('down') },
    false,
  ],
])('what is %s', (_situation, decision, expected) => {
  expect(isDenied(decision)).toBe(expected);
});

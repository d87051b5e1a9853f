import assert from 'node:assert/strict';
import test from 'node:test';
import { allSettled } from './portalReady.mjs';

const situations = [
  ['no platform', { items: [] }, true],
  [
    'one connecting',
    { items: [{ state: 'connected' }, { state: 'connecting' }] },
    false,
  ],
  [
    'one unreachable',
    { items: [{ state: 'unreachable' }, { state: 'connected' }] },
    true,
  ],
];
for (const [situation, body, expected] of situations) {
  test(`${situation}: ${expected ? 'settled' : 'not settled'}`, () => {
    assert.equal(allSettled(body), expected);
  });
}

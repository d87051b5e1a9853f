import assert from 'node:assert/strict';
import test from 'node:test';
import { allSettled } from './portalReady.mjs';

const labelled = label => ({ description: { label } });
const situations = [
  ['no platform', [], true],
  ['one connecting', [labelled('connected'), labelled('connecting')], false],
  ['one unreachable', [labelled('unreachable'), labelled('connected')], true],
];
for (const [situation, items, expected] of situations) {
  test(`${situation}: ${expected ? 'settled' : 'not settled'}`, () => {
    assert.equal(allSettled({ items }), expected);
  });
}

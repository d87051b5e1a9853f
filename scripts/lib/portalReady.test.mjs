import assert from 'node:assert/strict';
import test from 'node:test';
import { allSettled, knowsTeams } from './portalReady.mjs';

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

test('a guest whom the catalog does not know yet has no team', () => {
  const identity = refs => ({ identity: { ownershipEntityRefs: refs } });
  assert.equal(knowsTeams(undefined), false);
  assert.equal(knowsTeams(identity(['user:default/guest'])), false);
  assert.equal(
    knowsTeams(identity(['user:default/guest', 'group:default/payments'])),
    true,
  );
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { pinnedYarnVersion } from './yarn.mjs';

test('the version comes from packageManager, hash or not', () => {
  assert.equal(pinnedYarnVersion({ packageManager: 'yarn@4.18.1' }), '4.18.1');
  assert.equal(
    pinnedYarnVersion({ packageManager: 'yarn@4.18.1+sha224.abc' }),
    '4.18.1',
  );
});

test('a package.json that pins no Yarn is a defect', () => {
  assert.throws(() => pinnedYarnVersion({}), /does not pin Yarn/);
  assert.throws(() => pinnedYarnVersion({ packageManager: 'pnpm@9.0.0' }));
});

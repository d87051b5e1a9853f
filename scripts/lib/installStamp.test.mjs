import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { isInstalled, markInstalled, stampOf } from './installStamp.mjs';

const machine = { abi: '115', platform: 'linux', arch: 'x64' };
const files = [
  ['yarn.lock', 'a'],
  ['package.json', '{}'],
];
const stamp = stampOf(files, machine);

test('the same files on the same machine need no second installation', () => {
  assert.equal(stampOf([...files], { ...machine }), stamp);
});

const changes = [
  ['a changed lock file', [['yarn.lock', 'b'], files[1]], machine],
  ['a new package', [...files, ['packages/x/package.json', '{}']], machine],
  ['another Node', files, { ...machine, abi: '127' }],
  ['another architecture', files, { ...machine, arch: 'arm64' }],
];
for (const [change, changedFiles, changedMachine] of changes) {
  test(`${change} asks for a new installation`, () => {
    assert.notEqual(stampOf(changedFiles, changedMachine), stamp);
  });
}

test('what was installed once is not installed again', t => {
  const folder = mkdtempSync(join(tmpdir(), 'install-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'stamp');
  assert.equal(isInstalled(file), false);
  markInstalled(file);
  assert.equal(isInstalled(file), true);
  writeFileSync(file, stamp);
  assert.equal(isInstalled(file), false);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { npmCommand } from './npm.mjs';

const execPath = '/opt/node/bin/node';

test('the npm that started us comes first', () => {
  const cli = '/opt/other/npm/bin/npm-cli.js';
  assert.deepEqual(
    npmCommand({ env: { npm_execpath: cli }, execPath, exists: () => true }),
    { command: execPath, args: [cli] },
  );
});

test('Yarn as the caller is not taken for npm', () => {
  const beside = '/opt/node/lib/node_modules/npm/bin/npm-cli.js';
  assert.deepEqual(
    npmCommand({
      env: { npm_execpath: '/opt/yarn/bin/yarn.js' },
      execPath,
      exists: path => path === beside || path.endsWith('yarn.js'),
    }),
    { command: execPath, args: [beside] },
  );
});

test('without one that belongs to Node the path decides', () => {
  assert.deepEqual(npmCommand({ env: {}, execPath, exists: () => false }), {
    command: 'npm',
    args: [],
  });
});

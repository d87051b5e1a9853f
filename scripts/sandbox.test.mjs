import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { repoPath } from './lib/paths.mjs';
import { tsNodeArgs } from './lib/runTs.mjs';

const entry = 'plugins/kratix-backend-module-sandbox/src/cli/sandbox.ts';
const timeout = 120_000;

/** What `npm run sandbox` runs once the dependencies are there. */
function sandbox(t, args, env = {}) {
  const child = spawn(
    process.execPath,
    [...tsNodeArgs(), repoPath(entry), ...args],
    { env: { ...process.env, NODE_ENV: 'test', ...env } },
  );
  t.after(() => child.kill('SIGKILL'));
  const run = { child, output: '', exit: once(child, 'exit') };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', data => {
      run.output += data;
    });
  }
  run.said = async pattern => {
    while (!pattern.test(run.output)) {
      if (child.exitCode !== null) throw new Error(run.output);
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    return pattern.exec(run.output);
  };
  return run;
}

function aFolder(t) {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('alone, it is there for kubectl until Ctrl-C', { timeout }, async t => {
  const kubeconfig = join(aFolder(t), 'kubeconfig');
  // Anybody may read what was there before.
  writeFileSync(kubeconfig, '', { mode: 0o644 });
  const args = ['--empty', '--kubeconfig', kubeconfig];
  const first = sandbox(t, args);
  const [, port] = await first.said(/listens on https:\/\/127\.0\.0\.1:(\d+)/);
  await first.said(/Ctrl-C ends it/);
  assert.match(readFileSync(kubeconfig, 'utf8'), new RegExp(`:${port}`));
  // Whoever can read it is administrator.
  assert.equal(statSync(kubeconfig).mode % 0o1000, 0o600);

  const second = sandbox(t, [...args, '--port', port]);
  assert.deepEqual(await second.exit, [1, null]);
  assert.match(second.output, /^That port is in use: .+\n$/);

  first.child.kill('SIGINT');
  assert.deepEqual(await first.exit, [0, null]);
});

for (const [situation, args, env, message] of [
  [
    'production',
    ['--empty'],
    { NODE_ENV: 'production' },
    /does not start in production/,
  ],
  [
    'a scenario that there is not',
    ['--scenario', 'quiet'],
    {},
    /There is no scenario quiet/,
  ],
  ['a port that is none', ['--port', 'x'], {}, /--port x is no port/],
]) {
  test(`${situation} is refused in words`, { timeout }, async t => {
    const kubeconfig = join(aFolder(t), 'kubeconfig');
    const run = sandbox(t, [...args, '--kubeconfig', kubeconfig], env);
    assert.deepEqual(await run.exit, [1, null]);
    assert.match(run.output, message);
    assert.doesNotMatch(run.output, /^\s+at /m);
  });
}

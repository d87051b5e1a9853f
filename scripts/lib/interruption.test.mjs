import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const url = name => new URL(name, import.meta.url).href;

// Says what it was told, and stays until it is killed.
const listener = `
  import { interruption } from ${JSON.stringify(url('interruption.mjs'))};
  interruption({ onSecond: () => console.log('again') })
    .then(() => console.log('asked'));
  setInterval(() => {}, 1000);
  console.log('pid ' + process.pid);
`;
const listening = ['--input-type=module', '--eval', listener];

/** Starts it; `line` resolves with each line that it prints, in turn. */
function start(t, args, env = {}) {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  t.after(() => child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout })[
    Symbol.asyncIterator
  ]();
  return { child, line: async () => (await lines.next()).value };
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  test(`${signal} asks for the end, a second one insists`, async t => {
    const { child, line } = start(t, listening);
    assert.match(await line(), /^pid/);
    child.kill(signal);
    assert.equal(await line(), 'asked');
    child.kill(signal);
    assert.equal(await line(), 'again');
  });
}

// The shell between npm and us ends without a word.
const shell = `
  const { spawn } = require('node:child_process');
  spawn(process.execPath, ${JSON.stringify(listening)}, {
    stdio: 'inherit',
    detached: true,
  });
  setInterval(() => {}, 1000);
`;

test(
  'the end of the npm that runs it is asked for, too',
  { timeout: 20_000 },
  async t => {
    const npm = { npm_lifecycle_event: 'start' };
    const { child, line } = start(t, ['--eval', shell], npm);
    const [, pid] = /^pid (\d+)$/.exec(await line());
    t.after(() => process.kill(Number(pid), 'SIGKILL'));
    child.kill('SIGKILL');
    assert.equal(await line(), 'asked');
  },
);

const orphan = `
  const { fork } = require('node:child_process');
  const child = fork('-', [], {
    execArgv: [
      '--require', ${JSON.stringify(
        fileURLToPath(new URL('endWithParent.cjs', import.meta.url)),
      )},
      '--eval', 'setInterval(() => {}, 1000)',
    ],
  });
  child.on('spawn', () => console.log('pid ' + child.pid));
`;

test(
  'what npm start began ends when that is killed outright',
  { timeout: 20_000 },
  async t => {
    const { child, line } = start(t, ['--eval', orphan]);
    const [, pid] = /^pid (\d+)$/.exec(await line());
    child.kill('SIGKILL');
    await once(child, 'exit');
    for (;;) {
      try {
        process.kill(Number(pid), 0);
      } catch (error) {
        assert.equal(error.code, 'ESRCH');
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  },
);

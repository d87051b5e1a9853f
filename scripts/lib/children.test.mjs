import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Children } from './children.mjs';

// Says its pid and its child's, then stays.
const family = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  console.log([process.pid, child.pid].join(' '));
  setInterval(() => {}, 1000);
`;
const stubborn = `process.on('SIGTERM', () => {}); ${family}`;

function startFamily(children, script) {
  return new Promise(resolve => {
    children.start({
      name: 'family',
      args: ['-e', script],
      env: process.env,
      onLine: line => resolve(line.split(' ').map(Number)),
    });
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilGone(pid) {
  while (isAlive(pid)) {
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

test('stop ends children and grandchildren', { timeout: 20_000 }, async () => {
  const children = new Children();
  const pids = await startFamily(children, family);
  assert.ok(pids.every(isAlive));
  await children.stop();
  await Promise.all(pids.map(untilGone));
});

test('kill ends one that ignores a request', { timeout: 20_000 }, async () => {
  const children = new Children();
  const pids = await startFamily(children, stubborn);
  const stopped = children.stop();
  children.kill();
  await stopped;
  await Promise.all(pids.map(untilGone));
});

// Its child is asked to end as it is, and takes a moment to tidy up.
const tidy = `
  const { spawn } = require('node:child_process');
  const tidyUp = "process.on('SIGTERM', () => { console.log('tidy'); process.exit(); });";
  const child = spawn(process.execPath, ['-e', tidyUp + "console.log('up'); setInterval(() => {}, 1000);"], { stdio: 'inherit' });
  process.on('SIGTERM', () => child.once('exit', () => process.exit()));
`;

test('grandchildren are asked, too', { timeout: 20_000 }, async () => {
  const children = new Children();
  const said = [];
  await new Promise(resolve => {
    children.start({
      name: 'tidy',
      args: ['-e', tidy],
      env: process.env,
      onLine: line => {
        said.push(line);
        resolve();
      },
    });
  });
  await children.stop();
  assert.deepEqual(said, ['up', 'tidy']);
});

// Goes when it is asked, and leaves a child behind that does not.
const careless = `
  const { spawn } = require('node:child_process');
  const stay = "process.on('SIGTERM', () => {}); console.log(process.pid); setInterval(() => {}, 1000);";
  const child = spawn(process.execPath, ['-e', stay], { stdio: ['ignore', 'pipe', 'ignore'] });
  child.stdout.on('data', data => console.log([process.pid, data].join(' ').trim()));
`;

test(
  'one that outlives its parent is ended, too',
  { timeout: 20_000 },
  async () => {
    const children = new Children();
    const pids = await startFamily(children, careless);
    await children.stop();
    await Promise.all(pids.map(untilGone));
  },
);

test(
  'the first to end by itself is announced',
  { timeout: 20_000 },
  async () => {
    const children = new Children();
    children.start({
      name: 'short',
      args: ['-e', 'process.exit(3)'],
      env: process.env,
      onLine: () => {},
    });
    assert.deepEqual(await children.firstExit, { name: 'short', code: 3 });
    await children.stop();
  },
);

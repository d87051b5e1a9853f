import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isPortFree } from './lib/ports.mjs';
import { repoPath } from './lib/paths.mjs';
import { familyOf, processes } from './lib/processes.mjs';

// The app is bundled from nothing where it never was before.
const timeout = 240_000;

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Settings by which a portal meets no other, and leaves nothing behind. */
async function aPortal(t) {
  const folder = mkdtempSync(join(tmpdir(), 'portal-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const [app, backend] = [await freePort(), await freePort()];
  const config = join(folder, 'mine.yaml');
  writeFileSync(
    config,
    JSON.stringify({
      app: { baseUrl: `http://localhost:${app}` },
      backend: {
        baseUrl: `http://localhost:${backend}`,
        listen: { port: backend },
        cors: { origin: `http://localhost:${app}` },
        database: { connection: ':memory:' },
      },
      kratix: {
        platforms: {
          'eu-dev': { sandbox: { scenario: 'empty' } },
          'us-dev': null,
        },
      },
    }),
  );
  return { config, app, backend };
}

/** `npm start`, as the only job of a terminal of its own. */
function npmStart(t, config) {
  const child = spawn('npm', ['start', '--', '--config', config], {
    cwd: repoPath(),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: '' },
  });
  const run = { child, output: '', exit: once(child, 'close') };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', data => {
      run.output += data;
    });
  }
  run.said = async pattern => {
    while (!pattern.test(run.output)) {
      assert.ok(isRunning(child), run.output);
      await sleep(50);
    }
    return pattern.exec(run.output);
  };
  // What a terminal does on Ctrl-C: everything in the foreground is told.
  run.pressCtrlC = () => process.kill(-child.pid, 'SIGINT');
  t.after(async () => {
    if (isRunning(child)) {
      process.kill(-child.pid, 'SIGKILL');
      await run.exit;
    }
  });
  return run;
}

function isRunning(child) {
  return child.exitCode === null && child.signalCode === null;
}

/** What the command itself said; npm announces it and has warnings of its own. */
function ownWords(output) {
  return output
    .split('\n')
    .filter(line => line && !/^(>|npm (warn|error)|Debugger )/.test(line));
}

/** Those of `begun` that are there still, and what they began since. */
function left(begun) {
  const ids = new Set(begun.map(({ id }) => id));
  const groups = new Set(begun.map(({ group }) => group));
  return processes().filter(
    ({ id, group }) => ids.has(id) || groups.has(group),
  );
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in this moment.
  }
}

async function asksThePlatforms({ backend }) {
  const url = `http://localhost:${backend}/api`;
  const signIn = await fetch(`${url}/auth/guest/refresh`, {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { token } = (await signIn.json()).backstageIdentity;
  const answer = await fetch(`${url}/kratix/platforms`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return (await answer.json()).items.map(({ id }) => id);
}

test('npm start, from the first word to the last', { timeout }, async t => {
  const mine = await aPortal(t);
  const portal = npmStart(t, mine.config);
  const [, address] = await portal.said(/The portal answers at (\S+) \(after/);
  assert.equal(address, `http://localhost:${mine.app}`);
  const begun = familyOf(portal.child.pid, processes());
  // Also what fails leaves nothing behind.
  t.after(() => left(begun).forEach(({ pid }) => kill(pid)));

  await t.test('what it says is true', async () => {
    const page = await (await fetch(address)).text();
    const [, script] = /<script[^>]+src="([^"]+)"/.exec(page);
    const app = await fetch(new URL(script, address));
    assert.equal(app.status, 200);
    assert.match(app.headers.get('content-type'), /javascript/);
    assert.deepEqual(await asksThePlatforms(mine), ['eu-dev']);
  });

  await t.test('a second one there ends with one sentence', async () => {
    const second = npmStart(t, mine.config);
    assert.deepEqual(await second.exit, [1, null]);
    assert.deepEqual(ownWords(second.output), [
      `Port ${mine.backend}, which the backend needs, is in use: end the program that has it (perhaps another portal), or choose another port with npm start -- --config FILE.`,
    ]);
    assert.deepEqual(await asksThePlatforms(mine), ['eu-dev']);
  });

  await t.test('Ctrl-C ends everything that it began', async () => {
    // npm, the command, the backend and the frontend at least.
    assert.ok(begun.length >= 4, JSON.stringify(begun));

    portal.pressCtrlC();
    await portal.exit;
    assert.match(portal.output, /^Ending the portal …$/m);
    assert.doesNotMatch(portal.output, /^\s+at /m);

    // Whoever was killed is gone a moment later.
    for (let tries = 0; tries < 40 && left(begun).length > 0; tries += 1) {
      await sleep(50);
    }
    assert.deepEqual(left(begun), []);
    for (const port of [mine.app, mine.backend]) {
      assert.ok(await isPortFree(port, '127.0.0.1'), `port ${port}`);
    }
  });
});

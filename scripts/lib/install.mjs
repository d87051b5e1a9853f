import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { nodeHeadersPrefix } from './headers.mjs';
import { installProblem } from './installProblem.mjs';
import { isInstalled, markInstalled } from './installStamp.mjs';
import { checkNode } from './nodeVersion.mjs';
import { runNpm } from './npm.mjs';
import { repoPath } from './paths.mjs';
import { Problem } from './problem.mjs';
import { ensureYarn } from './yarn.mjs';
import { npmSettings, yarnEnv } from './yarnEnv.mjs';

// Peer dependencies that Backstage's own packages leave open: hundreds of
// lines in which the ones that matter would drown.
const noise = /YN0002|YN0060|YN0061|YN0068|YN0086/;
const heartbeatMs = 15_000;

/**
 * Makes sure that Node will do and that all dependencies are there, installing
 * them only when something changed since the last time.
 *
 * @throws Problem saying what to do
 */
export async function ensureInstalled() {
  checkNode();
  if (isInstalled()) {
    return;
  }
  const yarn = ensureYarn();
  console.log('Installing dependencies (the first time takes some minutes) …');
  const { code, output } = await runYarnInstall(yarn);
  if (code !== 0) {
    throw new Problem(installProblem(output, readBuildLog(output)));
  }
  markInstalled();
}

async function runYarnInstall(yarn) {
  const child = spawn(process.execPath, [yarn, 'install'], {
    cwd: repoPath(),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: yarnEnv({
      env: process.env,
      headersPrefix: nodeHeadersPrefix(),
      npm: npmSettings(runNpm(['config', 'list']).stdout),
    }),
  });
  const lines = [];
  const startedAt = Date.now();
  let saidAt = startedAt;
  const say = line => {
    saidAt = Date.now();
    console.log(`  ${line}`);
  };
  const heartbeat = setInterval(() => {
    if (Date.now() - saidAt >= heartbeatMs) {
      say(`… ${Math.round((Date.now() - startedAt) / 1000)} s`);
    }
  }, 1000);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      lines.push(line);
      if (!noise.test(line)) {
        say(line);
      }
    });
  }
  const code = await new Promise(resolve => {
    child.once('error', () => resolve(1));
    child.once('close', resolve);
  });
  clearInterval(heartbeat);
  return { code, output: lines.join('\n') };
}

/** The log of the package that could not be built, where Yarn names one. */
function readBuildLog(output) {
  const failures = [
    ...output.matchAll(
      /YN0009:.*better-sqlite3.*logs can be found here: ([^)]+)\)/g,
    ),
  ];
  const path = failures.at(-1)?.[1];
  return path && existsSync(path) ? readFileSync(path, 'utf8') : '';
}

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { repoPath, repoRoot } from './paths.mjs';

/**
 * The Node arguments that let a process load this repository's TypeScript:
 * Backstage's own transform, so that sources run as `package start` runs them.
 */
export function tsNodeArgs() {
  const require = createRequire(new URL('package.json', repoRoot));
  return [
    '--enable-source-maps',
    '--no-warnings',
    '--require',
    require.resolve('@backstage/cli/config/nodeTransform.cjs'),
  ];
}

/**
 * Runs a TypeScript file of the repository with the given arguments, sharing
 * this terminal. Signals reach both; resolves to the exit code.
 *
 * `entry` is relative to the repository, `cwd` is where the caller stood.
 */
export function runTs(entry, args = [], { env = {}, cwd } = {}) {
  const child = spawn(
    process.execPath,
    [...tsNodeArgs(), repoPath(entry), ...args],
    {
      stdio: 'inherit',
      cwd: cwd ?? process.env.INIT_CWD ?? process.cwd(),
      env: { ...process.env, ...env },
    },
  );
  return new Promise((resolve, reject) => {
    // The terminal sends Ctrl-C to the whole group; stay until the child is
    // done with it, so that its last words are not cut off.
    const wait = () => {};
    const pass = () => child.kill('SIGTERM');
    process.on('SIGINT', wait);
    process.on('SIGTERM', pass);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', pass);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

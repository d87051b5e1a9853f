import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * How to call the npm that belongs to the running Node: the one that started
 * us, else the one installed beside Node, else whatever is on the path.
 */
export function npmCommand({
  env = process.env,
  execPath = process.execPath,
  exists = existsSync,
} = {}) {
  const beside = dirname(execPath);
  const candidates = [
    env.npm_execpath,
    join(dirname(beside), 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const cli = candidates.find(
    path => path && /npm-cli\.c?js$/.test(path) && exists(path),
  );
  return cli
    ? { command: execPath, args: [realpathOr(cli)] }
    : { command: 'npm', args: [] };
}

/** Runs npm quietly. `{ status, output }`; status is null when it did not start. */
export function runNpm(args, { cwd, env = process.env } = {}) {
  const npm = npmCommand();
  const { status, stdout, stderr } = spawnSync(
    npm.command,
    [...npm.args, ...args],
    { cwd, env, encoding: 'utf8' },
  );
  return {
    status,
    stdout: stdout ?? '',
    output: `${stdout ?? ''}${stderr ?? ''}`,
  };
}

function realpathOr(path) {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

import { spawn } from 'node:child_process';
import { repoPath } from './paths.mjs';

/**
 * Runs Node with these arguments in a process group of its own, sharing the
 * terminal's output; the exit code. After `timeoutMs` the whole group ends and
 * the code is 124.
 */
export function runPart(args, { timeoutMs, env = {}, cwd = repoPath() }) {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
    env: { ...process.env, ...env },
  });
  const kill = signal => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // The group ended between our decision and the signal.
    }
  };
  const end = () => kill('SIGTERM');
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return new Promise(resolve => {
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      console.error(`Not done after ${timeoutMs / 60_000} minutes, ended.`);
      kill('SIGKILL');
    }, timeoutMs);
    child.once('error', error => {
      console.error(error.message);
      resolve(1);
    });
    child.once('close', code => {
      clearTimeout(timer);
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      // Nothing that a part started may outlive it and disturb the next.
      kill('SIGKILL');
      resolve(timedOut ? 124 : code ?? 1);
    });
  });
}

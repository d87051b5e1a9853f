import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/**
 * A TypeScript file of this package as a process of its own, so that what is
 * measured shares neither heap nor event loop with what measures.
 *
 * @param file - relative to `src`
 */
export function startChild(file: string, args: string[] = []): ChildProcess {
  return fork(path.resolve(__dirname, '..', file), args, {
    // What this process was started with loads TypeScript; it does so there.
    execArgv: [...process.execArgv, '--expose-gc'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
}

/**
 * The next message of a child that `accept` takes.
 *
 * @throws Error where the child ends first
 */
export function nextMessage<T>(
  child: ChildProcess,
  accept: (message: unknown) => message is T,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const done = () => {
      child.off('message', onMessage);
      child.off('exit', onExit);
    };
    const onMessage = (message: unknown) => {
      if (!accept(message)) return;
      done();
      resolve(message);
    };
    const onExit = (code: number | null) => {
      done();
      reject(new Error(`A process of the benchmark ended with ${code}`));
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
  });
}

/** Ends a child and waits until it is gone. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>(resolve =>
    child.once('exit', () => resolve()),
  );
  child.kill('SIGTERM');
  await gone;
}

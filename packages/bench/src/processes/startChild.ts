import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { fork, type ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';

/**
 * A TypeScript file of this package as a process of its own, so that what is
 * measured shares neither heap nor event loop with what measures.
 *
 * @param file - relative to `src`
 */
export function startChild(file: string, args: string[] = []): ChildProcess {
  return fork(resolvePackagePath('bench', 'src', file), args, {
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
export async function nextMessage<T>(
  child: ChildProcess,
  accept: (message: unknown) => message is T,
): Promise<T> {
  const stop = new AbortController();
  try {
    return await Promise.race([
      accepted(child, accept, stop.signal),
      ended(child, stop.signal),
    ]);
  } finally {
    stop.abort();
  }
}

async function accepted<T>(
  child: ChildProcess,
  accept: (message: unknown) => message is T,
  signal: AbortSignal,
): Promise<T> {
  for await (const [message] of on(child, 'message', { signal })) {
    if (accept(message)) return message;
  }
  throw new Error('A process of the benchmark says no more');
}

async function ended(child: ChildProcess, signal: AbortSignal): Promise<never> {
  const [code] = await once(child, 'exit', { signal });
  throw new Error(`A process of the benchmark ended with ${code}`);
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

import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type {
  MarketplaceFile,
  ReadDocuments,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { documentsThread, type ThreadWord } from './documentsThread';

/** Far beyond what a megabyte of YAML becomes. */
const heapMb = 512;

/** Loading the code from its sources takes seconds on a busy machine. */
const startSeconds = 60;

/** Why a thread gave no answer. @internal */
export class ThreadFailure extends Error {
  constructor(readonly why: 'late' | 'died' | 'no-start', cause?: unknown) {
    super(`The reading thread failed: ${why}`, { cause });
  }
}

/** A thread that reads one file at a time, and is gone after a failure. @internal */
export class ReadingThread {
  readonly #worker: Worker;
  readonly #ready: Promise<ThreadWord>;

  constructor() {
    this.#worker = new Worker(documentsThread.file, {
      workerData: documentsThread.workerData,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
      ...fromSources(documentsThread.file),
    });
    // It keeps no process from ending.
    this.#worker.unref();
    this.#ready = this.#word(startSeconds);
    // Told to whoever asks for a file.
    this.#ready.catch(() => {});
  }

  /** @throws ThreadFailure after which nothing more can be asked of it */
  async read(file: MarketplaceFile, seconds: number): Promise<ReadDocuments> {
    try {
      await this.#ready;
    } catch (error) {
      throw new ThreadFailure('no-start', error);
    }
    const word = this.#word(seconds);
    this.#worker.postMessage({ path: file.path, text: file.text });
    const said = await word;
    if ('read' in said) return said.read;
    throw new ThreadFailure('died');
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  async #word(seconds: number): Promise<ThreadWord> {
    const done = new AbortController();
    const { signal } = done;
    try {
      return await Promise.race([
        once(this.#worker, 'message', { signal }).then(([word]) => word),
        once(this.#worker, 'exit', { signal }).then(() => failing('died')),
        setTimeout(seconds * 1000, undefined, { signal }).then(() =>
          failing('late'),
        ),
      ]);
    } catch (error) {
      void this.#worker.terminate();
      throw error instanceof ThreadFailure
        ? error
        : new ThreadFailure('died', error);
    } finally {
      done.abort();
    }
  }
}

function failing(why: ThreadFailure['why']): never {
  throw new ThreadFailure(why);
}

/**
 * A thread that is started on TypeScript needs what makes it run, which a test
 * runner or a process with other arguments does not hand on.
 */
function fromSources(file: string): Pick<WorkerOptions, 'execArgv'> {
  if (!file.endsWith('.ts')) return {};
  const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
  return { execArgv: ['--no-warnings', '--require', transform] };
}

import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  mayHoldListings,
  type MarketplaceFile,
  type ReadDocuments,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ReadingThread, ThreadFailure } from './ReadingThread';

/** Nearly all Promises are shorter; whatever is in it takes some 10 ms. */
const usualCharacters = 8_000;

/** A megabyte that is made for it takes some seconds. */
const secondsForAFile = 20;

/** Whatever else is wrong with a file is found without an end of the thread. */
const problems = {
  late: 'It took too long to read.',
  died: 'It took too much memory to read.',
};

/** A source is read at once, the next one a while later. */
const idleMs = 10_000;

/** What came of reading the large files. @internal */
export interface LargeReading {
  /** By path. */
  documents: ReadonlyMap<string, ReadDocuments>;
  /** A file took too much for this time; another time it may not. */
  unfinished: boolean;
}

/**
 * Reads the files that would keep everybody waiting, in a thread of its own
 * that is there as long as there are any. Whoever may push to a source can make
 * a file that takes seconds, and is told so; nobody else notices.
 *
 * @internal
 */
export class LargeFiles {
  readonly #logger: LoggerService;
  readonly #seconds: number;
  readonly #start: () => Pick<ReadingThread, 'read' | 'stop'>;
  #thread?: Pick<ReadingThread, 'read' | 'stop'>;
  #idle?: NodeJS.Timeout;
  /** Sources take turns: a thread answers one question at a time. */
  #last: Promise<unknown> = Promise.resolve();
  #isStopped = false;

  constructor(options: {
    logger: LoggerService;
    secondsForAFile?: number;
    start?: () => Pick<ReadingThread, 'read' | 'stop'>;
  }) {
    this.#logger = options.logger;
    this.#seconds = options.secondsForAFile ?? secondsForAFile;
    this.#start = options.start ?? (() => new ReadingThread());
  }

  /** What the large ones among the files hold. Never throws. */
  read(files: readonly MarketplaceFile[]): Promise<LargeReading> {
    const large = files.filter(
      ({ path, text }) =>
        text.length > usualCharacters && mayHoldListings(path),
    );
    const work = this.#last.then(() => this.#read(large));
    this.#last = work;
    return work;
  }

  /** For good: what is asked for later is read by whoever asks. */
  stop(): void {
    this.#isStopped = true;
    this.#end();
  }

  async #read(files: readonly MarketplaceFile[]): Promise<LargeReading> {
    const documents = new Map<string, ReadDocuments>();
    let unfinished = false;
    clearTimeout(this.#idle);
    for (const file of files) {
      if (this.#isStopped) break;
      try {
        this.#thread ??= this.#start();
        documents.set(file.path, await this.#thread.read(file, this.#seconds));
      } catch (error) {
        this.#end();
        if (this.#isStopped) break;
        const why = error instanceof ThreadFailure ? error.why : 'no-start';
        if (why === 'no-start') {
          // Better slowly than not at all: there are portals without threads.
          this.#logger.warn(
            'Large files of the marketplace are read in the main thread, as no other could be started',
            error instanceof Error ? error : undefined,
          );
          break;
        }
        documents.set(file.path, unreadable(file, problems[why]));
        unfinished = true;
      }
    }
    if (this.#thread) {
      this.#idle = setTimeout(() => this.#end(), idleMs).unref();
    }
    return { documents, unfinished };
  }

  #end(): void {
    clearTimeout(this.#idle);
    // Whether it ends in order is no concern of anybody who reads.
    this.#thread?.stop().catch(() => {});
    this.#thread = undefined;
  }
}

function unreadable(
  { path, text }: MarketplaceFile,
  problem: string,
): ReadDocuments {
  return {
    documents: [],
    findings: [{ severity: 'broken', path, text: problem }],
    // As with other files: what speaks of Kratix would have been a listing.
    ...(text.includes('platform.kratix.io') && { problem }),
  };
}

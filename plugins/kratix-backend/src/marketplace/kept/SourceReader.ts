import type { LoggerService } from '@backstage/backend-plugin-api';
import { quotable } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  MarketplaceSource,
  MarketplaceSourceReading,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { inTime } from '../sources/inTime';
import { readingLimits } from '../sources/readingLimits';
import { reasonOf, SourceProblem } from '../sources/SourceProblem';
import type {
  MarketplaceStore,
  SourceState,
  SourceWrite,
} from './MarketplaceStore';

/** How a read of a source ended. @internal */
export type ReadOutcome = 'changed' | 'unchanged' | 'failed';

/** A source of config, ready to be read. @internal */
export interface ConfiguredSource {
  id: string;
  title: string;
  /** Key of its type. */
  type: string;
  /** Of its config: under another one it is another source. */
  digest: string;
  source: MarketplaceSource;
}

/**
 * Reads a source into the database: all of it, or nothing and a sentence why.
 * A source that is being read is not read a second time meanwhile.
 *
 * @internal
 */
export class SourceReader {
  readonly #store: MarketplaceStore;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #onRead: (id: string, outcome: ReadOutcome) => void;
  readonly #running = new Map<string, Promise<void>>();

  constructor(options: {
    store: MarketplaceStore;
    logger: LoggerService;
    now?: () => Date;
    onRead?: (id: string, outcome: ReadOutcome) => void;
  }) {
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
    this.#onRead = options.onRead ?? (() => {});
  }

  /** Never throws for what a source does; only for the database. */
  async read(source: ConfiguredSource, stop: AbortSignal): Promise<void> {
    const running = this.#running.get(source.id);
    if (running) return running;
    const work = this.#read(source, stop).finally(() =>
      this.#running.delete(source.id),
    );
    this.#running.set(source.id, work);
    return work;
  }

  async #read(
    { id, digest, source }: ConfiguredSource,
    stop: AbortSignal,
  ): Promise<void> {
    const state = await this.#store.state(id);
    const known = state?.digest === digest ? state : undefined;
    const signal = AbortSignal.any([
      stop,
      AbortSignal.timeout(readingLimits.seconds * 1000),
    ]);
    try {
      const reading = await inTime(
        signal,
        source.read({
          ...(known?.etag && { etag: known.etag }),
          previous: async () => (known ? this.#store.reading(id) : undefined),
          signal,
        }),
      );
      await this.#keep({ id, digest, at: this.#now() }, reading, known);
      this.#onRead(id, reading === 'unchanged' ? 'unchanged' : 'changed');
    } catch (error) {
      // The portal is going down, which is no fault of the source.
      if (stop.aborted) return;
      await this.#failed(id, digest, error);
    }
  }

  /** @throws SourceProblem for what the database does not take */
  async #keep(
    write: SourceWrite,
    reading: MarketplaceSourceReading | 'unchanged',
    known: SourceState | undefined,
  ): Promise<void> {
    try {
      if (reading === 'unchanged') await this.#store.saw(write);
      else await this.#store.save(write, reading, known?.content ?? 0);
    } catch (error) {
      // Its own words quote statements and tables.
      throw new SourceProblem(
        'What it holds could not be kept; the log of the portal says more.',
        error,
      );
    }
  }

  async #failed(id: string, digest: string, error: unknown): Promise<void> {
    const words = error instanceof Error ? error.message : undefined;
    const problem = quotable(words) ?? 'It could not be read.';
    this.#logger.warn(
      `Marketplace source '${id}' was not read: ${problem} (${reasonOf(
        error,
      )})`,
    );
    this.#onRead(id, 'failed');
    await this.#store.failed({ id, digest, at: this.#now() }, problem);
  }
}

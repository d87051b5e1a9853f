import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';
import { DirtyRows, type Cause, type DirtyRow } from './DirtyRows';
import { Rechecks } from './Rechecks';

/** A row that came, went or reads differently now. @internal */
export interface RowChange<Row> {
  platform: string;
  key: string;
  /** `everything`: one of many, maybe, that change with their platform. */
  cause: Cause;
  before?: Row;
  after?: Row;
}

/** What an index holds rows of. @internal */
export interface RowSource<Row> {
  /** Names the index in the log. */
  title: string;
  /** All keys there are on the platform now. */
  keys(platform: Platform): Iterable<string>;
  /**
   * The row as it reads now, from the cache alone; `undefined` where the thing
   * is gone. `recheckAt`: epoch milliseconds when time alone may change it.
   */
  derive(
    platform: Platform,
    key: string,
    before: Row | undefined,
    now: number,
  ): { row: Row; recheckAt?: number } | undefined;
  /** Would anybody see a difference? */
  same(a: Row, b: Row): boolean;
}

/** Longest stretch of work before others get a turn; an answer takes a few. */
const sliceMs = 4;

/**
 * Rows derived from the watch caches of all platforms and kept right as these
 * change: a change costs what it touches, whoever looks on. Work is cut into
 * slices, and news come first in it, so that a first sync of ten thousand
 * requests delays neither an answer nor a change.
 *
 * @internal
 */
export class LiveIndex<Row> {
  readonly #source: RowSource<Row>;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #rows = new Map<string, Map<string, Row>>();
  readonly #dirty = new DirtyRows();
  readonly #rechecks = new Map<Platform, Record<Cause, Rechecks>>();
  readonly #listeners = new Set<(changes: RowChange<Row>[]) => void>();
  #scheduled?: NodeJS.Immediate;
  #version = 0;

  constructor(options: {
    source: RowSource<Row>;
    logger: LoggerService;
    now: () => number;
  }) {
    this.#source = options.source;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Rises with every change of any row. */
  get version(): number {
    return this.#version;
  }

  get(platform: string, key: string): Row | undefined {
    return this.#rows.get(platform)?.get(key);
  }

  *rows(platform?: string): Iterable<Row> {
    if (platform !== undefined) {
      yield* this.#rows.get(platform)?.values() ?? [];
      return;
    }
    for (const rows of this.#rows.values()) yield* rows.values();
  }

  /** Is nothing waiting to be derived? */
  get settled(): boolean {
    return this.#dirty.empty;
  }

  /** Is there nothing left of what was marked with everything else? */
  get caughtUp(): boolean {
    return !this.#dirty.waits('everything');
  }

  /** Called with each batch of changes, after the rows have them. */
  onChange(listener: (changes: RowChange<Row>[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** These, or what they are made of, are others now. */
  mark(platform: Platform, keys: Iterable<string>): void {
    this.#mark('news', platform, keys);
  }

  /** Everything there is and everything there was. */
  markAll(platform: Platform): void {
    this.#mark('everything', platform, this.#source.keys(platform));
    const known = this.#rows.get(platform.id)?.keys() ?? [];
    this.#mark('everything', platform, known);
  }

  /**
   * Derives one row at once, for whoever has to answer about it now.
   */
  refresh(platform: Platform, key: string): Row | undefined {
    const changes: RowChange<Row>[] = [];
    this.#dirty.delete(platform, key);
    this.#derive({ platform, key, cause: 'news' }, changes);
    this.#tell(changes);
    return this.get(platform.id, key);
  }

  stop(): void {
    if (this.#scheduled) clearImmediate(this.#scheduled);
    this.#scheduled = undefined;
    this.#dirty.clear();
    for (const { news, everything } of this.#rechecks.values()) {
      news.stop();
      everything.stop();
    }
    this.#listeners.clear();
  }

  #mark(cause: Cause, platform: Platform, keys: Iterable<string>): void {
    this.#dirty.add(cause, platform, keys);
    if (!this.#dirty.empty) this.#schedule();
  }

  #schedule(): void {
    this.#scheduled ??= setImmediate(() => {
      this.#scheduled = undefined;
      this.#work();
      if (!this.#dirty.empty) this.#schedule();
    });
  }

  #work(): void {
    const endsAt = performance.now() + sliceMs;
    const changes: RowChange<Row>[] = [];
    while (performance.now() < endsAt) {
      const next = this.#dirty.take();
      if (!next) break;
      this.#derive(next, changes);
    }
    this.#tell(changes);
  }

  #derive({ platform, key, cause }: DirtyRow, changes: RowChange<Row>[]): void {
    const rows = this.#rowsOf(platform.id);
    const before = rows.get(key);
    const derived = this.#attempt(platform, key, before);
    if (derived === 'failed') return;
    this.#recheck(platform, key, cause, derived?.recheckAt);
    const after = derived?.row;
    if (after === undefined) {
      if (!rows.delete(key)) return;
    } else {
      rows.set(key, after);
      if (before !== undefined && this.#source.same(before, after)) return;
    }
    this.#version += 1;
    changes.push({ platform: platform.id, key, cause, before, after });
  }

  /** One object that can't be read takes no other along; its last row stays. */
  #attempt(platform: Platform, key: string, before: Row | undefined) {
    try {
      return this.#source.derive(platform, key, before, this.#now());
    } catch (error) {
      this.#logger.error(
        `Could not derive the ${this.#source.title} ${key} of platform ${
          platform.id
        }`,
        error instanceof Error ? error : undefined,
      );
      return 'failed' as const;
    }
  }

  #tell(changes: RowChange<Row>[]): void {
    if (changes.length === 0) return;
    for (const listener of this.#listeners) listener(changes);
  }

  #rowsOf(platform: string): Map<string, Row> {
    let rows = this.#rows.get(platform);
    if (!rows) this.#rows.set(platform, (rows = new Map()));
    return rows;
  }

  /** What was news is so when its time has come, too. */
  #recheck(
    platform: Platform,
    key: string,
    cause: Cause,
    at: number | undefined,
  ): void {
    const { news, everything } = this.#rechecksOf(platform);
    news.set(key, cause === 'news' ? at : undefined);
    everything.set(key, cause === 'everything' ? at : undefined);
  }

  #rechecksOf(platform: Platform): Record<Cause, Rechecks> {
    let rechecks = this.#rechecks.get(platform);
    if (!rechecks) {
      const of = (cause: Cause) =>
        new Rechecks({
          now: this.#now,
          onDue: keys => this.#mark(cause, platform, keys),
        });
      rechecks = { news: of('news'), everything: of('everything') };
      this.#rechecks.set(platform, rechecks);
    }
    return rechecks;
  }
}

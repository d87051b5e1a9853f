import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';
import { Rechecks } from './Rechecks';

/** A row that came, went or reads differently now. @internal */
export interface RowChange<Row> {
  platform: string;
  key: string;
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

/** Longest stretch of work before others get a turn. */
const sliceMs = 8;

/**
 * Rows derived from the watch caches of all platforms and kept right as these
 * change: a change costs what it touches, whoever looks on. Work is cut into
 * slices, so that a first sync of ten thousand requests delays no answer.
 *
 * @internal
 */
export class LiveIndex<Row> {
  readonly #source: RowSource<Row>;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #rows = new Map<string, Map<string, Row>>();
  readonly #dirty = new Map<Platform, Set<string>>();
  readonly #rechecks: Map<Platform, Rechecks> = new Map();
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
    return this.#dirty.size === 0;
  }

  /** Called with each batch of changes, after the rows have them. */
  onChange(listener: (changes: RowChange<Row>[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  mark(platform: Platform, keys: Iterable<string>): void {
    let dirty = this.#dirty.get(platform);
    for (const key of keys) {
      if (!dirty) this.#dirty.set(platform, (dirty = new Set()));
      dirty.add(key);
    }
    if (dirty) this.#schedule();
  }

  /** Everything there is and everything there was. */
  markAll(platform: Platform): void {
    this.mark(platform, this.#source.keys(platform));
    this.mark(platform, this.#rows.get(platform.id)?.keys() ?? []);
  }

  /**
   * Derives one row at once, for whoever has to answer about it now.
   */
  refresh(platform: Platform, key: string): Row | undefined {
    const changes: RowChange<Row>[] = [];
    this.#derive(platform, key, changes);
    const dirty = this.#dirty.get(platform);
    dirty?.delete(key);
    if (dirty?.size === 0) this.#dirty.delete(platform);
    this.#tell(changes);
    return this.get(platform.id, key);
  }

  stop(): void {
    if (this.#scheduled) clearImmediate(this.#scheduled);
    this.#scheduled = undefined;
    this.#dirty.clear();
    for (const rechecks of this.#rechecks.values()) rechecks.stop();
    this.#listeners.clear();
  }

  #schedule(): void {
    this.#scheduled ??= setImmediate(() => {
      this.#scheduled = undefined;
      this.#work();
      if (this.#dirty.size > 0) this.#schedule();
    });
  }

  #work(): void {
    const endsAt = performance.now() + sliceMs;
    const changes: RowChange<Row>[] = [];
    for (const [platform, keys] of this.#dirty) {
      for (const key of keys) {
        keys.delete(key);
        this.#derive(platform, key, changes);
        if (performance.now() > endsAt) break;
      }
      if (keys.size === 0) this.#dirty.delete(platform);
      if (performance.now() > endsAt) break;
    }
    this.#tell(changes);
  }

  #derive(platform: Platform, key: string, changes: RowChange<Row>[]): void {
    const rows = this.#rowsOf(platform.id);
    const before = rows.get(key);
    const derived = this.#attempt(platform, key, before);
    if (derived === 'failed') return;
    this.#rechecksOf(platform).set(key, derived?.recheckAt);
    const after = derived?.row;
    if (after === undefined) {
      if (!rows.delete(key)) return;
    } else {
      rows.set(key, after);
      if (before !== undefined && this.#source.same(before, after)) return;
    }
    this.#version += 1;
    changes.push({ platform: platform.id, key, before, after });
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

  #rechecksOf(platform: Platform): Rechecks {
    let rechecks = this.#rechecks.get(platform);
    if (!rechecks) {
      rechecks = new Rechecks({
        now: this.#now,
        onDue: keys => this.mark(platform, keys),
      });
      this.#rechecks.set(platform, rechecks);
    }
    return rechecks;
  }
}

import { randomBytes } from 'node:crypto';
import type { KratixLive } from '../live/KratixLive';
import type { RowChange } from '../live/LiveIndex';
import type { RequestRow } from '../requests/RequestRow';
import { coalesced, type StreamChange } from './StreamChange';

/** Changes that were told at one time. @internal */
export interface ChangeBatch {
  /** Opaque; what a client that saw this batch comes back with. */
  id: string;
  changes: StreamChange[];
  /** So much changed that reading anew costs less than being told of each. */
  anew?: boolean;
}

/** A burst on one thing within this is one change. */
const windowMs = 50;
/** For how many changes a client may be away and still not read all anew. */
const rememberedChanges = 5000;
/** With more requests that change together, a page is read anew for less. */
const manyChanges = 500;
/** Longest that such changes are kept to see how many there will be. */
const longestHeldMs = 5_000;

const promiseKey = (platform: string, name: string) =>
  `promise ${platform}/${name}`;

/**
 * One line of changes of everything for all who look on, with a memory for
 * those who were away for a moment.
 *
 * @internal
 */
export class ChangeFeed {
  readonly #live: KratixLive;
  /** Another process, another line: its ids mean nothing here. */
  readonly #line = randomBytes(6).toString('hex');
  readonly #listeners = new Set<(batch: ChangeBatch) => void>();
  readonly #remembered: { number: number; changes: StreamChange[] }[] = [];
  #rememberedSize = 0;
  #gathered: StreamChange[] = [];
  /** Of requests that change with their platform, until it is known how many. */
  readonly #held = new Map<string, RowChange<RequestRow>>();
  #heldSince = 0;
  #timer?: NodeJS.Timeout;
  #number = 0;
  #stops: (() => void)[] = [];

  constructor(options: { live: KratixLive }) {
    this.#live = options.live;
  }

  start(): void {
    const { requests, promises, destinations, platformStates } = this.#live;
    this.#stops = [
      requests.onChange(changes => this.#requests(changes)),
      promises.onChange(changes =>
        this.#gather(
          changes.map(({ platform, key: name, before, after }) => ({
            kind: 'promise',
            key: promiseKey(platform, name),
            platform,
            name,
            before,
            after,
            requests: [],
          })),
        ),
      ),
      this.#live.onReleaseChange((platform, names) =>
        this.#gather(
          names.map(name => {
            const row = promises.get(platform, name);
            const key = promiseKey(platform, name);
            const change = { kind: 'promise' as const, key, platform, name };
            return {
              ...change,
              before: row,
              after: row,
              requests: [],
              release: true,
            };
          }),
        ),
      ),
      destinations.onChange(changes =>
        this.#gather(
          changes.map(({ platform, key: name, before, after }) => ({
            kind: 'destination',
            key: `destination ${platform}/${name}`,
            platform,
            name,
            before,
            after,
          })),
        ),
      ),
      platformStates.onChange(changes =>
        this.#gather(
          changes.map(({ platform: id, after }) => ({
            kind: 'platform',
            key: `platform ${id}`,
            id,
            after,
          })),
        ),
      ),
    ];
  }

  stop(): void {
    this.#stops.forEach(stop => stop());
    clearTimeout(this.#timer);
    this.#held.clear();
    this.#listeners.clear();
  }

  /** Of the last batch that was told. */
  get id(): string {
    return this.#idOf(this.#number);
  }

  subscribe(listener: (batch: ChangeBatch) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * What was told after that id; `undefined` where that is no longer known, or
   * never was.
   */
  since(id: string): StreamChange[] | undefined {
    const [line, text] = id.split('-');
    const number = Number(text);
    if (line !== this.#line || !Number.isInteger(number)) return undefined;
    if (number === this.#number) return [];
    const [oldest] = this.#remembered;
    if (!oldest || number < oldest.number - 1 || number > this.#number) {
      return undefined;
    }
    return coalesced(
      this.#remembered
        .filter(batch => batch.number > number)
        .flatMap(({ changes }) => changes),
    );
  }

  /** Tells now what is gathered, so that who comes next hears what comes next. */
  flush(): void {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#tell();
  }

  #requests(changes: RowChange<RequestRow>[]): void {
    const news: RowChange<RequestRow>[] = [];
    for (const change of changes) {
      const held = this.#held.get(change.key);
      const whole = held ? { ...change, before: held.before } : change;
      if (change.cause === 'everything') {
        if (this.#held.size === 0) this.#heldSince = Date.now();
        this.#held.set(change.key, whole);
      } else {
        this.#held.delete(change.key);
        news.push(whole);
      }
    }
    this.#gatherRequests(news);
    if (this.#held.size > 0) this.#tellSoon();
  }

  #gatherRequests(changes: RowChange<RequestRow>[]): void {
    this.#gather(
      changes.map(({ key, before, after }) => ({
        kind: 'request',
        key: `request ${key}`,
        before,
        after,
      })),
    );
    this.#gather(changes.flatMap(change => this.#countsMovedBy(change)));
  }

  /** The Promise whose counts are others than before. */
  #countsMovedBy(change: RowChange<RequestRow>): StreamChange[] {
    const { platform, before, after } = change;
    if (before && after && countedAlike(before, after)) return [];
    const rows = [before, after].filter(row => row !== undefined);
    const names = new Set(rows.map(({ promise }) => promise));
    return [...names].flatMap(name => {
      const row = this.#live.promises.get(platform, name);
      if (!row) return [];
      return {
        kind: 'promise',
        key: promiseKey(platform, name),
        platform,
        name,
        before: row,
        after: row,
        requests: rows,
      };
    });
  }

  #gather(changes: StreamChange[]): void {
    if (changes.length === 0) return;
    this.#gathered.push(...changes);
    this.#tellSoon();
  }

  #tellSoon(): void {
    this.#timer ??= setTimeout(() => this.#tell(), windowMs).unref();
  }

  #tell(): void {
    this.#timer = undefined;
    const anew = this.#release();
    const changes = coalesced(this.#gathered);
    this.#gathered = [];
    if (changes.length === 0 && !anew) return;
    this.#number += 1;
    if (anew) this.#forget();
    else this.#remember(changes);
    const batch = { id: this.id, changes, anew };
    for (const listener of this.#listeners) listener(batch);
  }

  /** Ends the wait for how many there are; true where they are too many. */
  #release(): boolean {
    if (this.#held.size === 0) return false;
    const waited = Date.now() - this.#heldSince;
    if (!this.#live.requests.caughtUp && waited < longestHeldMs) {
      this.#tellSoon();
      return false;
    }
    const changes = [...this.#held.values()];
    this.#held.clear();
    if (changes.length > manyChanges) return true;
    this.#gatherRequests(changes);
    // Gathered for this very time.
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return false;
  }

  /** Who was away has to read anew. */
  #forget(): void {
    this.#remembered.length = 0;
    this.#rememberedSize = 0;
  }

  #remember(changes: StreamChange[]): void {
    this.#remembered.push({ number: this.#number, changes });
    this.#rememberedSize += changes.length;
    while (this.#rememberedSize > rememberedChanges) {
      const dropped = this.#remembered.shift();
      this.#rememberedSize -= dropped?.changes.length ?? 0;
    }
  }

  #idOf(number: number): string {
    return `${this.#line}-${number}`;
  }
}

function countedAlike(a: RequestRow, b: RequestRow): boolean {
  return (
    a.promise === b.promise &&
    // Who may see it may have changed with its owner.
    a.owner === b.owner &&
    a.labelRank === b.labelRank &&
    a.toneRank === b.toneRank &&
    a.view.description.version.state === b.view.description.version.state
  );
}

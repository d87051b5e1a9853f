import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';

/** Why a row is to be derived. @internal */
export type Cause =
  /** It, or what it is made of, is another. */
  | 'news'
  /** Everything on its platform was marked. */
  | 'everything';

/** A row that is to be derived. @internal */
export interface DirtyRow {
  platform: Platform;
  key: string;
  cause: Cause;
}

/** Keys in the order they came, each once. */
class KeyQueue {
  readonly #keys = new Set<string>();
  // Kept between calls: a new one would walk over all that was taken.
  #next = this.#keys.values();

  get size(): number {
    return this.#keys.size;
  }

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  add(key: string): void {
    this.#keys.add(key);
  }

  delete(key: string): void {
    this.#keys.delete(key);
  }

  take(): string | undefined {
    let { value } = this.#next.next();
    // At its end an iterator stays there, whatever is added.
    if (value === undefined) {
      this.#next = this.#keys.values();
      value = this.#next.next().value;
    }
    if (value !== undefined) this.#keys.delete(value);
    return value;
  }
}

/**
 * What is to be derived. News come before what was marked with everything else,
 * so that nobody waits for a change behind fifty thousand rows; and platforms
 * take turns, so that none waits for another.
 *
 * @internal
 */
export class DirtyRows {
  readonly #queues: Record<Cause, Map<Platform, KeyQueue>> = {
    news: new Map(),
    everything: new Map(),
  };

  get empty(): boolean {
    return !this.waits('news') && !this.waits('everything');
  }

  /** Is there anything to derive for this cause? */
  waits(cause: Cause): boolean {
    return this.#queues[cause].size > 0;
  }

  add(cause: Cause, platform: Platform, keys: Iterable<string>): void {
    const news = this.#queues.news.get(platform);
    for (const key of keys) {
      if (cause === 'news') this.#remove('everything', platform, key);
      else if (news?.has(key)) continue;
      this.#queueOf(cause, platform).add(key);
    }
  }

  delete(platform: Platform, key: string): void {
    this.#remove('news', platform, key);
    this.#remove('everything', platform, key);
  }

  take(): DirtyRow | undefined {
    return this.#take('news') ?? this.#take('everything');
  }

  clear(): void {
    this.#queues.news.clear();
    this.#queues.everything.clear();
  }

  #take(cause: Cause): DirtyRow | undefined {
    const queues = this.#queues[cause];
    for (const [platform, queue] of queues) {
      const key = queue.take();
      queues.delete(platform);
      if (key === undefined) continue;
      // To the end: the next turn is another's.
      if (queue.size > 0) queues.set(platform, queue);
      return { platform, key, cause };
    }
    return undefined;
  }

  #remove(cause: Cause, platform: Platform, key: string): void {
    const queue = this.#queues[cause].get(platform);
    queue?.delete(key);
    if (queue?.size === 0) this.#queues[cause].delete(platform);
  }

  #queueOf(cause: Cause, platform: Platform): KeyQueue {
    let queue = this.#queues[cause].get(platform);
    if (!queue) this.#queues[cause].set(platform, (queue = new KeyQueue()));
    return queue;
  }
}

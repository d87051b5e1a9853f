/** Wakes at most this often, however many are due one after the other. */
const stepMs = 100;
/** `setTimeout` takes no more than 2^31 - 1. */
const longestMs = 24 * 60 * 60 * 1000;

/**
 * Things to look at again at a time of their own, with a single timer for all.
 *
 * @internal
 */
export class Rechecks {
  readonly #dueAt = new Map<string, number>();
  readonly #now: () => number;
  readonly #onDue: (keys: string[]) => void;
  #timer?: NodeJS.Timeout;
  #wakesAt = Infinity;

  constructor(options: { now: () => number; onDue: (keys: string[]) => void }) {
    this.#now = options.now;
    this.#onDue = options.onDue;
  }

  /** Replaces what was set for the key; `undefined` forgets it. */
  set(key: string, at: number | undefined): void {
    if (at === undefined) {
      // The timer stays: waking once for nothing costs less than a search.
      this.#dueAt.delete(key);
      return;
    }
    this.#dueAt.set(key, at);
    if (at < this.#wakesAt) this.#wakeAt(at);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#dueAt.clear();
    this.#wakesAt = Infinity;
  }

  #wakeAt(at: number): void {
    clearTimeout(this.#timer);
    this.#wakesAt = at;
    const waitMs = Math.min(Math.max(at - this.#now(), stepMs), longestMs);
    this.#timer = setTimeout(() => this.#wake(), waitMs);
    // A timer alone must not keep the process from ending.
    this.#timer.unref();
  }

  #wake(): void {
    this.#wakesAt = Infinity;
    const now = this.#now();
    const due: string[] = [];
    let next = Infinity;
    for (const [key, at] of this.#dueAt) {
      if (at <= now) due.push(key);
      else if (at < next) next = at;
    }
    for (const key of due) this.#dueAt.delete(key);
    if (next < Infinity) this.#wakeAt(next);
    if (due.length > 0) this.#onDue(due);
  }
}

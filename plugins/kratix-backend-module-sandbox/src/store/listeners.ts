/**
 * Calls every listener with every value, in order, also when a listener
 * causes the next value while the present one is still being told.
 *
 * @internal
 */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>();
  readonly #waiting: T[] = [];
  #telling = false;

  add(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(value: T) {
    this.#waiting.push(value);
    if (this.#telling) return;
    this.#telling = true;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; ) {
        for (const listener of [...this.#listeners]) listener(next);
        next = this.#waiting.shift();
      }
    } finally {
      this.#telling = false;
    }
  }
}

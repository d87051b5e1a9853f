import type { Clock } from '../cache/clock';

interface Timer {
  due: number;
  resolve: () => void;
}

/** A clock that stands still until it is told otherwise. */
export class VirtualClock implements Clock {
  #now: number;
  #timers: Timer[] = [];

  constructor(epochMs = 0) {
    this.#now = epochMs;
  }

  now = () => this.#now;
  monotonic = () => this.#now;
  random = () => 0.5;

  delay = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise(resolve => {
      const done = () => {
        signal.removeEventListener('abort', done);
        resolve();
      };
      signal.addEventListener('abort', done);
      this.#timers.push({ due: this.#now + ms, resolve: done });
    });

  /** Goes there, stopping wherever something waits to happen. */
  async advanceTo(epochMs: number): Promise<void> {
    for (;;) {
      const [next] = this.#timers
        .filter(({ due }) => due <= epochMs)
        .sort((a, b) => a.due - b.due);
      if (!next) break;
      this.#timers = this.#timers.filter(timer => timer !== next);
      this.#now = Math.max(this.#now, next.due);
      next.resolve();
      // Lets those who waited act before time goes on.
      await new Promise(setImmediate);
    }
    this.#now = Math.max(this.#now, epochMs);
  }
}

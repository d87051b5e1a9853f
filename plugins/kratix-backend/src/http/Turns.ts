import { setImmediate } from 'node:timers/promises';

/** Longest stretch of work before others get a turn. */
const sliceMs = 10;

/**
 * Breaks for long work, in which others are served. To be asked between any
 * two small steps:
 *
 * ```ts
 * if (turns.due) await turns.give();
 * ```
 *
 * @internal
 */
export class Turns {
  #since = performance.now();

  get due(): boolean {
    return performance.now() - this.#since > sliceMs;
  }

  async give(): Promise<void> {
    await setImmediate();
    this.#since = performance.now();
  }
}

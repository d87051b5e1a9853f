import type { Clock } from './clock';

/** @internal */
export interface BackoffLimits {
  /** First wait, before jitter. */
  firstMs: number;
  /** Longest wait, before jitter. */
  longestMs: number;
}

/**
 * Waits that double, with jitter, so that many reflectors of many replicas do
 * not come back at once.
 *
 * @internal
 */
export class Backoff {
  readonly #limits: BackoffLimits;
  readonly #clock: Pick<Clock, 'random'>;
  #failures = 0;

  constructor(limits: BackoffLimits, clock: Pick<Clock, 'random'>) {
    this.#limits = limits;
    this.#clock = clock;
  }

  reset(): void {
    this.#failures = 0;
  }

  /** Milliseconds to wait; never sooner than the server asked for. */
  next(retryAfterMs = 0): number {
    const { firstMs, longestMs } = this.#limits;
    const wait = Math.min(firstMs * 2 ** this.#failures, longestMs);
    // 2^16 is beyond any limit, and the count must not overflow.
    this.#failures = Math.min(this.#failures + 1, 16);
    const jittered = wait * (0.5 + this.#clock.random());
    return retryAfterMs > 0
      ? retryAfterMs + jittered * 0.1
      : Math.round(jittered);
  }
}

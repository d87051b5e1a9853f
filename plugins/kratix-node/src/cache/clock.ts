import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Time, as far as the cache needs it; handed in so that tests own it.
 *
 * @internal
 */
export interface Clock {
  /** Epoch milliseconds; may jump either way. */
  now(): number;
  /** Milliseconds since whenever; never jumps. All waiting goes by it. */
  monotonic(): number;
  /** Resolves after the time, or earlier when aborted. */
  delay(ms: number, signal: AbortSignal): Promise<void>;
  /** Between 0 and 1. */
  random(): number;
}

/** @internal */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  random: () => Math.random(),
  async delay(ms, signal) {
    try {
      await sleep(ms, undefined, { signal, ref: false });
    } catch {
      // Aborted: the caller looks at the signal.
    }
  },
};

/**
 * A moment that stays right when the wall clock jumps: kept on the clock that
 * does not, told in terms of the one that people read.
 *
 * @internal
 */
export class Moment {
  readonly #clock: Clock;
  #at?: number;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  mark(): void {
    this.#at = this.#clock.monotonic();
  }

  clear(): void {
    this.#at = undefined;
  }

  get isSet(): boolean {
    return this.#at !== undefined;
  }

  /** Milliseconds since it was marked. */
  get age(): number | undefined {
    return this.#at === undefined
      ? undefined
      : this.#clock.monotonic() - this.#at;
  }

  /** Epoch milliseconds, by what the wall clock says now. */
  get epoch(): number | undefined {
    const { age } = this;
    return age === undefined ? undefined : Math.round(this.#clock.now() - age);
  }
}

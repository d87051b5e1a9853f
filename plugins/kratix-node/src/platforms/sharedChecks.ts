import type { Clock } from '../cache/clock';
import type { CheckOutcome } from '../types';

/** Milliseconds. @internal */
export interface CheckLimits {
  /** How long whoever asks is kept waiting. */
  patienceMs: number;
  /** Between the end of a check and the next. */
  distanceMs: number;
  /** A check that goes on for longer does not keep the next from beginning. */
  longestMs: number;
}

/** @internal */
export const defaultCheckLimits: CheckLimits = {
  patienceMs: 5_000,
  distanceMs: 10_000,
  longestMs: 60_000,
};

/**
 * Checks of one platform, one at a time and with some time between two: whoever
 * asks meanwhile shares the one that runs, so that many people who press a
 * button cost the cluster no more than one.
 *
 * @internal
 */
export class SharedChecks {
  readonly #clock: Clock;
  readonly #limits: CheckLimits;
  readonly #check: () => Promise<void>;
  readonly #stopped: AbortSignal;
  #running?: Promise<void>;
  #endedAt?: number;

  constructor(options: {
    clock: Clock;
    limits: CheckLimits;
    /** Must not throw. */
    check: () => Promise<void>;
    stopped: AbortSignal;
  }) {
    this.#clock = options.clock;
    this.#limits = options.limits;
    this.#check = options.check;
    this.#stopped = options.stopped;
  }

  async check(): Promise<CheckOutcome> {
    const { distanceMs, patienceMs } = this.#limits;
    const age =
      this.#endedAt === undefined
        ? Infinity
        : this.#clock.monotonic() - this.#endedAt;
    if (!this.#running && age < distanceMs) return 'recent';
    this.#running ??= this.#run();
    return (await this.#endsWithin(this.#running, patienceMs))
      ? 'checked'
      : 'trying';
  }

  async #run(): Promise<void> {
    await this.#endsWithin(this.#check(), this.#limits.longestMs);
    this.#endedAt = this.#clock.monotonic();
    this.#running = undefined;
  }

  async #endsWithin(work: Promise<void>, ms: number): Promise<boolean> {
    const over = new AbortController();
    const signal = AbortSignal.any([this.#stopped, over.signal]);
    try {
      return await Promise.race([
        work.then(() => true),
        this.#clock.delay(ms, signal).then(() => false),
      ]);
    } finally {
      over.abort();
    }
  }
}

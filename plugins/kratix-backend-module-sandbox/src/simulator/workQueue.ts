import type { Clock } from './clock';

/**
 * What a reconcile asks for. `hold` keeps the queue busy for so long before it
 * goes on: Kratix's controllers pause after they create a Job.
 *
 * @internal
 */
export interface Outcome {
  /** Reconcile again, at once. */
  again?: boolean;
  /** Reconcile again after so many milliseconds. */
  afterMs?: number;
  hold?: { ms: number; then: () => Outcome | undefined | void };
}

/** @internal */
export type Reconcile = (key: string) => Outcome | undefined | void;

/**
 * A controller's queue: each key at most once, one at a time, a few
 * milliseconds apart, so that whoever looks on sees each state in turn.
 *
 * @internal
 */
export class WorkQueue {
  readonly #clock: Clock;
  readonly #reconcile: Reconcile;
  readonly #latencyMs: number;
  readonly #onError: (key: string, error: unknown) => void;
  readonly #waiting = new Set<string>();
  readonly #dueLater = new Map<string, number>();
  #busy = false;

  constructor(options: {
    clock: Clock;
    reconcile: Reconcile;
    latencyMs?: number;
    onError: (key: string, error: unknown) => void;
  }) {
    this.#clock = options.clock;
    this.#reconcile = options.reconcile;
    this.#latencyMs = options.latencyMs ?? 10;
    this.#onError = options.onError;
  }

  add(key: string): void {
    this.#waiting.add(key);
    this.#next();
  }

  addAfter(key: string, delayMs: number): void {
    const due = this.#clock.now().getTime() + delayMs;
    const known = this.#dueLater.get(key);
    if (known !== undefined && known <= due) return;
    this.#dueLater.set(key, due);
    this.#clock.schedule(delayMs, () => {
      if (this.#dueLater.get(key) !== due) return;
      this.#dueLater.delete(key);
      this.add(key);
    });
  }

  /** Keeps the queue from doing anything for a while. */
  pause(ms: number): void {
    if (this.#busy) return;
    this.#busy = true;
    this.#clock.schedule(ms, () => this.#free());
  }

  #next() {
    if (this.#busy || this.#waiting.size === 0) return;
    this.#busy = true;
    this.#clock.schedule(this.#latencyMs, () => {
      const [key] = this.#waiting;
      this.#waiting.delete(key);
      this.#run(key, () => this.#reconcile(key));
    });
  }

  #run(key: string, work: () => Outcome | undefined | void) {
    let outcome: Outcome | undefined | void;
    try {
      outcome = work();
    } catch (error) {
      // As a controller does: report, and try again.
      this.#onError(key, error);
      outcome = { afterMs: 50 };
    }
    if (outcome?.again) this.#waiting.add(key);
    if (outcome?.afterMs !== undefined) this.addAfter(key, outcome.afterMs);
    const hold = outcome?.hold;
    if (hold) {
      this.#clock.schedule(hold.ms, () => this.#run(key, hold.then));
      return;
    }
    this.#free();
  }

  #free() {
    this.#busy = false;
    this.#next();
  }
}

import { InputError } from '@backstage/errors';
import { Attempts } from '../cache/attempts';
import { Backoff, type BackoffLimits } from '../cache/backoff';
import type { Clock } from '../cache/clock';
import type { Connection } from '../types';

/**
 * Opens the connection of a platform, again and again for as long as it fails.
 *
 * @internal
 */
export class ConnectionOpening {
  readonly #options: {
    connect: () => Promise<Connection>;
    failed: (error: unknown) => void;
    clock: Clock;
    backoff: BackoffLimits;
    signal: AbortSignal;
  };
  readonly #attempts: Attempts;

  constructor(options: {
    connect: () => Promise<Connection>;
    /** Told of each failure but the last. */
    failed: (error: unknown) => void;
    clock: Clock;
    backoff: BackoffLimits;
    signal: AbortSignal;
  }) {
    this.#options = options;
    this.#attempts = new Attempts(options.clock, options.signal);
  }

  /**
   * Nothing, where it was stopped before.
   *
   * @throws InputError where config is wrong, which does not mend itself
   */
  async open(): Promise<Connection | undefined> {
    const { connect, failed, clock, signal } = this.#options;
    const backoff = new Backoff(this.#options.backoff, clock);
    while (!signal.aborted) {
      try {
        return await connect();
      } catch (error) {
        if (error instanceof InputError) throw error;
        failed(error);
        this.#attempts.ended();
        await this.#attempts.wait(backoff.next());
      }
    }
    return undefined;
  }

  /** Tries now; resolves when that has failed. */
  async tryNow(): Promise<void> {
    this.#attempts.hurry();
    await this.#attempts.next();
  }
}

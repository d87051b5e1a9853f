import type { Clock } from './clock';

/**
 * Attempts at something that is tried again and again: the wait before the next
 * can be cut short, and whoever does so can learn when it has ended.
 *
 * @internal
 */
export class Attempts {
  readonly #clock: Pick<Clock, 'delay'>;
  readonly #over: AbortSignal;
  #hurry = new AbortController();
  #awaited: (() => void)[] = [];

  /** @param over - no attempt comes after that */
  constructor(clock: Pick<Clock, 'delay'>, over: AbortSignal) {
    this.#clock = clock;
    this.#over = over;
    over.addEventListener('abort', () => this.ended(), { once: true });
  }

  /** Waits before the next attempt. */
  async wait(ms: number): Promise<void> {
    this.#hurry = new AbortController();
    await this.#clock.delay(
      ms,
      AbortSignal.any([this.#over, this.#hurry.signal]),
    );
  }

  /** Ends the wait, if there is one. */
  hurry(): void {
    this.#hurry.abort();
  }

  /** Resolves when the attempt under way, or else the next, has ended. */
  async next(): Promise<void> {
    if (this.#over.aborted) return;
    await new Promise<void>(resolve => this.#awaited.push(resolve));
  }

  /** To be told of each attempt, however it ended. */
  ended(): void {
    for (const tell of this.#awaited.splice(0)) tell();
  }
}

const firstMs = 5 * 60_000;
const longestMs = 6 * 60 * 60_000;

/** When something that failed is tried again. @internal */
export interface Attempt {
  /** On the clock of whoever asked. */
  at: number;
  /** How long that is after the last one. */
  afterMs: number;
}

/**
 * After five minutes, then each time after twice as long, up to six hours: what
 * failed as the machine was busy fares better soon, and what fails for ever
 * costs next to nothing. Pure.
 *
 * @internal
 */
export function nextAttempt(now: number, before?: Attempt): Attempt {
  const afterMs = before ? Math.min(2 * before.afterMs, longestMs) : firstMs;
  return { at: now + afterMs, afterMs };
}

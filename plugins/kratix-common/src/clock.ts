import { isoTime } from './kube';

/**
 * The time a description is made for, and the times at which time alone may
 * change it.
 *
 * @public
 */
export interface Clock {
  /** Epoch milliseconds. */
  now: number;
  /** Epoch milliseconds, all in the future. */
  recheck: number[];
}

/** Has that time come? If not, it is noted to look again then. @public */
export function hasCome(clock: Clock, ms: number): boolean {
  if (ms <= clock.now) return true;
  clock.recheck.push(ms);
  return false;
}

/** RFC 3339 of the next time to look again. @public */
export function recheckAt(clock: Clock): string | undefined {
  // Rounded up: looking a fraction too early would find nothing new.
  return clock.recheck.length > 0
    ? isoTime(Math.ceil(Math.min(...clock.recheck)))
    : undefined;
}

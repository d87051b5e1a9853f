/** Epoch milliseconds of an RFC 3339 time; `undefined` for anything else. @public */
export function epochMs(time: unknown): number | undefined {
  // Digits first: `Date.parse` also takes '1' and 'May'.
  if (typeof time !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(time)) {
    return undefined;
  }
  const ms = Date.parse(time);
  return Number.isNaN(ms) ? undefined : ms;
}

// Beyond these `toISOString` throws or writes a sign no other reader knows.
const firstMs = Date.UTC(0, 0, 1);
const lastMs = Date.UTC(9999, 11, 31);

/** RFC 3339 of epoch milliseconds; `undefined` outside years 0 to 9999. @public */
export function isoTime(ms: number | undefined): string | undefined {
  if (ms === undefined || !(ms >= firstMs && ms <= lastMs)) return undefined;
  return new Date(ms).toISOString();
}

/** The time, if it is an RFC 3339 time. @public */
export function asTime(time: unknown): string | undefined {
  return epochMs(time) === undefined ? undefined : (time as string);
}

/** The latest of these RFC 3339 times. @public */
export function latestTime(...times: unknown[]): string | undefined {
  let best: string | undefined;
  let bestMs = -Infinity;
  for (const time of times) {
    const ms = epochMs(time);
    if (ms !== undefined && ms > bestMs) {
      best = time as string;
      bestMs = ms;
    }
  }
  return best;
}

/** The earliest of these RFC 3339 times. @public */
export function earliestTime(...times: unknown[]): string | undefined {
  let best: string | undefined;
  let bestMs = Infinity;
  for (const time of times) {
    const ms = epochMs(time);
    if (ms !== undefined && ms < bestMs) {
      best = time as string;
      bestMs = ms;
    }
  }
  return best;
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Units of a distance in time, as messages name them. @public */
export type TimeUnit = 'second' | 'minute' | 'hour' | 'day';

/** `12 minutes ago` without words; a date once it is a week or more. @public */
export type TimeDistance =
  | { kind: 'now' }
  | { kind: 'ago' | 'in'; unit: TimeUnit; count: number }
  | { kind: 'date' };

/** How far `then` is from `now`, both epoch milliseconds. @public */
export function timeDistance(then: number, now: number): TimeDistance {
  const seconds = Math.round((now - then) / 1000);
  const far = Math.abs(seconds);
  if (far >= 7 * day) return { kind: 'date' };
  if (far < 5) return { kind: 'now' };
  const kind = seconds > 0 ? 'ago' : 'in';
  return { kind, ...largestUnit(far) };
}

function largestUnit(seconds: number): { unit: TimeUnit; count: number } {
  if (seconds < minute) return { unit: 'second', count: seconds };
  if (seconds < hour)
    return { unit: 'minute', count: Math.floor(seconds / minute) };
  if (seconds < day) return { unit: 'hour', count: Math.floor(seconds / hour) };
  return { unit: 'day', count: Math.floor(seconds / day) };
}

/** A duration in its two largest units: `4 min 10 s`. @public */
export function durationParts(
  seconds: number,
): { unit: TimeUnit; count: number }[] {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [
    { unit: 'day' as const, count: Math.floor(whole / day) },
    { unit: 'hour' as const, count: Math.floor((whole % day) / hour) },
    { unit: 'minute' as const, count: Math.floor((whole % hour) / minute) },
    { unit: 'second' as const, count: whole % minute },
  ];
  const first = parts.findIndex(({ count }) => count > 0);
  if (first < 0) return [parts[3]];
  return parts.slice(first, first + 2).filter(({ count }) => count > 0);
}

/** Epoch milliseconds of an RFC 3339 text; undefined where it is none. @public */
export function parseTime(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

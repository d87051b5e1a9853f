/**
 * How long a `Retry-After` header asks to be left alone, in milliseconds: in
 * seconds, or until a date (RFC 9110 §10.2.3), which counts from the server's
 * own clock where its answer tells that. Pure and total.
 *
 * @internal
 */
export function retryAfterMs(
  header: string | undefined,
  options: { date?: string; now: number },
): number | undefined {
  const asked = header?.trim() ?? '';
  if (/^\d+$/.test(asked)) return Number(asked) * 1000;
  const until = httpDate(asked);
  if (until === undefined) return undefined;
  return Math.max(0, until - (httpDate(options.date) ?? options.now));
}

/** `Date.parse` takes much for a date that is none, such as `-5`. */
function httpDate(text = ''): number | undefined {
  const time = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

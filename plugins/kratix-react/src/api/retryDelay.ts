const firstMs = 500;
const longestMs = 30_000;

/**
 * How long to wait after so many failures in a row: doubling from half a
 * second to half a minute, the upper half of it by chance so that tabs do not
 * come back all at once.
 *
 * @internal
 */
export function retryDelayMs(failures: number, random: () => number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10));
  return Math.round(full / 2 + (full / 2) * random());
}

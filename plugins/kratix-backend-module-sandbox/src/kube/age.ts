const units: [ms: number, letter: string][] = [
  [365 * 24 * 3600e3, 'y'],
  [24 * 3600e3, 'd'],
  [3600e3, 'h'],
  [60e3, 'm'],
  [1e3, 's'],
];

// Up to which value a unit is printed together with the next smaller one, as
// kubectl does: 9d5h, but 10d.
const withRemainder: Record<string, number> = { y: 8, d: 8, h: 8, m: 10, s: 0 };

/** A duration the way `kubectl get` prints ages. @internal */
export function shortDuration(ms: number): string {
  if (ms < 0) return '0s';
  if (ms < 120e3) return `${Math.floor(ms / 1e3)}s`;
  const at = units.findIndex(
    ([size, letter]) =>
      ms >= (letter === 'm' ? 2 * 60e3 : letter === 'h' ? 3 * size : 2 * size),
  );
  const [size, letter] = units[at] ?? [1e3, 's'];
  const value = Math.floor(ms / size);
  const next = units[at + 1];
  const rest = next ? Math.floor((ms % size) / next[0]) : 0;
  return value < withRemainder[letter] && rest > 0
    ? `${value}${letter}${rest}${next?.[1]}`
    : `${value}${letter}`;
}

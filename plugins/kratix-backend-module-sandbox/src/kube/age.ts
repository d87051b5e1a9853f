interface Unit {
  ms: number;
  letter: string;
  /** From which duration on it is used. */
  fromMs: number;
  /** Up to which value it is printed with the next smaller unit: 7d5h, but 8d. */
  withRest: number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

// As k8s.io/apimachinery's duration.HumanDuration has them.
const units: Unit[] = [
  { ms: year, letter: 'y', fromMs: 2 * year, withRest: 8 },
  { ms: day, letter: 'd', fromMs: 2 * day, withRest: 8 },
  { ms: hour, letter: 'h', fromMs: 3 * hour, withRest: 8 },
  { ms: minute, letter: 'm', fromMs: 2 * minute, withRest: 10 },
  { ms: second, letter: 's', fromMs: 0, withRest: 0 },
];

/** A duration the way `kubectl get` prints ages. @internal */
export function shortDuration(ms: number): string {
  const at = units.findIndex(({ fromMs }) => ms >= fromMs);
  const unit = units[at];
  if (!unit) return '0s';
  const value = Math.floor(ms / unit.ms);
  // A year's rest is told in days, an hour's in minutes.
  const next = units[at + 1];
  const rest = next ? Math.floor((ms % unit.ms) / next.ms) : 0;
  return value < unit.withRest && rest > 0
    ? `${value}${unit.letter}${rest}${next.letter}`
    : `${value}${unit.letter}`;
}

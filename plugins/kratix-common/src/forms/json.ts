import { isRecord } from '../kube';

/** JSON text in which equal values are equal, whatever their keys' order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    isRecord(one)
      ? Object.fromEntries(
          Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : one,
  );
}

/** Equal as JSON. @internal */
export function sameJson(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') {
    return one === other;
  }
  return canonical(one) === canonical(other);
}

/** A copy in which no member occurs twice. @internal */
export function distinct(values: unknown[]): unknown[] {
  const seen = new Set<string>();
  return values.filter(value => {
    const text = canonical(value);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

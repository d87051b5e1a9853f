import { isRecord, stringifyExact } from '../kube';

/**
 * JSON text in which equal values are equal, whatever their keys' order.
 *
 * @internal
 */
export function jsonText(value: unknown): string {
  return stringifyExact(sorted(value)) ?? '';
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, sorted(value[key])]),
  );
}

/** Equal as JSON. @internal */
export function sameJson(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') {
    return one === other;
  }
  return one === other || jsonText(one) === jsonText(other);
}

/** A copy in which no member occurs twice. @internal */
export function distinct(values: unknown[]): unknown[] {
  const seen = new Set<string>();
  return values.filter(value => {
    const text = typeof value === 'string' ? `"${value}` : jsonText(value);
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

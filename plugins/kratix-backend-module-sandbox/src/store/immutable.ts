import { stringifyExact } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * A deep copy that nobody can change. What is already frozen is shared, not
 * copied, so writing an object back costs only what is new in it; hence only
 * freeze what is frozen all through. Like JSON, it drops `undefined`.
 *
 * @internal
 */
export function frozenCopy<T>(value: T): T;
export function frozenCopy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) {
    return value;
  }
  if (Array.isArray(value)) return Object.freeze(value.map(frozenOrNull));
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const field: unknown = Reflect.get(value, key);
    if (field === undefined) continue;
    if (key === '__proto__') {
      // Plain assignment would set the prototype instead of a field.
      Object.defineProperty(copy, key, {
        value: frozenCopy(field),
        enumerable: true,
      });
      continue;
    }
    copy[key] = frozenCopy(field);
  }
  return Object.freeze(copy);
}

function frozenOrNull(item: unknown) {
  return item === undefined ? null : frozenCopy(item);
}

function sameNumber(one: unknown, other: unknown): boolean {
  const isNumber = (value: unknown) =>
    typeof value === 'bigint' || Number.isInteger(value);
  return (
    isNumber(one) &&
    isNumber(other) &&
    stringifyExact(one) === stringifyExact(other)
  );
}

/**
 * Whether two JSON values are the same, whatever the order of their keys.
 *
 * @internal
 */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  // An int64 and a float64 of the same text.
  if (typeof one === 'bigint' || typeof other === 'bigint') {
    return sameNumber(one, other);
  }
  if (
    typeof one !== 'object' ||
    typeof other !== 'object' ||
    one === null ||
    other === null ||
    Array.isArray(one) !== Array.isArray(other)
  ) {
    return false;
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return (
      one.length === other.length &&
      one.every((item, index) => sameValue(item, other[index]))
    );
  }
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every(
      key =>
        Object.hasOwn(other, key) &&
        sameValue(Reflect.get(one, key), Reflect.get(other, key)),
    )
  );
}

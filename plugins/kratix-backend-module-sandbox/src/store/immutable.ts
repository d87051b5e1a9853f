export { sameJsonValue as sameValue } from '@kratix-portal/backstage-plugin-kratix-common';

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

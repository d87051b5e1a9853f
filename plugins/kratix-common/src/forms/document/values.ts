import { isRecord } from '../../kube';
import type { ValuePath } from '../../schemas';

/**
 * The member of that name, or nothing. What an object inherits is not its own,
 * and a list has members at its positions alone.
 *
 * @internal
 */
export function memberOf(value: unknown, segment: string | number): unknown {
  if (Array.isArray(value)) {
    return typeof segment === 'number' ? value[segment] : undefined;
  }
  if (!isRecord(value)) return undefined;
  return Object.prototype.hasOwnProperty.call(value, segment)
    ? value[segment]
    : undefined;
}

/** @internal */
export function valueAt(value: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(memberOf, value);
}

/** @internal */
export function hasAt(value: unknown, path: ValuePath): boolean {
  const last = path[path.length - 1];
  if (last === undefined) return value !== undefined;
  const parent = valueAt(value, path.slice(0, -1));
  if (Array.isArray(parent)) {
    return typeof last === 'number' && last in parent;
  }
  return isRecord(parent) && Object.prototype.hasOwnProperty.call(parent, last);
}

/**
 * An object of these entries, whatever their names: assigning to `__proto__`
 * would lose it.
 *
 * @internal
 */
export function objectOf(
  entries: Iterable<readonly [string, unknown]>,
): Record<string, unknown> {
  return Object.fromEntries(entries);
}

/**
 * A copy in which the value is set. Branches beside the path are shared. What
 * is in the way and holds no members is replaced.
 *
 * @internal
 */
export function withValueAt(
  value: unknown,
  path: ValuePath,
  next: unknown,
): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) return next;
  const member = withValueAt(memberOf(value, segment), rest, next);
  if (typeof segment === 'number') {
    const list: unknown[] = Array.isArray(value) ? [...value] : [];
    list[Math.min(segment, list.length)] = member;
    return list;
  }
  const entries = isRecord(value) ? Object.entries(value) : [];
  return objectOf([...entries, [segment, member]]);
}

/** A copy without the value. @internal */
export function withoutValueAt(value: unknown, path: ValuePath): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined || !hasAt(value, [segment])) return value;
  if (rest.length > 0) {
    const member = memberOf(value, segment);
    const next = withoutValueAt(member, rest);
    return next === member ? value : withValueAt(value, [segment], next);
  }
  if (Array.isArray(value)) {
    return value.filter((_one, index) => index !== segment);
  }
  return isRecord(value)
    ? objectOf(Object.entries(value).filter(([name]) => name !== segment))
    : value;
}

/**
 * The new value with every branch that did not change taken from the old one,
 * so that who compares by identity sees only what changed.
 *
 * @internal
 */
export function sharedWith(old: unknown, next: unknown): unknown {
  if (old === next) return old;
  if (Array.isArray(old) && Array.isArray(next)) {
    const list = next.map((member, index) => sharedWith(old[index], member));
    const same =
      list.length === old.length &&
      list.every((member, index) => member === old[index]);
    return same ? old : list;
  }
  if (!isRecord(old) || !isRecord(next)) return next;
  const entries = Object.entries(next).map(
    ([name, member]) =>
      [name, sharedWith(memberOf(old, name), member)] as const,
  );
  const names = Object.keys(old);
  const same =
    entries.length === names.length &&
    entries.every(
      // The order shows in the text: another order is another value here.
      ([name, member], index) => name === names[index] && member === old[name],
    );
  return same ? old : objectOf(entries);
}

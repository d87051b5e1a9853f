import { isRecord } from '../../kube';
import type { ValuePath } from '../../schemas';
import { own } from '../keys';

/** A field that is not what it was; `undefined` means absent. @public */
export interface FieldChange {
  path: ValuePath;
  before: unknown;
  after: unknown;
}

/**
 * Equal as JSON, with whole numbers beyond 2^53 and with names in any order.
 *
 * @public
 */
export function sameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return (
      one.length === other.length &&
      one.every((item, index) => sameValue(item, other[index]))
    );
  }
  if (isRecord(one) && isRecord(other)) {
    const names = Object.keys(one);
    return (
      names.length === Object.keys(other).length &&
      names.every(
        name =>
          Object.prototype.hasOwnProperty.call(other, name) &&
          sameValue(own(one, name), own(other, name)),
      )
    );
  }
  if (typeof one === 'bigint' || typeof other === 'bigint') {
    // `1` of one parser and `1n` of another are the same number.
    return isNumber(one) && isNumber(other) && String(one) === String(other);
  }
  return one === other;
}

function isNumber(value: unknown): boolean {
  return typeof value === 'bigint' || typeof value === 'number';
}

/**
 * What differs, at the deepest places that both have. A list is a whole unless
 * its length stayed: places in it mean nothing once items were added or taken.
 *
 * @public
 */
export function changesBetween(before: unknown, after: unknown): FieldChange[] {
  const changes: FieldChange[] = [];
  const compare = (one: unknown, other: unknown, path: ValuePath) => {
    const names = commonNames(one, other);
    if (!names) {
      if (!sameValue(one, other)) {
        changes.push({ path, before: one, after: other });
      }
      return;
    }
    for (const name of names) {
      compare(memberOf(one, name), memberOf(other, name), [...path, name]);
    }
  };
  compare(before, after, []);
  return changes;
}

/** The members to look at one by one; `undefined` where both are wholes. */
function commonNames(one: unknown, other: unknown) {
  if (isRecord(one) && isRecord(other)) {
    return [...new Set([...Object.keys(one), ...Object.keys(other)])];
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length ? one.map((_, i) => i) : undefined;
  }
  return undefined;
}

/** A member of an object or a list; `undefined` where there is none. @internal */
export function memberOf(value: unknown, name: string | number): unknown {
  if (Array.isArray(value)) return value[Number(name)];
  return isRecord(value) ? own(value, String(name)) : undefined;
}

/** The value at a path; `undefined` where there is none. @public */
export function fieldAt(value: unknown, path: ValuePath): unknown {
  return path.reduce(memberOf, value);
}

/** One step of a JSON patch. @public */
export type FieldPatch =
  | { op: 'add' | 'replace'; path: string; value: unknown }
  | { op: 'remove'; path: string };

/** Beyond this a list is sent as a whole. */
const mostSteps = 50;

/**
 * The JSON patch (RFC 6902) that makes these changes and no other. Of a list
 * that grew or shrank the items before and after the place stay untouched: they
 * may hold more than whoever changes the list may see.
 *
 * @public
 */
export function patchOfChanges(changes: readonly FieldChange[]): FieldPatch[] {
  return changes.flatMap(({ path, before, after }): FieldPatch[] => {
    const pointer = path
      .map(part => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`)
      .join('');
    if (after === undefined) return [{ op: 'remove', path: pointer }];
    if (Array.isArray(before) && Array.isArray(after)) {
      const steps = listSteps(pointer, before, after);
      if (steps.length <= mostSteps) return steps;
    }
    const op = before === undefined ? 'add' : 'replace';
    return [{ op, path: pointer, value: after }];
  });
}

function listSteps(
  pointer: string,
  before: unknown[],
  after: unknown[],
): FieldPatch[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && sameValue(before[start], after[start])) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    sameValue(before[before.length - 1 - end], after[after.length - 1 - end])
  ) {
    end += 1;
  }
  const taken = before.length - end - start;
  const added = after.slice(start, after.length - end);
  return [
    ...Array.from({ length: taken }, (_none, index) => ({
      op: 'remove' as const,
      path: `${pointer}/${start + taken - 1 - index}`,
    })),
    ...added.map((value, index) => ({
      op: 'add' as const,
      path: `${pointer}/${start + index}`,
      value,
    })),
  ];
}

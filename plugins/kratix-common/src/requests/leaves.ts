import { isRecord, stringifyExact } from '../kube';

/** A value at the end of a path. @internal */
export interface Leaf {
  /** Keys from the root. */
  keys: string[];
  value: unknown;
}

const maxDepth = 8;
const maxLeaves = 500;

/**
 * An object as its leaves, in order; lists stay whole, and so does what lies
 * too deep.
 *
 * @internal
 */
export function leavesOf(
  root: Record<string, unknown>,
  stop: (key: string, value: Record<string, unknown>) => boolean = () => false,
): Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (value: unknown, keys: string[]) => {
    if (leaves.length >= maxLeaves) return;
    const key = keys[keys.length - 1] ?? '';
    if (
      isRecord(value) &&
      keys.length < maxDepth &&
      Object.keys(value).length > 0 &&
      !(keys.length > 0 && stop(key, value))
    ) {
      for (const [name, child] of Object.entries(value)) {
        visit(child, [...keys, name]);
      }
    } else if (keys.length > 0) {
      leaves.push({ keys, value });
    }
  };
  visit(root, []);
  return leaves;
}

/** A scalar or a small structure as one line of text. @internal */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  if (isRecord(value)) {
    return Object.entries(value)
      .map(([key, child]) => `${key}: ${textOf(child)}`)
      .join(', ');
  }
  if (Array.isArray(value)) {
    // Where an item has commas of its own they do not part it from the next.
    return value.map(textOf).join(value.some(isRecord) ? '; ' : ', ');
  }
  return stringifyExact(value);
}

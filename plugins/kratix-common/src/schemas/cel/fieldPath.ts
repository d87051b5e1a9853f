import type { ValuePath } from '../types';

const step =
  /\.([^.[\]'"]+)|\[\s*'((?:[^'\\]|\\.)*)'\s*\]|\[\s*"((?:[^"\\]|\\.)*)"\s*\]/y;

/**
 * The field that a rule names in `fieldPath`, as `.spec.x` or `['a.b'].c`, from
 * where the rule is. What can't be read means the place of the rule.
 *
 * @internal
 */
export function readFieldPath(fieldPath: unknown): ValuePath {
  if (typeof fieldPath !== 'string') return [];
  const path: string[] = [];
  const steps = new RegExp(step);
  while (steps.lastIndex < fieldPath.length) {
    const found = steps.exec(fieldPath);
    if (!found) return [];
    const [, name, single, double] = found;
    const quoted = single ?? double;
    path.push(name ?? quoted.replace(/\\(.)/g, '$1'));
  }
  return path;
}

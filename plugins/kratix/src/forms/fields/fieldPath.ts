import type { ValuePath } from '@kratix-portal/backstage-plugin-kratix-common';

/** A path as text, for maps; no two paths have the same. @internal */
export function pathKey(path: ValuePath): string {
  return JSON.stringify(path);
}

/**
 * The id of the element in which a field is edited. Stable, and without
 * anything that an id or a list of ids can't hold.
 *
 * @internal
 */
export function fieldId(path: ValuePath): string {
  const segments = path.map(segment =>
    typeof segment === 'number'
      ? `:${segment}`
      : segment.replace(
          /[^A-Za-z0-9_-]/g,
          char => `.${char.charCodeAt(0).toString(16)}.`,
        ),
  );
  return ['kratix-field', ...segments].join('/');
}

/** The path whose field, or a part of it, has this id. @internal */
export function pathOfId(id: string): ValuePath | undefined {
  const [own] = id.split('//');
  const [prefix, ...segments] = own.split('/');
  if (prefix !== 'kratix-field') return undefined;
  return segments.map(segment =>
    segment.startsWith(':')
      ? Number(segment.slice(1))
      : segment.replace(/\.([0-9a-f]+)\./g, (_all, code: string) =>
          String.fromCharCode(parseInt(code, 16)),
        ),
  );
}

const children = new WeakMap<ValuePath, Map<string | number, ValuePath>>();

/** The path of a member; the same array for the same parent's array. @internal */
export function childPath(
  parent: ValuePath,
  segment: string | number,
): ValuePath {
  const known = children.get(parent) ?? new Map<string | number, ValuePath>();
  children.set(parent, known);
  const path = known.get(segment) ?? [...parent, segment];
  known.set(segment, path);
  return path;
}

/** Whether the path is the other one or lies in it. @internal */
export function isWithin(path: ValuePath, ancestor: ValuePath): boolean {
  return (
    path.length >= ancestor.length &&
    ancestor.every((segment, index) => segment === path[index])
  );
}

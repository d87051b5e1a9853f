import { JSONPath } from 'jsonpath-plus';

const plain = /^(\.[A-Za-z0-9_-]+)+$/;

/** kubectl writes `\.` where a key has a dot. */
function bracketed(path: string): string {
  return path.replace(
    /\.((?:[^.[\]\\]|\\\.)*\\\.(?:[^.[\]\\]|\\\.)*)/g,
    (_all, name: string) => `['${name.replace(/\\\./g, '.')}']`,
  );
}

/**
 * The values that a Kubernetes JSONPath leads to, as printer columns and
 * selectable fields have them: `.status.conditions[?(@.type=="Ready")].status`.
 *
 * @internal
 */
export function jsonPathValues(object: object, path: string): unknown[] {
  // Nearly all paths are plain, and lists of thousands are printed with them.
  if (plain.test(path)) {
    let value: unknown = object;
    for (const name of path.slice(1).split('.')) {
      if (typeof value !== 'object' || value === null) return [];
      value = Reflect.get(value, name);
    }
    return value === undefined ? [] : [value];
  }
  try {
    const found: unknown = JSONPath({
      path: `$${bracketed(path)}`,
      json: object,
      eval: 'safe',
      wrap: true,
    });
    return Array.isArray(found) ? found : [];
  } catch {
    // A path that cannot be read prints nothing, as on a real server.
    return [];
  }
}

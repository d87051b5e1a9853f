/**
 * Typed readers of unknown data. None of them throws: what has another type
 * than asked for counts as not there.
 */

/** A plain object to read from. @public */
export type UnknownRecord = Record<string, unknown>;

const nothing: UnknownRecord = Object.freeze({});
const none: readonly unknown[] = Object.freeze([]);

/** @public */
export function isRecord(value: unknown): value is UnknownRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The record, or an empty one. @public */
export function asRecord(value: unknown): UnknownRecord {
  return isRecord(value) ? value : nothing;
}

/** The list, or an empty one. @public */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : none;
}

/** The text, unless it is empty or something else. @public */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The number, unless it is not finite or something else. @public */
export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

/** What lies at a path of keys; `undefined` where the path ends early. @public */
export function valueAt(value: unknown, ...path: string[]): unknown {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    // Own keys alone: a path must not lead into a prototype.
    if (!Object.prototype.hasOwnProperty.call(at, key)) return undefined;
    at = (at as UnknownRecord)[key];
  }
  return at;
}

/** @public */
export function recordAt(value: unknown, ...path: string[]): UnknownRecord {
  return asRecord(valueAt(value, ...path));
}

/** @public */
export function listAt(value: unknown, ...path: string[]): readonly unknown[] {
  return asList(valueAt(value, ...path));
}

/** @public */
export function textAt(value: unknown, ...path: string[]): string | undefined {
  return asText(valueAt(value, ...path));
}

/** @public */
export function numberAt(
  value: unknown,
  ...path: string[]
): number | undefined {
  return asNumber(valueAt(value, ...path));
}

/** The entries of a map of strings; entries of another type are left out. @public */
export function textMap(value: unknown): Record<string, string> {
  const map: Record<string, string> = {};
  for (const [key, entry] of Object.entries(asRecord(value))) {
    if (typeof entry === 'string') map[key] = entry;
  }
  return map;
}

import {
  isRecord,
  stringifyExact,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { createHash } from 'node:crypto';

/** The namespace that Kratix itself lives in. @public */
export const systemNamespace = 'kratix-platform-system';

/** @internal */
export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** JSON whose text does not depend on the order of keys. @internal */
export function canonicalJson(value: unknown): string {
  return stringifyExact(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

const hashes = new WeakMap<object, string>();

/** A hash of a value's content; objects of the store are hashed once. @internal */
export function contentHash(value: object): string {
  const known = hashes.get(value);
  if (known) return known;
  const hash = md5(canonicalJson(value));
  // Only what is frozen stays as it is.
  if (Object.isFrozen(value)) hashes.set(value, hash);
  return hash;
}

/** A name as Kratix generates it (reference: `lib/objectutil/name.go`). @internal */
export function generatedName(parts: (string | undefined)[], suffix: string) {
  const base = parts.filter(Boolean).join('-').slice(0, 57);
  return `${base.replace(/[^a-zA-Z0-9]+$/, '')}-${suffix}`;
}

/** @internal */
export const revisionName = (promise: string, version: string) =>
  generatedName([promise], md5(version).slice(0, 5));

/** @internal */
export const bindingName = (request: string, promise: string) =>
  generatedName([request, promise], md5(`${request}-${promise}`).slice(0, 5));

/** Label values end at 63 characters; Kratix hashes longer names on bindings. @internal */
export const labelValue = (name: string) =>
  name.length > 63 ? md5(name) : name;

/** The id of a workload group is a hash of its directory. @internal */
export const groupId = (directory: string) => md5(directory);

/** Five hexadecimal digits at a time, the same in every run. @internal */
export function createSuffixes(seed: number): () => string {
  let state = seed;
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0).toString(16).padStart(8, '0').slice(0, 5);
  };
}

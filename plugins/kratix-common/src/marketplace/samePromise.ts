import { isRecord, recordAt, type KubeObject } from '../kube';
import { contentHash } from '../promises';

/** Written by whoever keeps an object, and no part of what it says. */
const notOurs =
  /^(?:kubectl\.kubernetes\.io\/|kratix\.io\/(?:promise-release-name$|last-updated-at$|reconcil|manual-reconciliation$|paused$))/;

/**
 * Does the cluster hold what the listing has? Beside the spec, labels and
 * annotations count as far as the listing names them: others add theirs. What
 * is empty counts as absent, as Kratix writes empty workflows.
 *
 * @public
 */
export function isSamePromise(
  listed: KubeObject,
  installed: KubeObject,
): boolean {
  return (
    holds(installed.metadata.labels, listed.metadata.labels) &&
    holds(installed.metadata.annotations, listed.metadata.annotations) &&
    specHash(listed) === specHash(installed)
  );
}

function holds(all: unknown, wanted: unknown): boolean {
  return (
    !isRecord(wanted) ||
    Object.entries(wanted).every(
      ([key, value]) =>
        notOurs.test(key) || (isRecord(all) && all[key] === value),
    )
  );
}

// Objects of the cache stay the same until they change.
const hashes = new WeakMap<KubeObject, string>();

function specHash(promise: KubeObject): string {
  const known = hashes.get(promise);
  if (known !== undefined) return known;
  const { api, ...spec } = recordAt(promise, 'spec');
  const hash = contentHash([withoutEmpty(spec), apiOf(api)]);
  hashes.set(promise, hash);
  return hash;
}

/** In a schema, what is empty has a meaning: any value. */
function apiOf(api: unknown): unknown {
  if (!isRecord(api) || Object.keys(api).length === 0) return undefined;
  const { status, metadata, ...rest } = api;
  const kept = isRecord(metadata) ? metadata : {};
  const { creationTimestamp, ...named } = kept;
  return { ...rest, metadata: named };
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.length > 0 ? value.map(withoutEmpty) : undefined;
  }
  if (!isRecord(value)) return value ?? undefined;
  const entries = Object.entries(value)
    .map(([key, one]) => [key, withoutEmpty(one)] as const)
    .filter(([, one]) => one !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

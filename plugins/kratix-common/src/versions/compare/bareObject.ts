import { isRecord } from '../../kube';

/** Written by Kratix, kubectl or the portal; its author wrote none of them. */
const foreign =
  /(^kubectl\.kubernetes\.io\/|\/(marketplace-listing|installed-by)$|^kratix\.io\/(promise-release-name|manual-reconciliation|reconcile-resources|paused|workflow-suspended|last-updated-at)$)/;

const written = ['name', 'labels', 'annotations'];

// Far deeper than anybody writes; a guard against what was made to recurse.
const deepest = 150;

/**
 * A Promise as its author would write it: without status and what clusters,
 * Kratix and the portal add, keys in a stable order.
 *
 * @internal
 */
export function bareObject(promise: unknown): Record<string, unknown> {
  const given = isRecord(promise) ? promise : {};
  const { apiVersion, kind, metadata, status, spec, ...others } = given;
  const bare = {
    ...(apiVersion !== undefined && { apiVersion }),
    ...(kind !== undefined && { kind }),
    metadata: bareMetadata(metadata),
    spec: bareSpec(spec),
    ...others,
  };
  return ordered(bare, 0) as Record<string, unknown>;
}

function bareMetadata(metadata: unknown): Record<string, unknown> {
  if (!isRecord(metadata)) return {};
  const entries = written.flatMap(key => {
    const value = metadata[key];
    const own = isRecord(value) ? ownEntries(value) : value;
    return own === undefined ? [] : [[key, own]];
  });
  return Object.fromEntries(entries);
}

function ownEntries(map: Record<string, unknown>) {
  const kept = Object.entries(map).filter(([key]) => !foreign.test(key));
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

/** Kratix adds empty workflows; who leaves them out means the same. */
function bareSpec(spec: unknown): unknown {
  if (!isRecord(spec)) return spec;
  const { workflows, ...others } = spec;
  const kept = isRecord(workflows)
    ? Object.entries(workflows).filter(([, one]) => !isEmpty(one))
    : [];
  return {
    ...others,
    ...(kept.length > 0 && { workflows: Object.fromEntries(kept) }),
  };
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    (isRecord(value) && Object.values(value).every(isEmpty)) ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Keys as people expect them: what it is, its name, then the alphabet. */
const first = ['apiVersion', 'kind', 'metadata', 'name', 'image', 'type'];

function rank(key: string): number {
  const at = first.indexOf(key);
  return at < 0 ? first.length : at;
}

function ordered(value: unknown, depth: number): unknown {
  if (depth > deepest) return '…';
  if (Array.isArray(value)) return value.map(one => ordered(one, depth + 1));
  if (!isRecord(value)) return value;
  const keys = Object.keys(value)
    .filter(key => value[key] !== undefined)
    .sort((one, other) => {
      const byRank = rank(one) - rank(other);
      if (byRank !== 0) return byRank;
      return one < other ? -1 : 1;
    });
  return Object.fromEntries(
    keys.map(key => [key, ordered(value[key], depth + 1)]),
  );
}

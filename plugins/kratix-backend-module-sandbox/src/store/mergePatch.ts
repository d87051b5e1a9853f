import { isRecord } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * RFC 7396: what the patch names is set, what it nulls is removed, within new
 * lists too, as an API server does it. Pure; what did not change is shared with
 * the target.
 *
 * @internal
 */
export function mergePatched(target: unknown, patch: unknown): unknown {
  if (Array.isArray(patch)) {
    return patch.map(item => mergePatched(undefined, item));
  }
  if (!isRecord(patch)) return patch;
  const fields = new Map(isRecord(target) ? Object.entries(target) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) fields.delete(key);
    else fields.set(key, mergePatched(fields.get(key), value));
  }
  return Object.fromEntries(fields);
}

import {
  isRecord,
  type UnknownRecord,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** Of type `*float64` in the API server's own schema; all else stays JSON. */
const limits = new Set(['minimum', 'maximum', 'multipleOf']);
const holders = new Set(['items', 'additionalProperties', 'not']);
const lists = new Set(['allOf', 'anyOf', 'oneOf']);

/**
 * A schema as a CRD keeps it: limits are float64, so those beyond 2^53 are
 * rounded. What does not change is shared.
 *
 * @internal
 */
export function withFloatLimits(schema: unknown): unknown {
  if (!isRecord(schema)) return schema;
  return mapped(schema, (value, key) => {
    if (limits.has(key))
      return typeof value === 'bigint' ? Number(value) : value;
    if (holders.has(key)) return withFloatLimits(value);
    if (key === 'properties' && isRecord(value)) {
      return mapped(value, withFloatLimits);
    }
    if (!lists.has(key) || !Array.isArray(value)) return value;
    const next = value.map(withFloatLimits);
    return next.some((one, at) => one !== value[at]) ? next : value;
  });
}

function mapped(
  fields: UnknownRecord,
  change: (value: unknown, key: string) => unknown,
): UnknownRecord {
  const next = Object.entries(fields).map(([key, value]): [string, unknown] => [
    key,
    change(value, key),
  ]);
  return next.some(([key, value]) => value !== fields[key])
    ? Object.fromEntries(next)
    : fields;
}

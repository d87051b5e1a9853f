import type { OpenApiSchema } from './types';

type Fields = Record<string, unknown>;
const typeMeta = ['apiVersion', 'kind', 'metadata'];

/** Told the path of each field that was dropped, as `spec.sice`. @internal */
export type OnUnknown = (path: string) => void;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is the same afterwards is the same object, so no change costs nothing. */
function mapFields(
  fields: Fields,
  change: (value: unknown, key: string) => unknown,
): Fields {
  let changed: Fields | undefined;
  for (const [key, value] of Object.entries(fields)) {
    const next = change(value, key);
    if (next === value) continue;
    changed ??= { ...fields };
    if (next === undefined) delete changed[key];
    else changed[key] = next;
  }
  return changed ?? fields;
}

function mapItems(
  items: unknown[],
  change: (item: unknown, at: number) => unknown,
) {
  const next = items.map(change);
  return next.some((item, at) => item !== items[at]) ? next : items;
}

/** The metadata of an embedded object is decoded, and null is absent there. */
function withoutNulls(value: unknown) {
  return isFields(value)
    ? mapFields(value, field => (field === null ? undefined : field))
    : value;
}

/**
 * The value without the fields that its schema does not know, as the API
 * server prunes custom resources.
 *
 * @internal
 */
export function pruned(
  value: unknown,
  schema: OpenApiSchema,
  onUnknown?: OnUnknown,
  path = '',
): unknown {
  const { items, properties = {}, additionalProperties } = schema;
  if (Array.isArray(value)) {
    if (!items) return value;
    // A list that preserves what it does not know does so for its items.
    const preserves = schema['x-kubernetes-preserve-unknown-fields'];
    const each = preserves
      ? { ...items, 'x-kubernetes-preserve-unknown-fields': true }
      : items;
    return mapItems(value, (item, at) =>
      pruned(item, each, onUnknown, `${path}[${at}]`),
    );
  }
  if (!isFields(value)) return value;
  const isResource = path === '' || schema['x-kubernetes-embedded-resource'];
  return mapFields(value, (field, key) => {
    if (isResource && typeMeta.includes(key)) {
      return path && key === 'metadata' ? withoutNulls(field) : field;
    }
    const at = path ? `${path}.${key}` : key;
    if (Object.hasOwn(properties, key)) {
      return pruned(field, properties[key], onUnknown, at);
    }
    if (typeof additionalProperties === 'object') {
      return pruned(field, additionalProperties, onUnknown, at);
    }
    if (
      additionalProperties ||
      schema['x-kubernetes-preserve-unknown-fields']
    ) {
      return field;
    }
    onUnknown?.(at);
    return undefined;
  });
}

/**
 * The value with the schema's defaults where fields are absent. A null where
 * null is not allowed is as good as absent.
 *
 * @internal
 */
export function defaulted(value: unknown, schema: OpenApiSchema): unknown {
  const { items, properties = {}, additionalProperties } = schema;
  if (Array.isArray(value)) {
    return items ? mapItems(value, item => defaulted(item, items)) : value;
  }
  if (!isFields(value)) return value;
  const missing = Object.entries(properties).filter(
    ([key, { default: fallback, nullable }]) =>
      fallback !== undefined &&
      (value[key] === undefined || (value[key] === null && !nullable)),
  );
  const filled = missing.length
    ? {
        ...value,
        ...Object.fromEntries(
          missing.map(([key, { default: fallback }]) => [key, fallback]),
        ),
      }
    : value;
  return mapFields(filled, (field, key) => {
    const of = Object.hasOwn(properties, key)
      ? properties[key]
      : additionalProperties;
    if (typeof of !== 'object') return field;
    return field === null && !of.nullable ? undefined : defaulted(field, of);
  });
}

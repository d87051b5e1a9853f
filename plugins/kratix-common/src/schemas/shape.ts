import { isRecord } from '../kube';
import { fieldOf, propertiesOf, propertyOf, schemaOf } from './reading';
import type { OnUnknownField, OpenApiSchema, ValuePath } from './types';

type Fields = Record<string, unknown>;
const typeMeta = ['apiVersion', 'kind', 'metadata'];

/** What is the same afterwards is the same object, so no change costs nothing. */
function mapFields(
  fields: Fields,
  change: (value: unknown, key: string) => unknown,
): Fields {
  let isChanged = false;
  const next: [string, unknown][] = [];
  for (const key of Object.keys(fields)) {
    const value = change(fields[key], key);
    if (value !== fields[key]) isChanged = true;
    if (value !== undefined) next.push([key, value]);
  }
  // Unlike assignment, this keeps a field called `__proto__` a field.
  return isChanged ? Object.fromEntries(next) : fields;
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
  return isRecord(value)
    ? mapFields(value, field => (field === null ? undefined : field))
    : value;
}

/**
 * The value without the fields that its schema does not know, as the API
 * server prunes custom resources.
 *
 * @public
 */
export function pruned(
  value: unknown,
  schema: OpenApiSchema,
  onUnknown?: OnUnknownField,
  path: ValuePath = [],
): unknown {
  const keeps = schema['x-kubernetes-preserve-unknown-fields'] === true;
  if (Array.isArray(value)) {
    const items = schemaOf(schema.items);
    if (!items) return value;
    // A list that preserves what it does not know does so for its items.
    const each = keeps
      ? { ...items, 'x-kubernetes-preserve-unknown-fields': true }
      : items;
    return mapItems(value, (item, at) =>
      pruned(item, each, onUnknown, [...path, at]),
    );
  }
  if (!isRecord(value)) return value;
  const isResource =
    path.length === 0 || schema['x-kubernetes-embedded-resource'] === true;
  return mapFields(value, (field, key) => {
    if (isResource && typeMeta.includes(key)) {
      return path.length > 0 && key === 'metadata'
        ? withoutNulls(field)
        : field;
    }
    const at = [...path, key];
    const of = fieldOf(schema, key);
    if (of) return pruned(field, of, onUnknown, at);
    if (schema.additionalProperties === true || keeps) return field;
    onUnknown?.(at);
    return undefined;
  });
}

/**
 * The value with the schema's defaults where fields are absent. A null where
 * null is not allowed is as good as absent.
 *
 * @public
 */
export function defaulted(value: unknown, schema: OpenApiSchema): unknown {
  if (Array.isArray(value)) {
    const items = schemaOf(schema.items);
    return items ? mapItems(value, item => defaulted(item, items)) : value;
  }
  if (!isRecord(value)) return value;
  const filled = withDefaults(value, schema);
  return mapFields(filled, (field, key) => {
    const of = fieldOf(schema, key);
    if (!of) return field;
    return field === null && of.nullable !== true
      ? undefined
      : defaulted(field, of);
  });
}

function withDefaults(value: Fields, schema: OpenApiSchema): Fields {
  const isMissing = (name: string, nullable?: boolean) =>
    !Object.hasOwn(value, name) ||
    value[name] === undefined ||
    (value[name] === null && nullable !== true);
  const missing = propertiesOf(schema).filter(
    ([name, of]) =>
      // A default of null is none.
      of.default !== undefined &&
      of.default !== null &&
      isMissing(name, of.nullable),
  );
  if (missing.length === 0) return value;
  // Entries, since a field may be called `__proto__`.
  return Object.fromEntries([
    ...Object.entries(value),
    ...missing.map(([name]) => [name, propertyOf(schema, name)?.default]),
  ]);
}

import { isRecord } from '../kube';
import { fieldOf, ownField, schemaOf, textsOf } from './reading';
import { sameJsonValue } from './sameValue';
import type { OpenApiSchema, SchemaProblem, ValuePath } from './types';

/**
 * What breaks the promise of `x-kubernetes-list-type` set and map, that no
 * two items (or their keys) are the same. Of a map the value is the keys alone.
 *
 * @internal
 */
export function duplicateProblems(
  value: unknown,
  schema: OpenApiSchema,
  path: ValuePath = [],
): SchemaProblem[] {
  if (Array.isArray(value)) {
    const items = schemaOf(schema.items);
    return [
      ...duplicatesIn(value, schema, path),
      ...(items
        ? value.flatMap((item, at) =>
            duplicateProblems(item, items, [...path, at]),
          )
        : []),
    ];
  }
  if (!isRecord(value)) return [];
  return Object.keys(value).flatMap(name => {
    const of = fieldOf(schema, name);
    return of ? duplicateProblems(value[name], of, [...path, name]) : [];
  });
}

function duplicatesIn(
  list: unknown[],
  schema: OpenApiSchema,
  path: ValuePath,
): SchemaProblem[] {
  const type = schema['x-kubernetes-list-type'];
  if (type !== 'set' && type !== 'map') return [];
  const keys = textsOf(schema['x-kubernetes-list-map-keys']);
  const seen = new Map<string, unknown[]>();
  return list.flatMap((item, at) => {
    const identity = type === 'map' ? keysOf(item, keys) : item;
    const alike = seen.get(bucketOf(identity)) ?? [];
    if (alike.some(other => sameJsonValue(identity, other))) {
      return [{ path: [...path, at], rule: 'duplicate', value: identity }];
    }
    seen.set(bucketOf(identity), [...alike, identity]);
    return [];
  });
}

/** An item without one of its keys has that key as absent. */
function keysOf(item: unknown, keys: string[]): unknown {
  if (!isRecord(item)) return item;
  return Object.fromEntries(
    keys.flatMap(key => {
      const value = ownField(item, key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** Texts of which the same values have the same; long lists are common. */
function bucketOf(value: unknown): string {
  if (Array.isArray(value)) return `list ${value.length}`;
  // A number is the same whether it is a bigint or not.
  if (!isRecord(value)) {
    return `${typeof value === 'string'} ${String(value)}`;
  }
  return Object.keys(value)
    .sort()
    .map(key => `${key} ${bucketOf(value[key])}`)
    .join();
}

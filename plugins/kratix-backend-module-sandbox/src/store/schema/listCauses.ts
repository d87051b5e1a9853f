import type { KubeStatusCause } from '@kratix-portal/backstage-plugin-kratix-common';
import { sameValue } from '../immutable';
import type { OpenApiSchema } from './types';

/**
 * What breaks the promise of `x-kubernetes-list-type` set and map, that no
 * two items (or keys) are the same.
 *
 * @internal
 */
export function listCauses(
  value: unknown,
  schema: OpenApiSchema,
  path = '',
): KubeStatusCause[] {
  const { items, properties = {}, additionalProperties } = schema;
  if (Array.isArray(value)) {
    return [
      ...duplicates(value, schema, path),
      ...(items
        ? value.flatMap((item, at) => listCauses(item, items, `${path}[${at}]`))
        : []),
    ];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, field]) => {
    const at = path ? `${path}.${key}` : key;
    if (Object.hasOwn(properties, key)) {
      return listCauses(field, properties[key], at);
    }
    return typeof additionalProperties === 'object'
      ? listCauses(field, additionalProperties, at)
      : [];
  });
}

function duplicates(
  list: unknown[],
  schema: OpenApiSchema,
  path: string,
): KubeStatusCause[] {
  const type = schema['x-kubernetes-list-type'];
  if (type !== 'set' && type !== 'map') return [];
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  const identity = (item: unknown) =>
    type === 'set' || typeof item !== 'object' || item === null
      ? item
      : Object.fromEntries(keys.map(key => [key, Reflect.get(item, key)]));
  const identities = list.map(identity);
  return identities.flatMap((one, at) =>
    identities.slice(0, at).some(other => sameValue(one, other))
      ? [
          {
            reason: 'FieldValueDuplicate',
            message: `Duplicate value: ${JSON.stringify(one)}`,
            field: `${path}[${at}]`,
          },
        ]
      : [],
  );
}

import { isRecord } from '../kube';
import { ownField, textsOf } from './reading';
import { sameJsonValue } from './sameValue';
import type { OpenApiSchema } from './types';

/**
 * What an item of a list was before: items of a list that is a map are the same
 * where their keys are; others have no identity.
 *
 * @internal
 */
export function previousItem(
  item: unknown,
  previous: unknown,
  schema: OpenApiSchema,
): unknown {
  const keys = textsOf(schema['x-kubernetes-list-map-keys']);
  if (schema['x-kubernetes-list-type'] !== 'map' || keys.length === 0) {
    return undefined;
  }
  if (!Array.isArray(previous) || !isRecord(item)) return undefined;
  return previous.find(
    (one: unknown) =>
      isRecord(one) &&
      keys.every(key => sameJsonValue(ownField(one, key), ownField(item, key))),
  );
}

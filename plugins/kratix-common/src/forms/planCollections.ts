import { isRecord } from '../kube';
import type { Place } from './notes';
import type { FieldPlan, ListPlan, MapPlan, YamlPlan } from './plan';
import { baseOf, planYaml, tellingOf } from './planBase';
import { maybe } from './planMaybe';
import { countsOf } from './planScalars';

type PlanOf = (schema: unknown, place: Place) => FieldPlan;

/** @internal */
export function planList(
  schema: Record<string, unknown>,
  place: Place,
  planOf: PlanOf,
): ListPlan | YamlPlan {
  if (!isRecord(schema.items)) {
    return planYaml(schema, place, 'It is a list of anything.');
  }
  const keys = keysOf(schema);
  const below = place.inside('items', keys !== undefined);
  const item = wide(nullable(planOf(schema.items, below)), schema.default);
  // A list of YAML texts is harder to read than one text with the list.
  if (item.kind === 'yaml') {
    return {
      kind: 'yaml',
      holds: 'list',
      ...tellingOf(schema),
      ...baseOf(schema),
    };
  }
  if (keys) {
    place.note(
      `That no two entries have the same ${keys.join(
        ', ',
      )} is checked when it is sent: a Template's form can't say so.`,
    );
  }
  return {
    kind: 'list',
    item,
    unique:
      schema['x-kubernetes-list-type'] === 'set' || schema.uniqueItems === true,
    ...(keys && { keys }),
    ...baseOf(schema),
    ...countsOf(schema, 'minItems', 'maxItems'),
  };
}

function keysOf(schema: Record<string, unknown>): string[] | undefined {
  const { 'x-kubernetes-list-map-keys': given } = schema;
  if (schema['x-kubernetes-list-type'] !== 'map' || !Array.isArray(given)) {
    return undefined;
  }
  const keys = given.filter((key): key is string => typeof key === 'string');
  return keys.length > 0 ? keys : undefined;
}

/** @internal */
export function planMap(
  schema: Record<string, unknown>,
  place: Place,
  planOf: PlanOf,
): MapPlan | YamlPlan {
  const value = wide(
    nullable(
      planOf(
        schema.additionalProperties,
        place.inside('additionalProperties', true),
      ),
    ),
    schema.default,
  );
  if (value.kind === 'yaml') {
    return {
      kind: 'yaml',
      holds: 'mapping',
      ...tellingOf(schema),
      ...baseOf(schema),
    };
  }
  const { minProperties: minItems, maxProperties: maxItems } = countsOf(
    schema,
    'minProperties',
    'maxProperties',
  );
  return {
    kind: 'map',
    value,
    ...baseOf(schema),
    ...(minItems !== undefined && { minItems }),
    ...(maxItems !== undefined && { maxItems }),
  };
}

/** An item that may be null is a decision between null and a value. */
function nullable(plan: FieldPlan): FieldPlan {
  return plan.nullable && plan.kind !== 'choice' && plan.kind !== 'yaml'
    ? maybe(plan, 'null')
    : plan;
}

/**
 * Items whose default lies beyond 2^53 are text in a Template, as a number of
 * its own with such a default is: else the form would begin with an error.
 */
function wide(item: FieldPlan, preset: unknown): FieldPlan {
  if (item.kind === 'maybe') return { ...item, of: wide(item.of, preset) };
  if (item.kind !== 'number') return item;
  const values = isRecord(preset) ? Object.values(preset) : [preset].flat();
  return values.some(value => typeof value === 'bigint')
    ? { ...item, large: true }
    : item;
}

import { isRecord } from '../kube';
import type { Place } from './notes';
import type { FieldPlan, ListPlan, MapPlan, YamlPlan } from './plan';
import { baseOf, planYaml } from './planBase';
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
  const item = nullable(planOf(schema.items, place.at('items')), schema.items);
  // A list of YAML texts is harder to read than one text with the list.
  if (item.kind === 'yaml') {
    return { kind: 'yaml', holds: 'list', ...baseOf(schema) };
  }
  return {
    kind: 'list',
    item,
    unique:
      schema['x-kubernetes-list-type'] === 'set' || schema.uniqueItems === true,
    ...baseOf(schema),
    ...countsOf(schema, 'minItems', 'maxItems'),
  };
}

/** @internal */
export function planMap(
  schema: Record<string, unknown>,
  place: Place,
  planOf: PlanOf,
): MapPlan | YamlPlan {
  const values = isRecord(schema.additionalProperties)
    ? schema.additionalProperties
    : {};
  const below = place.at('additionalProperties');
  const value = nullable(planOf(values, below), values);
  if (value.kind === 'yaml') {
    return { kind: 'yaml', holds: 'mapping', ...baseOf(schema) };
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
function nullable(plan: FieldPlan, schema: Record<string, unknown>): FieldPlan {
  return schema.nullable === true && plan.kind !== 'choice'
    ? { kind: 'maybe', none: 'null', of: plan }
    : plan;
}

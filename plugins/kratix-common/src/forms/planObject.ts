import { isRecord } from '../kube';
import { formKey, own } from './keys';
import type { Place } from './notes';
import type { FieldOfObject, FieldPlan, MaybePlan, ObjectPlan } from './plan';
import { baseOf } from './planBase';
import { humanise, inert } from './words';

type PlanOf = (schema: unknown, place: Place) => FieldPlan;

/** @internal */
export function planObject(
  schema: Record<string, unknown>,
  place: Place,
  planOf: PlanOf,
): ObjectPlan {
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const required = new Set(
    Array.isArray(schema.required) ? schema.required : [],
  );
  const fields = Object.keys(properties).map(name =>
    planField({
      name,
      schema: own(properties, name),
      required: required.has(name),
      place: place.at('properties', name),
      planOf,
    }),
  );
  return {
    kind: 'object',
    // What must be given comes first, otherwise the author's order holds.
    fields: [
      ...fields.filter(field => field.required),
      ...fields.filter(field => !field.required),
    ],
    rest:
      schema['x-kubernetes-preserve-unknown-fields'] === true ||
      (schema.additionalProperties !== undefined &&
        schema.additionalProperties !== false),
    ...baseOf(schema),
  };
}

/** @internal */
export function planField(options: {
  name: string;
  schema: unknown;
  required: boolean;
  place: Place;
  planOf: PlanOf;
}): FieldOfObject {
  const { name, schema, required, place, planOf } = options;
  const given = planOf(schema, place);
  const titled = { ...given, title: given.title ?? inert(humanise(name)) };
  const nullable = isRecord(schema) && schema.nullable === true;
  return {
    name,
    key: formKey(name),
    required,
    plan: decided(titled, { required, nullable }),
  };
}

/**
 * Wraps a plan whose absence, or whose null, has to be a decision: where
 * leaving everything empty would otherwise mean something else, or could not be
 * said at all.
 */
function decided(
  plan: FieldPlan,
  { required, nullable }: { required: boolean; nullable: boolean },
): FieldPlan {
  if (plan.kind === 'choice' || plan.kind === 'yaml') return plan;
  if (nullable && (required || plan.default !== undefined)) {
    return maybe(plan, 'null');
  }
  if (required || plan.default !== undefined) return plan;
  return presenceMatters(plan) ? maybe(plan, 'absent') : plan;
}

function maybe(plan: FieldPlan, none: MaybePlan['none']): MaybePlan {
  const { title, description, default: given, ...of } = plan;
  return {
    kind: 'maybe',
    none,
    of,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(given !== undefined && { default: given }),
  };
}

/** Being there says more than its content does, or asks for content. */
function presenceMatters(plan: FieldPlan): boolean {
  switch (plan.kind) {
    case 'object':
      return plan.fields.some(
        ({ required, plan: child }) => required || child.default !== undefined,
      );
    case 'list':
    case 'map':
      return (plan.minItems ?? 0) > 0;
    default:
      return false;
  }
}

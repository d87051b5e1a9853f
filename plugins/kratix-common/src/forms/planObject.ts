import { isRecord } from '../kube';
import { unseen } from './planHinted';
import { formKey, own } from './keys';
import type { Place } from './notes';
import type { FieldOfObject, FieldPlan, ObjectPlan } from './plan';
import { baseOf } from './planBase';
import { decided } from './planMaybe';
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
      place: place.field(name),
      planOf,
    }),
  );
  return {
    kind: 'object',
    fields: ordered(fields),
    rest:
      schema['x-kubernetes-preserve-unknown-fields'] === true ||
      (schema.additionalProperties !== undefined &&
        schema.additionalProperties !== false),
    ...baseOf(schema),
  };
}

/**
 * What the author put in order comes first, then what must be given, otherwise
 * the order of the schema holds; what is advanced comes last.
 *
 * @internal
 */
export function ordered(fields: FieldOfObject[]): FieldOfObject[] {
  const ranks = new Map(fields.map(field => [field, rankOf(field)]));
  const compare = (one: FieldOfObject, other: FieldOfObject) => {
    const [a, b] = [ranks.get(one) ?? [], ranks.get(other) ?? []];
    const at = a.findIndex((rank, index) => rank !== b[index]);
    return at < 0 ? 0 : Number(a[at] > b[at]) - Number(a[at] < b[at]);
  };
  return [...fields].sort(compare);
}

function rankOf({ required, plan: { hints } }: FieldOfObject): number[] {
  return [hints?.order ?? Infinity, hints?.advanced ? 1 : 0, required ? 0 : 1];
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
  const plan = unseen(planOf(schema, place), name, place);
  if (plan.title === undefined) plan.title = inert(humanise(name));
  return {
    name,
    key: formKey(name),
    required,
    plan: shown(decided(plan, required), required, place),
  };
}

/** What must be given and is not there by itself can't be hidden. */
function shown(plan: FieldPlan, required: boolean, place: Place): FieldPlan {
  if (!plan.hints?.hidden || !required || plan.default !== undefined) {
    return plan;
  }
  place.mistake(
    'Its hint hidden is ignored: it is required and has no default.',
  );
  const { hidden, ...hints } = plan.hints;
  return { ...plan, hints };
}

import { isRecord } from '../kube';
import { fixedBy, fixedFieldsBy } from '../schemas';
import { fits } from './fits';
import { FormEngineError } from './FormEngineError';
import { hinted, hintsOf } from './planHinted';
import type { Place } from './notes';
import type { FieldPlan, FixedField } from './plan';
import { baseOf, planYaml } from './planBase';
import { planChoice } from './planChoice';
import { planObject } from './planObject';
import { planList, planMap } from './planCollections';
import { planNumber } from './planNumber';
import { planIntOrText, planText } from './planScalars';

/** Deeper than any real schema. */
const maxDepth = 100;

const leftToPlatform = ['allOf', 'anyOf', 'oneOf', 'not'];

/**
 * The plan of a schema node. Total on schemas: what can't be a form of fields
 * becomes YAML with a note that says why.
 *
 * @throws FormEngineError where the engine itself fails
 * @internal
 */
export function planOf(given: unknown, place: Place): FieldPlan {
  try {
    return planOfNode(given, place);
  } catch (error) {
    throw FormEngineError.at(place.pointer, error);
  }
}

function planOfNode(given: unknown, place: Place): FieldPlan {
  if (!isRecord(given)) return planYaml({}, place, 'It has no schema.');
  const fixed = fixedAt(given, place);
  const plan = withDefault(bareplanOf(given, place), given, place);
  noteRules(given, plan, place);
  if (fixed) plan.fixed = fixed;
  return hinted(plan, hintsOf(given, place), { schema: given, place });
}

/** By a rule of its own or of a node above; its own rules on fields below. */
function fixedAt(
  schema: Record<string, unknown>,
  place: Place,
): FixedField | undefined {
  const rules = schema['x-kubernetes-validations'];
  if (!place.hasPast || !Array.isArray(rules)) return place.fixed;
  for (const { path, ...rule } of fixedFieldsBy(schema)) {
    place.fixBelow(path, rule);
  }
  return fixedBy(schema) ?? place.fixed;
}

function bareplanOf(schema: Record<string, unknown>, place: Place): FieldPlan {
  if (place.depth > maxDepth) {
    return planYaml(schema, place, 'It lies too deep for a form.');
  }
  if (place.exhausted) {
    return planYaml(schema, place, 'The schema is too large for a form.');
  }
  if (Array.isArray(schema.enum) && schema.enum.length > 0) {
    const choice = planChoice(schema, schema.enum, place);
    if (choice) return choice;
  }
  if (isIntOrString(schema)) return planIntOrText(schema, place);
  switch (schema.type) {
    case 'string':
      return planText(schema, place);
    case 'integer':
    case 'number':
      return planNumber(schema, place);
    case 'boolean':
      return { kind: 'flag', ...baseOf(schema) };
    case 'array':
      return planList(schema, place, planOf);
    default:
      return planStructure(schema, place);
  }
}

function planStructure(
  schema: Record<string, unknown>,
  place: Place,
): FieldPlan {
  const free = schema['x-kubernetes-preserve-unknown-fields'] === true;
  if (schema['x-kubernetes-embedded-resource'] === true) {
    return planYaml(schema, place, 'It is a whole Kubernetes object.');
  }
  const names = isRecord(schema.properties)
    ? Object.keys(schema.properties)
    : [];
  if (names.length > 0) return planObject(schema, place, planOf);
  if (isRecord(schema.additionalProperties)) {
    return planMap(schema, place, planOf);
  }
  if (free || schema.additionalProperties === true) {
    return planYaml(schema, place, 'It takes fields of any name.');
  }
  if (schema.type === 'object') return planObject(schema, place, planOf);
  return planYaml(
    schema,
    place,
    schema.type === undefined
      ? 'It has no type.'
      : `Its type is not one that an API server knows.`,
  );
}

function withDefault(
  plan: FieldPlan,
  schema: Record<string, unknown>,
  place: Place,
): FieldPlan {
  const { default: given } = schema;
  if (given === undefined || given === null) return plan;
  if (fits(plan, given)) return { ...plan, default: given };
  place.mistake('Its default is left out: it does not fit its own schema.');
  return plan;
}

function isIntOrString(schema: Record<string, unknown>): boolean {
  return (
    schema['x-kubernetes-int-or-string'] === true ||
    schema.format === 'int-or-string'
  );
}

function noteRules(
  schema: Record<string, unknown>,
  plan: FieldPlan,
  place: Place,
): void {
  if (plan.kind === 'yaml') return;
  if (Array.isArray(schema['x-kubernetes-validations'])) {
    place.note(
      "Its CEL rules are not checked by a Template's form, only by the portal's own and the platform.",
    );
  }
  // An int-or-string is usually spelled with anyOf, which says nothing more.
  const found = leftToPlatform.filter(
    keyword =>
      schema[keyword] !== undefined &&
      !(keyword === 'anyOf' && plan.kind === 'int-or-text'),
  );
  if (found.length > 0) {
    place.note(
      `Its ${found.join(
        ', ',
      )} is not checked by a Template's form, only by the portal's own and the platform.`,
    );
  }
}

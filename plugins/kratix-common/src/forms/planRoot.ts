import { isRecord } from '../kube';
import { own } from './keys';
import type { Place } from './notes';
import type { FieldPlan } from './plan';
import { planField, ordered } from './planObject';
import { planOf } from './planOf';
import { planYaml } from './planBase';
import { envelope } from './requestForm';
import { fixedFieldsBy } from '../schemas';

/**
 * The plan of the fields beside the envelope.
 *
 * @throws FormEngineError where the engine itself fails
 * @internal
 */
export function planRoot(schema: unknown, place: Place): FieldPlan {
  if (!isRecord(schema)) {
    return planYaml({ type: 'object' }, place, 'The API has no schema.');
  }
  const properties = isRecord(schema.properties) ? schema.properties : {};
  const names = Object.keys(properties).filter(name => !envelope.has(name));
  if (names.length === 0) {
    const why = 'The API names no fields of its own.';
    return planYaml({ type: 'object' }, place, why);
  }
  if (Array.isArray(schema['x-kubernetes-validations'])) {
    for (const { path, ...rule } of fixedFieldsBy(schema)) {
      place.fixBelow(path, rule);
    }
    place.note(
      "Its CEL rules are not checked by a Template's form, only by the portal's own and the platform.",
    );
  }
  const required = Array.isArray(schema.required) ? schema.required : [];
  return {
    kind: 'object',
    rest: schema['x-kubernetes-preserve-unknown-fields'] === true,
    fields: ordered(
      names.map(name =>
        planField({
          name,
          schema: titled(name, own(properties, name)),
          required: required.includes(name) || isSpec(name, properties[name]),
          place: place.field(name),
          planOf,
        }),
      ),
    ),
  };
}

/** It is always sent: without one its fields' defaults would not apply. */
function isSpec(name: string, schema: unknown): boolean {
  return name === 'spec' && isRecord(schema) && isRecord(schema.properties);
}

/** `spec` is a word of Kubernetes, not of people. */
function titled(name: string, schema: unknown): unknown {
  return name === 'spec' && isRecord(schema)
    ? { title: 'Settings', ...schema }
    : schema;
}

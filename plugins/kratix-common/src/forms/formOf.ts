import { withoutDefaults } from './defaults';
import { draw, type FormSchema, type FormUiSchema } from './formSchema';
import { dataOf } from './formDataFromObject';
import { isRecord } from '../kube';
import { own } from './keys';
import { type FormNote, Place } from './notes';
import { valueOf } from './objectFromForm';
import type { FieldPlan, ObjectPlan } from './plan';
import { planField } from './planObject';
import { planOf } from './planOf';
import { planYaml } from './planBase';
import { RefusedInputError } from '../errors';

/**
 * The form of a Promise's API: what RJSF 5 draws, and the plan by which its
 * data become an object again.
 *
 * @public
 */
export interface RequestForm {
  /** `yaml`: the whole object is one text, because its schema has no fields. */
  kind: 'form' | 'yaml';
  schema: FormSchema;
  uiSchema: FormUiSchema;
  /** For the author of the Promise; never shown to those who request. */
  notes: FormNote[];
  /** How data and object are converted. */
  readonly plan: FieldPlan;
}

/** Of the envelope and of Kratix; no person fills them in. */
const envelope = new Set(['apiVersion', 'kind', 'metadata', 'status']);

/**
 * The form for the fields beside the envelope, usually `spec` alone. Pure and
 * total: a schema that can't be understood gives a YAML form with a note.
 *
 * @param schema - `openAPIV3Schema` of the version that requests use
 * @public
 */
export function formOf(schema: unknown): RequestForm {
  const notes: FormNote[] = [];
  const plan = planOfRoot(schema, new Place(notes));
  const { schema: drawn, ui } = draw(plan, { required: true });
  return {
    kind: plan.kind === 'yaml' ? 'yaml' : 'form',
    schema: drawn,
    uiSchema: ui,
    notes,
    plan,
  };
}

function planOfRoot(schema: unknown, place: Place): FieldPlan {
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
    place.note('Its CEL rules are checked by the platform, not by the form.');
  }
  const required = Array.isArray(schema.required) ? schema.required : [];
  const root: ObjectPlan = {
    kind: 'object',
    rest: schema['x-kubernetes-preserve-unknown-fields'] === true,
    fields: names.map(name =>
      planField({
        name,
        schema: titled(name, own(properties, name)),
        required: required.includes(name) || isSpec(name, properties[name]),
        place: place.at('properties', name),
        planOf,
      }),
    ),
  };
  return root;
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

/**
 * The fields beside the envelope that the form data stand for. Optional fields
 * that equal their default are left out, an optional object that nobody asked
 * for stays absent.
 *
 * @throws RefusedInputError naming the field whose data can't be read
 * @public
 */
export function objectFromForm(
  form: RequestForm,
  data: unknown,
): Record<string, unknown> {
  const value = withoutDefaults(form.plan, valueOf(form.plan, data ?? {}));
  if (value === undefined) return {};
  if (!isRecord(value)) {
    throw new RefusedInputError('The form must hold fields', []);
  }
  for (const name of envelope) {
    if (own(value, name) !== undefined) {
      const message = `${name} is not part of the form`;
      throw new RefusedInputError(message, [{ field: name, message }]);
    }
  }
  return value;
}

/**
 * The form data for an existing object (its envelope is ignored).
 *
 * @public
 */
export function formDataFromObject(
  form: RequestForm,
  object: Record<string, unknown>,
): unknown {
  return dataOf(
    form.plan,
    Object.fromEntries(
      Object.entries(object).filter(([name]) => !envelope.has(name)),
    ),
  );
}

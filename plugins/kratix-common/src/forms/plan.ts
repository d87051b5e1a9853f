import type { OpenApiSchema } from '../schemas';

/**
 * What the engine makes of one node of a schema, before it is drawn or read
 * back. Schema, form data and object are all derived from this one tree, so
 * that they can't disagree.
 *
 * @public
 */
export type FieldPlan =
  | TextPlan
  | NumberPlan
  | FlagPlan
  | ChoicePlan
  | IntOrTextPlan
  | ObjectPlan
  | ListPlan
  | MapPlan
  | MaybePlan
  | YamlPlan;

/** What every field has. @public */
export interface PlanBase {
  title?: string;
  description?: string;
  /** The schema's own default; a default of `null` counts as none. */
  default?: unknown;
  /** `null` is a value of its own here, different from absent. */
  nullable?: boolean;
  /** Can't change once it is set; why, in the author's words where there are. */
  fixed?: FixedField;
  /** What the author of the Promise wishes of this field's looks. */
  hints?: FieldHints;
}

/** @public */
export interface FixedField {
  /** The rule's own message. */
  message?: string;
}

/**
 * How the author of a Promise wants a field to be shown. Nothing here changes
 * what is valid.
 *
 * @public
 */
export interface FieldHints {
  /** In place of the schema's title, or of the name made readable. */
  title?: string;
  /** Among its siblings; those without follow in the schema's order. */
  order?: number;
  /** Heading under which it is shown together with others of the same name. */
  group?: string;
  /** Folded away under "Advanced", unless something is wrong in it. */
  advanced?: boolean;
  /** Not shown at all; what it holds is kept. */
  hidden?: boolean;
  /** Plain text below the field, beside its description. */
  help?: string;
  placeholder?: string;
  /** Known ones; any other is ignored with a note. */
  widget?: FieldWidget;
  /** A field extension of the scaffolder that the app has installed. */
  field?: { name: string; options?: Record<string, unknown> };
  /** What its text names. */
  picker?: FieldPicker;
}

/** @public */
export type FieldWidget =
  | 'textarea'
  | 'password'
  | 'radio'
  | 'select'
  | 'slider'
  | 'updown'
  | 'yaml';

/** @public */
export type FieldPicker =
  | { of: 'entity'; kind?: string }
  | { of: 'owner' }
  | { of: 'request'; promise: string }
  | { of: 'namespace' }
  | { of: 'secret' };

/** @public */
export interface TextPlan extends PlanBase {
  kind: 'text';
  /** As the author wrote it, in the syntax of RE2. */
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  /** Any format that the schema names, those that nothing checks included. */
  format?: string;
  widget?: 'textarea' | 'password';
}

/** @public */
export interface NumberPlan extends PlanBase {
  kind: 'number';
  integer: boolean;
  /** The author's; a whole number beyond 2^53 is a `bigint`. */
  minimum?: number | bigint;
  maximum?: number | bigint;
  exclusiveMinimum?: number | bigint;
  exclusiveMaximum?: number | bigint;
  multipleOf?: number | bigint;
  /** Its values are expected to lie beyond 2^53: to be typed as text. */
  large?: boolean;
  widget?: 'slider';
}

/** @public */
export interface FlagPlan extends PlanBase {
  kind: 'flag';
}

/** One of a closed set of JSON values. @public */
export interface ChoicePlan extends PlanBase {
  kind: 'choice';
  values: unknown[];
  /**
   * The form holds each value as JSON text: select boxes know text alone, and
   * can't tell `""` from nothing or `1` from `"1"`.
   */
  encoded: boolean;
  widget?: 'radio' | 'select' | 'autocomplete';
}

/** Whole number or text; the form holds text. @public */
export interface IntOrTextPlan extends PlanBase {
  kind: 'int-or-text';
  /** Of what is text; in the syntax of RE2. */
  pattern?: string;
}

/** @public */
export interface ObjectPlan extends PlanBase {
  kind: 'object';
  fields: FieldOfObject[];
  /** Fields beyond these are allowed: YAML, under {@link restKey}. */
  rest: boolean;
}

/** @public */
export interface FieldOfObject {
  /** In the object. */
  name: string;
  /** In the form data. */
  key: string;
  required: boolean;
  plan: FieldPlan;
}

/** @public */
export interface ListPlan extends PlanBase {
  kind: 'list';
  item: FieldPlan;
  minItems?: number;
  maxItems?: number;
  /** No item occurs twice. */
  unique: boolean;
  /** No two items have the same values in these fields. */
  keys?: string[];
}

/** A map with keys that people type: a list of rows in the form. @public */
export interface MapPlan extends PlanBase {
  kind: 'map';
  value: FieldPlan;
  minItems?: number;
  maxItems?: number;
}

/**
 * Given or not, as a decision of its own: a list of none or one in the form.
 * For an optional object this is what keeps its required or defaulted children
 * from bringing it into being.
 *
 * @public
 */
export interface MaybePlan extends PlanBase {
  kind: 'maybe';
  /** What none means in the object. */
  none: 'absent' | 'null';
  of: FieldPlan;
}

/** Anything that has no fields to show. @public */
export interface YamlPlan extends PlanBase {
  kind: 'yaml';
  /** What the text must hold. */
  holds: 'anything' | 'mapping' | 'list';
  /** The API's own, where it tells what could be written. */
  schema?: OpenApiSchema;
}

/** Key of the fields that a schema allows without naming them. @public */
export const restKey = 'key-rest';

/**
 * Keys of what the data of a form can't say otherwise: the names of optional
 * fields that an object holds although they are empty or equal their default,
 * and of those that are null. A form host that drops them loses no content.
 *
 * @internal
 */
export const sayings = { given: 'key-given', null: 'key-null' } as const;

/** Keys of a row of a map. @public */
export const rowKeys = { key: 'key', value: 'value' } as const;

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
}

/** @public */
export interface TextPlan extends PlanBase {
  kind: 'text';
  /** As ECMAScript reads it with the `u` flag. */
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  format?: string;
  widget?: 'textarea' | 'password';
}

/** @public */
export interface NumberPlan extends PlanBase {
  kind: 'number';
  integer: boolean;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
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
}

/** Whole number or text; the form holds text. @public */
export interface IntOrTextPlan extends PlanBase {
  kind: 'int-or-text';
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
  unique: boolean;
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
}

/** Key of the fields that a schema allows without naming them. @public */
export const restKey = 'key-rest';

/** Keys of a row of a map. @public */
export const rowKeys = { key: 'key', value: 'value' } as const;

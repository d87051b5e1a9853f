import type { FormEngineError } from './FormEngineError';
import type { FormSchema, FormUiSchema } from './drawn';
import type { FormNote } from './notes';
import type { FieldPlan } from './plan';

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
  /** Why the whole object is YAML although its schema has fields. */
  readonly error?: FormEngineError;
}

/** Of the envelope and of Kratix; no person fills them in. @internal */
export const envelope: ReadonlySet<string> = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'status',
]);

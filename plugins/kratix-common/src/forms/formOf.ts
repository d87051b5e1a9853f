import { FormEngineError } from './FormEngineError';
import { draw } from './formSchema';
import { type HintsByField, HintsIndex } from './hintsByField';
import { type FieldKnowledge, type FormNote, Place } from './notes';
import type { FieldPlan } from './plan';
import { planRoot } from './planRoot';
import { planYaml } from './planBase';
import type { RequestForm } from './requestForm';

/** What is known of an API beside its schema. @public */
export interface FormOptions {
  /** Hints from outside of the schema; they win over those inside. */
  hints?: HintsByField;
  /** Name of the Promise, for errors. */
  promise?: string;
}

/**
 * The form for the fields beside the envelope, usually `spec` alone. Pure and
 * total: a schema that can't be understood gives a YAML form with a note.
 *
 * @param schema - `openAPIV3Schema` of the version that requests use
 * @public
 */
export function formOf(
  schema: unknown,
  options: FormOptions = {},
): RequestForm {
  const notes: FormNote[] = [];
  const { hintsAt, unused } = hintsFrom(options.hints);
  try {
    const place = Place.root(notes, { hintsAt });
    const form = drawnForm(planRoot(schema, place), notes);
    for (const path of unused()) {
      place.mistake(`There are hints for ${path}, but no such field.`);
    }
    return form;
  } catch (error) {
    const failure = FormEngineError.at('', error, options.promise);
    return failedForm(failure);
  }
}

function drawnForm(plan: FieldPlan, notes: FormNote[]): RequestForm {
  const { schema, ui } = draw(plan, { required: true });
  return {
    kind: plan.kind === 'yaml' ? 'yaml' : 'form',
    schema,
    uiSchema: ui,
    notes,
    plan,
  };
}

/** One text for the whole object: no fault of the engine keeps people out. */
function failedForm(error: FormEngineError): RequestForm {
  const notes: FormNote[] = [];
  const why = 'The form engine failed.';
  const plan = planYaml({ type: 'object' }, Place.root(notes), why);
  const { pointer, reason: text } = error;
  notes.push({ level: 'simplified', pointer, text });
  return { ...drawnForm(plan, notes), error };
}

function hintsFrom(hints: HintsByField | undefined): FieldKnowledge & {
  unused: () => string[];
} {
  if (!hints || Object.keys(hints).length === 0) return { unused: () => [] };
  const index = new HintsIndex(hints);
  return { hintsAt: place => index.at(place), unused: () => index.unused };
}

import type { FieldPlan } from './plan';
import type { FormNote } from './notes';
import type { RequestForm } from './requestForm';

/**
 * How well a form shows an API, for its author.
 *
 * @public
 */
export interface FormReport {
  /** Fields that have an input of their own, also those inside of lists. */
  shown: number;
  /** Fields that are typed as YAML. */
  asYaml: number;
  /** Fields that the author hides. */
  hidden: number;
  notes: FormNote[];
  /** The engine failed, so that all is YAML. */
  failed: boolean;
}

/**
 * Pure; the same on the page of a Promise and on the command line.
 *
 * @public
 */
export function formReportOf(
  form: Pick<RequestForm, 'plan' | 'notes' | 'error'>,
): FormReport {
  const { plan, notes, error } = form;
  const counts = { shown: 0, asYaml: 0, hidden: 0 };
  count(plan, counts);
  return { ...counts, notes, failed: error !== undefined };
}

type Counts = Pick<FormReport, 'shown' | 'asYaml' | 'hidden'>;

function count(plan: FieldPlan, counts: Counts): void {
  if (plan.hints?.hidden) {
    counts.hidden += 1;
    return;
  }
  switch (plan.kind) {
    case 'object':
      for (const { plan: field } of plan.fields) count(field, counts);
      // Whatever else it takes is one text.
      if (plan.rest) counts.asYaml += 1;
      break;
    case 'list':
      count(plan.item, counts);
      break;
    case 'map':
      count(plan.value, counts);
      break;
    case 'maybe':
      count(plan.of, counts);
      break;
    case 'yaml':
      counts.asYaml += 1;
      break;
    default:
      counts.shown += 1;
  }
}

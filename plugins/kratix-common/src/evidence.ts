import type { Evidence } from './api';
import {
  objectTitle,
  quotable,
  stringifyExact,
  type KubeCondition,
  type KubeObject,
} from './kube';

/** Not by `String`: a field may be an object with a `toString` of its own. */
function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? stringifyExact(value)
    : String(value ?? 'absent');
}

/** One fact about an object that a cause rests on. @public */
export function fact(
  object: KubeObject | undefined,
  field: string,
  value: unknown,
  time?: string,
): Evidence {
  const shown = typeof value === 'string' ? value : textOf(value);
  const evidence: Evidence = {
    object: objectTitle(object),
    field,
    value: quotable(shown) ?? '',
  };
  if (time) evidence.time = time;
  return evidence;
}

/** A condition as a fact: `False, UnscheduledWorkloads`. @public */
export function conditionFact(
  object: KubeObject | undefined,
  condition: KubeCondition,
): Evidence {
  return fact(
    object,
    `status.conditions[${condition.type}]`,
    condition.reason
      ? `${condition.status}, ${condition.reason}`
      : condition.status,
    condition.lastTransitionTime,
  );
}

/** A fact that is not believed, and why. @public */
export function contradicted(evidence: Evidence, by: string): Evidence {
  return { ...evidence, contradictedBy: by };
}

import { asList, asNumber, asText, asTime, isRecord, valueAt } from '../kube';
import type { KubeObject } from '../kube';

/** Which workflow of an object a step belongs to. @public */
export type WorkflowAction = 'configure' | 'delete';

/** @public */
export type StepPhase =
  | 'pending'
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'suspended'
  | 'unknown';

/** One entry of `status.kratix.workflows…pipelines[]`. @public */
export interface StepState {
  name: string;
  phase: StepPhase;
  /** What the step asks or says while it is suspended. */
  message?: string;
  attempts?: number;
  /** RFC 3339. Kept from the last suspension while the retry runs. */
  nextRetryAt?: string;
  /** RFC 3339 since when it has this phase. */
  since?: string;
}

const phases = new Map<unknown, StepPhase>([
  ['Pending', 'pending'],
  ['Running', 'running'],
  ['Succeeded', 'succeeded'],
  ['Failed', 'failed'],
  ['Suspended', 'suspended'],
]);

/**
 * The steps that a Promise's or request's status lists. One layout has a list
 * for whichever workflow ran last, the newer one a list per action; both are
 * read. No list = no steps known.
 *
 * @public
 */
export function listedSteps(
  object: KubeObject | undefined,
  action: WorkflowAction,
): StepState[] {
  const workflows = valueAt(object, 'status', 'kratix', 'workflows');
  if (!isRecord(workflows)) return [];
  const own = isRecord(workflows[action])
    ? valueAt(workflows[action], 'pipelines')
    : undefined;
  const steps: StepState[] = [];
  for (const entry of asList(own ?? workflows.pipelines)) {
    const name = isRecord(entry) ? asText(entry.name) : undefined;
    if (!isRecord(entry) || !name) continue;
    steps.push({
      name,
      phase: phases.get(entry.phase) ?? 'unknown',
      message: asText(entry.message),
      attempts: asNumber(entry.attempts),
      nextRetryAt: asTime(entry.nextRetryAt),
      since: asTime(entry.lastTransitionTime),
    });
  }
  return steps;
}

/** Names of the pipelines a Promise spec declares, in order. @public */
export function declaredSteps(
  promiseSpec: unknown,
  type: 'promise' | 'resource',
  action: WorkflowAction,
): string[] {
  return asList(valueAt(promiseSpec, 'workflows', type, action)).map(
    (pipeline, index) =>
      asText(valueAt(pipeline, 'metadata', 'name')) ?? `step-${index + 1}`,
  );
}

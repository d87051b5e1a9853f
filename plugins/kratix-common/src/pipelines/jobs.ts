import {
  asNumber,
  conditionIs,
  conditionOf,
  createdAt,
  labelOf,
  valueAt,
} from '../kube';
import type { KubeObject } from '../kube';
import { kratixLabels } from '../kratixNames';
import type { WorkflowAction } from './steps';

/** @internal */
export type JobState = 'active' | 'complete' | 'failed' | 'suspended';

/**
 * Kratix's own reading of a Job: it runs while something is active or nothing
 * final is said. A Job that was stopped in favour of a rerun stays `suspended`.
 *
 * @internal
 */
export function jobState(job: KubeObject): JobState {
  if ((asNumber(valueAt(job, 'status', 'active')) ?? 0) > 0) return 'active';
  if (conditionIs(conditionOf(job, 'Complete'), 'True')) return 'complete';
  if (conditionIs(conditionOf(job, 'Failed'), 'True')) return 'failed';
  if (conditionIs(conditionOf(job, 'Suspended'), 'True')) return 'suspended';
  if (valueAt(job, 'spec', 'suspend') === true) return 'suspended';
  return 'active';
}

/** @internal */
export function jobAction(job: KubeObject): WorkflowAction {
  const action =
    labelOf(job, kratixLabels.workflowAction) ??
    labelOf(job, kratixLabels.legacyWorkflowAction);
  return action === 'delete' ? 'delete' : 'configure';
}

/** The newest Job of each step of one action, by step name. @internal */
export function newestJobs(
  jobs: readonly KubeObject[],
  action: WorkflowAction,
): Map<string, KubeObject> {
  const newest = new Map<string, KubeObject>();
  for (const job of jobs) {
    const step = labelOf(job, kratixLabels.pipelineName);
    if (!step || jobAction(job) !== action) continue;
    const other = newest.get(step);
    if (!other || isNewer(job, other)) newest.set(step, job);
  }
  return newest;
}

function isNewer(job: KubeObject, other: KubeObject): boolean {
  // All are written by the API server in one format, so text order is time order.
  const time = createdAt(job) ?? '';
  const otherTime = createdAt(other) ?? '';
  if (time !== otherTime) return time > otherTime;
  // Two in one second: the one that still runs was started later.
  return jobState(job) === 'active';
}

/** RFC 3339 of the end of a Job that is over. @internal */
export function jobEndedAt(job: KubeObject): string | undefined {
  const completed = valueAt(job, 'status', 'completionTime');
  if (typeof completed === 'string') return completed;
  const failed = conditionOf(job, 'Failed');
  if (conditionIs(failed, 'True')) return failed?.lastTransitionTime;
  const suspended = conditionOf(job, 'Suspended');
  return conditionIs(suspended, 'True')
    ? suspended?.lastTransitionTime
    : undefined;
}

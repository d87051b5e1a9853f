import { findCondition } from '../simulator/conditions';
import type { JobObject } from '../simulator/kratixObjects';

/** How a Job is, as Kratix sees it (reference §23.4). @internal */
export type JobState = 'running' | 'failed' | 'done';

/** @internal */
export function jobState({ status }: JobObject): JobState {
  const has = (type: string) =>
    findCondition(status?.conditions, type)?.status === 'True';
  if ((status?.active ?? 0) > 0) return 'running';
  if (has('Failed') || has('Suspended')) return 'failed';
  return has('Complete') ? 'done' : 'running';
}

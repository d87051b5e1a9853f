import {
  conditionIs,
  conditionOf,
  type KubeCondition,
  type KubeObject,
} from '../kube';

/** @public */
export type ScheduleState =
  | 'pending'
  | 'scheduled'
  | 'unscheduled'
  | 'misplaced';

/** Where a Work stands with the scheduler, and the condition that says so. @public */
export interface Schedule {
  state: ScheduleState;
  condition?: KubeCondition;
}

/**
 * Reads ScheduleSucceeded alone: Ready keeps saying Misplaced after all is well
 * again (recording 06). A failing write also turns it False; that is no matter
 * of scheduling and is told by the WorkPlacements.
 *
 * @public
 */
export function scheduleOf(work: KubeObject): Schedule {
  const condition = conditionOf(work, 'ScheduleSucceeded');
  if (!condition) return { state: 'pending' };
  if (condition.status === 'True') return { state: 'scheduled', condition };
  if (conditionIs(condition, 'False', 'WorkplacementsFailing')) {
    return { state: 'scheduled', condition };
  }
  if (conditionIs(condition, 'False', 'DestinationSelectorMismatch')) {
    return { state: 'misplaced', condition };
  }
  if (
    conditionIs(
      condition,
      'False',
      'UnscheduledWorkloads',
      'FailedToScheduleWorkloads',
    )
  ) {
    return { state: 'unscheduled', condition };
  }
  return { state: 'pending', condition };
}

/** A WorkPlacement on a Destination that no longer matches. @public */
export function misplacement(placement: KubeObject): KubeCondition | undefined {
  const condition = conditionOf(placement, 'ScheduleSucceeded');
  return conditionIs(condition, 'False', 'DestinationSelectorMismatch')
    ? condition
    : undefined;
}

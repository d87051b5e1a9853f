import { hasCome, type Clock } from '../clock';
import {
  conditionIs,
  conditionOf,
  epochMs,
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

// How long the scheduler may fail before it counts; seen: up to 1.5 s.
const retryMs = 5000;

/**
 * Reads ScheduleSucceeded alone: Ready keeps saying Misplaced after all is well
 * again (recording 06). A failing write also turns it False; that is no matter
 * of scheduling and is told by the WorkPlacements.
 *
 * @public
 */
export function scheduleOf(work: KubeObject, clock: Clock): Schedule {
  const condition = conditionOf(work, 'ScheduleSucceeded');
  if (!condition) return { state: 'pending' };
  if (condition.status === 'True') return { state: 'scheduled', condition };
  if (conditionIs(condition, 'False', 'WorkplacementsFailing')) {
    return { state: 'scheduled', condition };
  }
  if (conditionIs(condition, 'False', 'DestinationSelectorMismatch')) {
    return { state: 'misplaced', condition };
  }
  if (conditionIs(condition, 'False', 'UnscheduledWorkloads')) {
    return { state: 'unscheduled', condition };
  }
  if (conditionIs(condition, 'False', 'FailedToScheduleWorkloads')) {
    // The scheduler tries again at once; nearly every new Work says so first.
    const since = epochMs(condition.lastTransitionTime);
    const lasts = since === undefined || hasCome(clock, since + retryMs);
    return { state: lasts ? 'unscheduled' : 'pending', condition };
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

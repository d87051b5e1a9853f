import { findCondition, type NewCondition } from '../simulator/conditions';
import type { PlacementObject } from '../simulator/kratixObjects';

/** How the scheduling of a Work went. @internal */
export interface Scheduling {
  /** Ids of groups that nothing matches. */
  unscheduled: string[];
  /** Ids of groups that lie where they no longer belong. */
  misplaced: string[];
  placements: PlacementObject[];
}

/** Whether the last attempt to write a placement failed. @internal */
export const failedWrite = ({ status }: PlacementObject) =>
  findCondition(status?.conditions, 'WriteSucceeded')?.status === 'False';

/** The conditions of a Work after scheduling (reference §4). Pure. @internal */
export function workConditions(scheduling: Scheduling): NewCondition[] {
  const { unscheduled, misplaced, placements } = scheduling;
  const failing = placements.filter(failedWrite);
  const list = (names: string[]) => `[${names.join(' ')}]`;
  const both = (
    status: 'True' | 'False',
    reason: string,
    message: string,
    ready: string,
  ): NewCondition[] => [
    { type: 'ScheduleSucceeded', status, reason, message },
    { type: 'Ready', status, reason, message: ready },
  ];
  if (unscheduled.length > 0) {
    return both(
      'False',
      'UnscheduledWorkloads',
      `No matching destination found for workloadGroups: ${list(unscheduled)}`,
      'Pending',
    );
  }
  if (misplaced.length > 0) {
    const mismatch = 'DestinationSelectorMismatch';
    const message = `Target destination no longer matches destinationSelectors for workloadGroups: ${list(
      misplaced,
    )}`;
    return [
      { type: 'ScheduleSucceeded', status: 'False', reason: mismatch, message },
      {
        type: 'Ready',
        status: 'False',
        reason: 'Misplaced',
        message: 'Misplaced',
      },
    ];
  }
  if (failing.length > 0) {
    const names = failing.map(one => one.metadata.name);
    return both(
      'False',
      'WorkplacementsFailing',
      `Workplacements failed to write: ${list(names)}`,
      'Failing',
    );
  }
  return both(
    'True',
    'AllWorkplacementsScheduled',
    'All workplacements scheduled successfully',
    'Ready',
  );
}

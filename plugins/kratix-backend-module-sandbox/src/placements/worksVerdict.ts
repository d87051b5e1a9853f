import { findCondition, type NewCondition } from '../simulator/conditions';
import type { WorkObject } from '../simulator/kratixObjects';

/**
 * What the Works of a Promise or a request mean for it: WorksSucceeded, told
 * from the message of each Work's Ready (reference §4). Failing goes before
 * pending, pending before misplaced. Pure.
 *
 * @internal
 */
export function worksVerdict(
  works: WorkObject[],
  subject: 'resource' | 'promise',
): NewCondition {
  const withMessage = (...messages: (string | undefined)[]) =>
    works.flatMap(({ metadata, status }) => {
      const ready = findCondition(status?.conditions, 'Ready');
      return messages.includes(ready?.message) ? [metadata.name] : [];
    });
  const associated = `works associated with this ${subject}`;
  const list = (names: string[]) => `[${names.join(' ')}]`;
  const failing = withMessage('Failing');
  if (failing.length > 0) {
    return {
      type: 'WorksSucceeded',
      status: 'False',
      reason: 'WorksFailing',
      message: `Some ${associated} failed: ${list(failing)}`,
    };
  }
  const pending = withMessage('Pending', undefined);
  if (pending.length > 0) {
    return {
      type: 'WorksSucceeded',
      status: 'Unknown',
      reason: 'WorksPending',
      message: `Some ${associated} are not ready: ${list(pending)}`,
    };
  }
  const misplaced = withMessage('Misplaced');
  if (misplaced.length > 0) {
    return {
      type: 'WorksSucceeded',
      status: 'False',
      reason: 'WorksMisplaced',
      message: `Some ${associated} are misplaced: ${list(misplaced)}`,
    };
  }
  return {
    type: 'WorksSucceeded',
    status: 'True',
    reason: 'WorksSucceeded',
    message: `All ${associated} are ready`,
  };
}

/** What Reconciled becomes with it. Its reason alone is not refreshed. @internal */
export function reconciledBy(works: NewCondition): NewCondition {
  if (works.status === 'True') {
    return {
      type: 'Reconciled',
      status: 'True',
      reason: 'Reconciled',
      message: 'Reconciled',
    };
  }
  return works.status === 'False'
    ? {
        type: 'Reconciled',
        status: 'False',
        reason: 'WorksFailing',
        message: 'Failing',
      }
    : {
        type: 'Reconciled',
        status: 'Unknown',
        reason: 'WorksPending',
        message: 'Pending',
      };
}

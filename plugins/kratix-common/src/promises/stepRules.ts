import type { Cause } from '../api';
import { causeOf } from '../causes';
import { conditionFact } from '../evidence';
import { conditionIs, nameOf } from '../kube';
import {
  approvalRule,
  failedRule,
  pausedRule,
  retryingRule,
  runningRule,
} from '../pipelines';
import type { PromiseSituation } from './situation';

/** By its label, or by the condition that outlasts it for a moment. @internal */
export function promisePaused(situation: PromiseSituation): Cause[] {
  const causes = pausedRule(situation);
  const { condition } = situation.availability;
  if (causes.length > 0) return causes;
  if (!condition || !conditionIs(condition, 'False', 'PausedReconciliation')) {
    return [];
  }
  return [
    causeOf({
      id: 'promise-paused',
      params: { promise: nameOf(situation.promise) },
      responsible: 'operator',
      since: condition.lastTransitionTime,
      evidence: [conditionFact(situation.promise, condition)],
    }),
  ];
}

/** @internal */
export function promiseApproval(situation: PromiseSituation): Cause[] {
  const causes = approvalRule(situation);
  const { condition } = situation.availability;
  if (causes.length > 0) return causes;
  if (situation.workflow.running || !condition) return [];
  if (!conditionIs(condition, 'False', 'WorkflowSuspended')) return [];
  // A timed retry also suspends; it resumes by itself.
  if (situation.workflow.suspended?.nextRetryAt) return [];
  return [
    causeOf({
      id: 'suspended-by-hand',
      responsible: 'platform-team',
      since: condition.lastTransitionTime,
      evidence: [conditionFact(situation.promise, condition)],
    }),
  ];
}

/** @internal */
export function promiseFailed(situation: PromiseSituation): Cause[] {
  return failedRule(situation).map(cause => ({
    ...cause,
    params: { ...cause.params, promise: nameOf(situation.promise) },
  }));
}

/**
 * Its steps run; that it says Unavailable meanwhile is no alarm. Between two
 * steps none runs for a moment.
 *
 * @internal
 */
export function promiseUpdating(situation: PromiseSituation): Cause[] {
  const { workflow } = situation;
  const between = workflow.pending !== undefined && workflow.done > 0;
  if (workflow.running || between) return runningRule(situation);
  return retryingRule(situation);
}

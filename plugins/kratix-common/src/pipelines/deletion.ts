import { causeOf } from '../causes';
import type { Cause } from '../api';
import { hasCome, type Clock } from '../clock';
import { conditionFact, fact } from '../evidence';
import {
  asList,
  conditionIs,
  conditionOf,
  deletedAt,
  epochMs,
  isoTime,
  latestTime,
  quotable,
  valueAt,
  type KubeObject,
} from '../kube';
import { jobEndedAt, jobState } from './jobs';
import type { WorkflowSubject } from './stepRules';

const slowAfterMs = 10 * 60_000;

/**
 * The finalizers that are left, in the order in which Kratix works them off;
 * strangers last.
 *
 * @internal
 */
export function finalizersLeft(
  object: KubeObject,
  order: readonly string[],
): string[] {
  const left = asList(valueAt(object, 'metadata', 'finalizers'));
  const known = order.filter(one => left.includes(one));
  const others = left.filter(
    (one): one is string => typeof one === 'string' && !order.includes(one),
  );
  return [...known, ...others];
}

/** How far a deletion is. @internal */
export function deletionStage(
  { object }: WorkflowSubject,
  order: readonly string[],
): Cause {
  const left = finalizersLeft(object, order);
  const deleting = deletedAt(object);
  return causeOf({
    id: 'deleting',
    params: {
      stage: left.at(0) ?? 'done',
      done: Math.max(0, order.length - left.length),
      total: Math.max(order.length, left.length),
    },
    responsible: 'nobody',
    since: deleting,
    evidence: [
      fact(object, 'metadata.deletionTimestamp', deleting, deleting),
      fact(object, 'metadata.finalizers', left.join(', ')),
    ],
  });
}

/** The delete step failed, or waits for somebody. @internal */
export function deleteStepTrouble(subject: WorkflowSubject): Cause[] {
  const { object, workflow, held } = subject;
  const condition = conditionOf(object, 'DeleteWorkflowCompleted');
  const step = workflow.steps.at(0);
  if (held || conditionIs(condition, 'False', 'DeleteWorkflowSuspended')) {
    const asking = workflow.suspended ?? step;
    // A timed retry goes on by itself.
    if (asking?.nextRetryAt) return [];
    return [
      causeOf({
        id: 'delete-approval',
        params: { step: asking?.name, message: quotable(asking?.message) },
        responsible: 'approvers',
        since: asking?.since ?? condition?.lastTransitionTime,
        evidence: [
          fact(
            object,
            'metadata.labels[kratix.io/workflow-suspended]',
            held ? 'present' : 'absent',
          ),
        ],
      }),
    ];
  }
  if (!condition || !conditionIs(condition, 'False')) return [];
  // The condition stays while the step runs again, and the phase says Running
  // for a step that failed: the Job knows (recording 10).
  const job = step && workflow.jobs.get(step.name);
  if (job && jobState(job) === 'active') return [];
  return [
    causeOf({
      id: 'delete-step-failed',
      params: { step: step?.name },
      responsible: 'promise-author',
      since: condition.lastTransitionTime,
      platformSays: quotable(condition.message),
      evidence: [conditionFact(object, condition)],
    }),
  ];
}

/** Ten minutes at one finalizer, and no step that would explain it. @internal */
export function slowFinalizer(
  subject: WorkflowSubject & Clock,
  order: readonly string[],
): Cause[] {
  const { workflow, object } = subject;
  const step = workflow.steps.at(0);
  const job = step && workflow.jobs.get(step.name);
  if (job && jobState(job) === 'active') return [];
  const left = finalizersLeft(object, order);
  const finalizer = left.at(0);
  if (!finalizer) return [];
  // When a finalizer went is written nowhere; the last sign of life is.
  const sign = latestTime(
    deletedAt(object),
    job && jobEndedAt(job),
    ...workflow.steps.map(one => one.since),
  );
  const since = epochMs(sign);
  if (since === undefined || !hasCome(subject, since + slowAfterMs)) return [];
  return [
    causeOf({
      id: 'delete-finalizer',
      params: { finalizer },
      responsible: 'platform-team',
      since: isoTime(since),
      evidence: [fact(object, 'metadata.finalizers', left.join(', '), sign)],
    }),
  ];
}

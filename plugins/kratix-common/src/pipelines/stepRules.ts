import type { Cause } from '../api';
import { causeOf } from '../causes';
import { hasCome, type Clock } from '../clock';
import { conditionFact, contradicted, fact } from '../evidence';
import {
  conditionIs,
  conditionOf,
  epochMs,
  objectTitle,
  quotable,
  type KubeObject,
} from '../kube';
import { podOf, podTrouble, type PodTrouble } from './podTrouble';
import type { StepState } from './steps';
import { stepNumber, type Workflow } from './workflow';

/** A Promise or a request whose steps are looked at. @internal */
export interface WorkflowSubject {
  object: KubeObject;
  workflow: Workflow;
  /** Pods of its Jobs. */
  pods?: KubeObject[];
  /** Label `workflow-suspended`, whoever set it. */
  held: boolean;
}

/** Parameters that only some subjects have. @internal */
export type MoreParams = Record<string, string | number | undefined>;

/** A person has to decide. @internal */
export function approvalRule(subject: WorkflowSubject): Cause[] {
  const { held, workflow, object } = subject;
  const step = workflow.suspended;
  if (!held && !step) return [];
  if (step?.nextRetryAt) return [];
  const label = fact(
    object,
    'metadata.labels[kratix.io/workflow-suspended]',
    held ? 'present' : 'absent',
  );
  if (!step) {
    return [
      causeOf({
        id: 'suspended-by-hand',
        responsible: 'platform-team',
        evidence: [label],
      }),
    ];
  }
  return [
    causeOf({
      id: 'approval',
      params: stepParams(subject, step),
      responsible: 'approvers',
      since: step.since,
      platformSays: quotable(step.message),
      evidence: [stepFact(object, step), label],
    }),
  ];
}

/** A step failed and nothing runs. @internal */
export function failedRule(
  subject: WorkflowSubject,
  more: () => MoreParams = () => ({}),
): Cause[] {
  const { workflow, object } = subject;
  const { failed } = workflow;
  if (workflow.running) return [];
  const condition = conditionOf(object, 'ConfigureWorkflowCompleted');
  const said = conditionIs(condition, 'False', 'ConfigureWorkflowFailed');
  if (!failed && !said) return [];
  // Asked to wait by a step after an earlier failure: not failing any more.
  if (!failed && workflow.suspended) return [];
  // All steps were reset for a rerun; the condition follows a second later.
  if (!failed && workflow.pending && workflow.done === 0) return [];
  const trouble = failed && troubleOf(subject, failed);
  return [
    causeOf({
      id: troubleId(trouble),
      params: {
        ...(failed && stepParams(subject, failed)),
        ...troubleParams(trouble),
        ...more(),
      },
      responsible:
        trouble?.kind === 'pending' ? 'platform-team' : 'promise-author',
      since: failed?.since ?? condition?.lastTransitionTime,
      platformSays:
        trouble?.message ?? (said ? quotable(condition?.message) : undefined),
      evidence: [
        ...(failed ? [stepFact(object, failed)] : []),
        ...(said && condition ? [conditionFact(object, condition)] : []),
      ],
    }),
  ];
}

// Kratix resumes by itself, at the latest when the time has come.
const lateRetryMs = 120_000;

/** A step asked to be tried again later. @internal */
export function retryingRule(subject: WorkflowSubject & Clock): Cause[] {
  const step = subject.workflow.suspended;
  if (!step?.nextRetryAt) return [];
  const due = epochMs(step.nextRetryAt);
  const overdue = due !== undefined && hasCome(subject, due + lateRetryMs);
  return [
    causeOf({
      id: 'retrying',
      params: {
        ...stepParams(subject, step),
        attempt: step.attempts,
        nextRetryAt: step.nextRetryAt,
      },
      responsible: overdue ? 'platform-team' : 'nobody',
      since: step.since,
      platformSays: quotable(step.message),
      evidence: [
        stepFact(subject.object, step),
        fact(
          subject.object,
          `status.kratix.workflows.pipelines[${step.name}].nextRetryAt`,
          step.nextRetryAt,
        ),
      ],
    }),
  ];
}

/** A step runs or waits for its turn. @internal */
export function runningRule(
  subject: WorkflowSubject,
  more: () => MoreParams = () => ({}),
): Cause[] {
  const { workflow, object } = subject;
  const step = workflow.running ?? workflow.pending;
  if (!step) return [];
  const trouble = troubleOf(subject, step);
  // An exit code of a step that still runs is one of its retries.
  if (trouble && trouble.kind !== 'exit') {
    return [
      causeOf({
        id: troubleId(trouble),
        params: {
          ...stepParams(subject, step),
          ...troubleParams(trouble),
          ...more(),
        },
        responsible:
          trouble.kind === 'image' ? 'promise-author' : 'platform-team',
        since: step.since,
        platformSays: trouble.message,
        evidence: [stepFact(object, step)],
      }),
    ];
  }
  return [
    causeOf({
      id: 'in-progress',
      params: { ...stepParams(subject, step), phase: step.phase, ...more() },
      responsible: 'nobody',
      since: step.since,
      evidence: [stepFact(object, step), ...staleFailure(subject)],
    }),
  ];
}

/** Conditions of the run before, kept for a second after a rerun began. */
function staleFailure({ object, workflow }: WorkflowSubject) {
  const condition = conditionOf(object, 'ConfigureWorkflowCompleted');
  const step = workflow.running ?? workflow.pending;
  if (!step || !condition) return [];
  if (!conditionIs(condition, 'False', 'ConfigureWorkflowFailed')) return [];
  const job = workflow.jobs.get(step.name);
  return [
    contradicted(
      conditionFact(object, condition),
      job ? objectTitle(job) : stepFact(object, step).field,
    ),
  ];
}

function troubleOf(
  subject: WorkflowSubject,
  step: StepState,
): PodTrouble | undefined {
  if (!subject.pods || subject.pods.length === 0) return undefined;
  return podTrouble(podOf(subject.workflow.jobs.get(step.name), subject.pods));
}

function troubleId(trouble: PodTrouble | undefined) {
  if (trouble?.kind === 'image') return 'step-image';
  if (trouble?.kind === 'pending') return 'step-pod-pending';
  return 'step-failed';
}

function troubleParams(trouble: PodTrouble | undefined): MoreParams {
  if (!trouble) return {};
  if (trouble.kind === 'pending') return { reason: trouble.reason };
  if (trouble.kind === 'image') {
    return { container: trouble.container, image: trouble.image };
  }
  return { container: trouble.container, code: trouble.code };
}

function stepParams(subject: WorkflowSubject, step: StepState): MoreParams {
  const { workflow } = subject;
  return {
    step: step.name,
    i: stepNumber(workflow, step),
    n: workflow.steps.length,
    message: quotable(step.message),
  };
}

/** @internal */
export function stepFact(object: KubeObject, step: StepState) {
  return fact(
    object,
    `status.kratix.workflows.pipelines[${step.name}].phase`,
    step.phase,
    step.since,
  );
}

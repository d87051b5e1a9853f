import { createdAt, epochMs, hasLabel, type KubeObject } from '../kube';
import { kratixLabels } from '../kratixNames';
import { jobState, newestJobs } from './jobs';
import { listedSteps, type StepState, type WorkflowAction } from './steps';

/** The workflow of an object as it really is. @internal */
export interface Workflow {
  steps: StepState[];
  /** Newest Job of each step. */
  jobs: Map<string, KubeObject>;
  running?: StepState;
  failed?: StepState;
  suspended?: StepState;
  pending?: StepState;
  /** How many succeeded. */
  done: number;
}

/**
 * Reads steps and Jobs together. Kratix waits more than a second between
 * making a Job and writing the step's new phase, so a step whose Job is younger
 * than its phase and still runs counts as running.
 *
 * @internal
 */
export function workflowOf(
  object: KubeObject | undefined,
  jobs: readonly KubeObject[] | undefined,
  action: WorkflowAction = 'configure',
): Workflow {
  const newest = newestJobs(jobs ?? [], action);
  const held = hasLabel(object, kratixLabels.workflowSuspended);
  const steps = listedSteps(object, action).map(step =>
    withJob(step, newest.get(step.name), held),
  );
  const workflow: Workflow = { steps, jobs: newest, done: 0 };
  for (const step of steps) {
    if (step.phase === 'succeeded') workflow.done += 1;
    else if (step.phase !== 'unknown') workflow[step.phase] ??= step;
  }
  return workflow;
}

function withJob(
  step: StepState,
  job: KubeObject | undefined,
  held: boolean,
): StepState {
  if (!job || step.phase === 'running' || step.phase === 'succeeded') {
    return step;
  }
  if (step.phase === 'suspended' && held) return step;
  if (jobState(job) !== 'active') return step;
  const started = epochMs(createdAt(job));
  const since = epochMs(step.since);
  // An older Job that looks active is the one whose end is about to be seen.
  if (
    step.phase !== 'pending' &&
    started !== undefined &&
    since !== undefined
  ) {
    if (started < since) return step;
  }
  return { ...step, phase: 'running', since: createdAt(job) };
}

/** `1` for the first step. @internal */
export function stepNumber(workflow: Workflow, step: StepState): number {
  return workflow.steps.indexOf(step) + 1;
}

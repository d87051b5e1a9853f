import type { PipelineRun, Step } from '../api';
import {
  createdAt,
  deletedAt,
  labelOf,
  nameOf,
  objectsIn,
  quotable,
  textAt,
  type KubeObject,
} from '../kube';
import { kratixLabels } from '../kratixNames';
import { containersOf } from './containers';
import { jobAction, jobEndedAt, jobState } from './jobs';
import { podOf } from './podTrouble';
import { listedSteps, type StepState, type WorkflowAction } from './steps';
import { workflowOf } from './workflow';

/** As many as Kratix keeps Jobs of each step. */
const keptRuns = 5;

interface Run {
  action: WorkflowAction;
  jobs: KubeObject[];
}

/**
 * The runs of a Promise's or request's steps, newest first: each Job of the
 * first step begins one. The newest run of the present workflow is told by the
 * status; of older ones there are only Jobs.
 *
 * @public
 */
export function pipelineRuns(facts: {
  object: KubeObject | undefined;
  jobs?: readonly KubeObject[];
  pods?: readonly KubeObject[];
}): PipelineRun[] {
  const { object } = facts;
  const jobs = objectsIn(facts.jobs) ?? [];
  const pods = objectsIn(facts.pods);
  const current: WorkflowAction =
    deletedAt(object) !== undefined ? 'delete' : 'configure';
  const listed = listedSteps(object, current);
  const runs = cut(jobs, current, listed.at(0)?.name);
  const views = runs.map((run, index) =>
    runView(run, previousOf(runs, index), pods),
  );
  const newest = runs.length - 1;
  if (runs.at(newest)?.action === current && listed.length > 0) {
    const steps = workflowOf(object, jobs, current).steps;
    views[newest] = {
      ...views[newest],
      steps: steps.map((step, index) =>
        listedStep(step, steps.slice(0, index), runs[newest], pods),
      ),
    };
  } else if (listed.length > 0) {
    // Its Jobs are gone, or not there yet.
    views.push({
      id: 'current',
      action: current,
      specChanged: false,
      steps: listed.map((step, index) =>
        listedStep(
          step,
          listed.slice(0, index),
          { action: current, jobs: [] },
          pods,
        ),
      ),
    });
  }
  return views.reverse().slice(0, keptRuns);
}

/** Cuts all Jobs, oldest first, where a first step begins. */
function cut(
  jobs: readonly KubeObject[],
  current: WorkflowAction,
  firstListed: string | undefined,
): Run[] {
  const inOrder = [...jobs].sort((a, b) => compare(createdAt(a), createdAt(b)));
  const first = new Map<WorkflowAction, string | undefined>();
  if (firstListed) first.set(current, firstListed);
  const runs: Run[] = [];
  for (const job of inOrder) {
    const action = jobAction(job);
    const step = stepOf(job);
    if (!first.has(action)) first.set(action, step);
    const last = runs.at(-1);
    if (!last || last.action !== action || step === first.get(action)) {
      runs.push({ action, jobs: [job] });
    } else {
      last.jobs.push(job);
    }
  }
  return runs;
}

function compare(a: string | undefined, b: string | undefined): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

function previousOf(runs: Run[], index: number): Run | undefined {
  const { action } = runs[index];
  return runs
    .slice(0, index)
    .reverse()
    .find(run => run.action === action);
}

function stepOf(job: KubeObject): string {
  return labelOf(job, kratixLabels.pipelineName) ?? nameOf(job);
}

function runView(
  run: Run,
  previous: Run | undefined,
  pods: KubeObject[] | undefined,
): PipelineRun {
  const [firstJob] = run.jobs;
  const hash = labelOf(firstJob, kratixLabels.hash);
  const before = labelOf(previous?.jobs[0], kratixLabels.hash);
  const startedAt = createdAt(firstJob);
  return {
    id: nameOf(firstJob),
    action: run.action,
    ...(startedAt && { startedAt }),
    specChanged: before !== undefined && hash !== before,
    steps: newestOfEach(run).map(job => jobStep(job, run.action, pods)),
  };
}

/** A step that was tried again shows its last try. */
function newestOfEach(run: Run): KubeObject[] {
  const newest = new Map<string, KubeObject>();
  for (const job of run.jobs) newest.set(stepOf(job), job);
  return [...newest.values()];
}

const phaseOfJob = {
  active: 'running',
  complete: 'succeeded',
  failed: 'failed',
  // Stopped in favour of a rerun; neither failed nor through.
  suspended: 'unknown',
} as const;

function jobStep(
  job: KubeObject,
  action: WorkflowAction,
  pods: KubeObject[] | undefined,
): Step {
  const startedAt = textAt(job, 'status', 'startTime') ?? createdAt(job);
  const endedAt = jobEndedAt(job);
  return {
    name: stepOf(job),
    phase: phaseOfJob[jobState(job)],
    action,
    ...(startedAt && { startedAt }),
    ...(endedAt && { endedAt }),
    containers: containersOf(job, podOf(job, pods)),
  };
}

/** A step as the status lists it, with what its Job adds. */
function listedStep(
  step: StepState,
  before: StepState[],
  run: Run,
  pods: KubeObject[] | undefined,
): Step {
  const job = newestOfEach(run).find(one => stepOf(one) === step.name);
  const stopped = before.some(one => one.phase === 'failed');
  const base: Step = job
    ? jobStep(job, run.action, pods)
    : {
        name: step.name,
        phase: 'unknown',
        action: run.action,
        containers: [],
      };
  const message = quotable(step.message);
  const waits = step.phase === 'suspended';
  return {
    ...base,
    phase: step.phase === 'pending' && stopped ? 'not-run' : step.phase,
    ...(message && { message }),
    ...(step.attempts !== undefined && { attempts: step.attempts }),
    // Kept from the last suspension while the retry runs; means nothing then.
    ...(waits && step.nextRetryAt && { nextRetryAt: step.nextRetryAt }),
  };
}

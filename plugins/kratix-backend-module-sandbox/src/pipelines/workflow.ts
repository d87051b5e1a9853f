import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { NewCondition } from '../simulator/conditions';
import { withCondition } from '../simulator/conditions';
import type {
  JobObject,
  Phase,
  Pipeline,
  PipelineStatus,
  Selector,
  WorkflowStatus,
} from '../simulator/kratixObjects';
import { label } from '../simulator/labels';
import type { Outcome } from '../simulator/workQueue';
import { hasLabel, type World } from '../simulator/world';
import { jobState } from './jobState';
import { jobLabels, pipelineJob, type PipelineSubject } from './pipelineJob';
import type { PipelineRunner } from './pipelineRunner';
import { withPipeline } from './statusWriter';

type Subject = KubeObject & { status?: WorkflowStatus };

/** A workflow of a Promise or a request that is to be brought to its end. @internal */
export interface WorkflowTask {
  subject: PipelineSubject & { object: Subject };
  pipelines: Pipeline[];
  promiseSelectors: Selector[];
  reporter: string;
  /** Called when a Job was seen to run. */
  onRunning?: () => void;
  /** Written along when the workflow begins anew. */
  restarted?: {
    conditions: NewCondition[];
    fields: (status: WorkflowStatus) => Record<string, unknown>;
  };
}

/** How far a workflow is. @internal */
export type WorkflowProgress =
  | { state: 'done' }
  | { state: 'failed'; pipeline: string }
  | { state: 'busy'; outcome?: Outcome };

/** The pause that Kratix makes after it created a Job (recordings, 2). @internal */
export const jobPauseMs = 1100;
const jobsToKeep = 5;

/** @internal */
export const pipelinesOf = (status: WorkflowStatus | undefined) =>
  status?.kratix?.workflows?.pipelines ?? [];

const phaseOf = (
  status: WorkflowStatus | undefined,
  name: string,
): Phase | undefined =>
  pipelinesOf(status).find(one => one.name === name)?.phase;

/**
 * Runs workflows: one pipeline after the other, a Job each, as
 * `lib/workflow/reconciler.go` does. One step a call.
 *
 * @internal
 */
export class Workflows {
  readonly #world: World;
  readonly #runner: PipelineRunner;

  constructor(world: World, runner: PipelineRunner) {
    this.#world = world;
    this.#runner = runner;
  }

  configure(task: WorkflowTask): WorkflowProgress {
    const { subject, pipelines } = task;
    const jobs = this.#jobs(subject);
    const [newest] = jobs;
    const manual =
      hasLabel(subject.object, label.manualReconciliation) ||
      hasLabel(subject.object, label.runFromStart);
    if (newest && jobState(newest) === 'running') {
      if (hasLabel(subject.object, label.manualReconciliation)) {
        this.#suspend(newest);
      }
      return { state: 'busy' };
    }
    if (manual) return this.#startOver(task);
    const index = newest ? pipelineIndex(task, newest) : -1;
    if (!newest || index < 0) {
      const object = this.#resetIfFinished(task);
      return this.#startJob(task, 0, object);
    }
    const { name } = pipelines[index].metadata;
    if (jobState(newest) === 'failed') {
      this.#writeFailure(task, name);
      return { state: 'failed', pipeline: name };
    }
    const phase = phaseOf(subject.object.status, name);
    if (phase === 'Suspended') {
      return this.#startJob(task, index, subject.object);
    }
    const object = this.#writeSucceeded(subject.object, name, index + 1);
    if (index + 1 < pipelines.length) {
      return this.#startJob(task, index + 1, object);
    }
    if (object !== subject.object) return { state: 'busy' };
    this.#forgetOldJobs(jobs);
    return { state: 'done' };
  }

  /** The delete workflow: only its first pipeline counts. */
  delete(task: WorkflowTask): WorkflowProgress {
    const { subject, pipelines, reporter } = task;
    const [pipeline] = pipelines;
    if (!pipeline) return { state: 'done' };
    const { name } = pipeline.metadata;
    const [newest] = this.#jobs(subject);
    const manual = hasLabel(subject.object, label.manualReconciliation);
    if (newest && jobState(newest) === 'running') {
      return { state: 'busy' };
    }
    if (!newest || manual) {
      const object = this.#beginDelete(subject.object, name);
      return this.#startDelete(task, pipeline, object);
    }
    if (jobState(newest) === 'done') return { state: 'done' };
    const message = 'The Delete Pipeline has failed';
    this.#world.writeConditions(subject.object, [
      {
        type: 'DeleteWorkflowCompleted',
        status: 'False',
        reason: 'DeleteWorkflowFailed',
        message,
      },
    ]);
    this.#world.event(subject.object, {
      type: 'Warning',
      reason: 'Failed Pipeline',
      message,
      reporter,
    });
    return { state: 'failed', pipeline: name };
  }

  #jobs(subject: PipelineSubject): JobObject[] {
    const jobs = this.#world.store.list('batch', 'jobs', {
      namespace: subject.namespace,
      labels: jobLabels(subject),
    }) as JobObject[];
    return this.#world.byAge(jobs);
  }

  #suspend(job: JobObject) {
    if (job.spec.suspend) return;
    this.#world.store.update({ ...job, spec: { ...job.spec, suspend: true } });
  }

  #startOver(task: WorkflowTask): WorkflowProgress {
    const { object: given } = task.subject;
    // What a broken off or superseded run left Running stays so (14, 08).
    const isRunning = pipelinesOf(given.status).some(
      one => one.phase === 'Running',
    );
    const object = isRunning ? given : this.#reset(task);
    const freed = this.#world.writeLabels(object, {
      [label.manualReconciliation]: undefined,
      [label.runFromStart]: undefined,
    });
    return this.#startJob(task, 0, freed);
  }

  /** An edit resets what had ended well, and leaves what had failed. */
  #resetIfFinished(task: WorkflowTask): Subject {
    const { object } = task.subject;
    const entries = pipelinesOf(object.status);
    const names = task.pipelines.map(one => one.metadata.name).join();
    const same = entries.map(one => one.name).join() === names;
    const finished = entries.every(one => one.phase === 'Succeeded');
    return same && !finished ? object : this.#reset(task);
  }

  #reset({ subject, pipelines, restarted }: WorkflowTask): Subject {
    const { object } = subject;
    const now = this.#world.timestamp();
    const known = pipelinesOf(object.status);
    const { suspendedGeneration: _held, ...workflows } =
      object.status?.kratix?.workflows ?? {};
    const list = pipelines.map(({ metadata: { name } }) => {
      const entry = known.find(one => one.name === name);
      return entry?.phase === 'Pending'
        ? entry
        : { name, phase: 'Pending' as const, lastTransitionTime: now };
    });
    const status: WorkflowStatus = {
      ...object.status,
      workflows: pipelines.length,
      workflowsSucceeded: 0,
      workflowsFailed: 0,
      kratix: {
        ...object.status?.kratix,
        workflows: { ...workflows, pipelines: list },
      },
    };
    return this.#world.writeStatus(object, {
      ...status,
      ...restarted?.fields(status),
      ...(restarted && {
        conditions: restarted.conditions.reduce(
          (all, one) => withCondition(all, one, now),
          status.conditions ?? [],
        ),
      }),
    });
  }

  #writeSucceeded(object: Subject, name: string, count: number): Subject {
    if (phaseOf(object.status, name) === 'Succeeded') return object;
    const now = this.#world.timestamp();
    const status = withPipeline(object.status ?? {}, name, () => ({
      name,
      phase: 'Succeeded',
      lastTransitionTime: now,
    }));
    return this.#world.writeStatus(object, {
      ...status,
      workflowsSucceeded: count,
    });
  }

  #writeFailure({ subject, reporter }: WorkflowTask, name: string) {
    const { object, type } = subject;
    const failed = {
      status: 'False' as const,
      reason: 'ConfigureWorkflowFailed',
    };
    const status = withPipeline(object.status ?? {}, name, entry =>
      entry.phase === 'Failed'
        ? entry
        : {
            name,
            phase: 'Failed',
            lastTransitionTime: this.#world.timestamp(),
          },
    );
    this.#world.writeConditions(
      { ...object, status },
      [
        {
          type: 'ConfigureWorkflowCompleted',
          ...failed,
          message: `A Configure Pipeline has failed: ${name}`,
        },
        { type: 'Reconciled', ...failed, message: 'Failing' },
      ],
      { workflowsFailed: 1 },
    );
    this.#world.event(object, {
      type: 'Warning',
      reason: 'ConfigureWorkflowFailed',
      message: `A ${type}/configure Pipeline has failed: ${name}`,
      reporter,
    });
  }

  #create(task: WorkflowTask, pipeline: Pipeline, isLast: boolean) {
    const { subject, promiseSelectors } = task;
    const job = this.#world.store.create(
      pipelineJob(subject, pipeline, { isLast, suffix: this.#world.suffix() }),
    ) as JobObject;
    this.#runner.start(job, { subject, pipeline, isLast, promiseSelectors });
  }

  #startJob(
    task: WorkflowTask,
    index: number,
    object: Subject,
  ): WorkflowProgress {
    const pipeline = task.pipelines[index];
    const { name } = pipeline.metadata;
    this.#create(task, pipeline, index === task.pipelines.length - 1);
    const then = () => this.#afterPause(task, name, object);
    return { state: 'busy', outcome: { hold: { ms: jobPauseMs, then } } };
  }

  /** Says that it runs, unless the object changed meanwhile (reference T42). */
  #afterPause(task: WorkflowTask, name: string, before: Subject) {
    const now = this.#world.current(before);
    if (!now) return;
    this.#world.event(now, {
      type: 'Normal',
      reason: 'PipelineStarted',
      message: `Configure Pipeline started: ${name}`,
      reporter: task.reporter,
    });
    if (now.metadata.resourceVersion === before.metadata.resourceVersion) {
      this.#writeRunning(now, name);
      task.onRunning?.();
    }
  }

  #writeRunning(object: Subject, name: string) {
    const status = withPipeline(object.status ?? {}, name, entry =>
      running(entry, this.#world.timestamp()),
    );
    this.#world.writeConditions(
      { ...object, status },
      [
        {
          type: 'ConfigureWorkflowCompleted',
          status: 'False',
          reason: 'PipelinesInProgress',
          message: 'Pipelines are still in progress',
        },
        {
          type: 'Reconciled',
          status: 'Unknown',
          reason: 'WorkflowPending',
          message: 'Pending',
        },
      ],
      { message: 'Pending' },
    );
  }

  #beginDelete(object: Subject, name: string): Subject {
    const freed = hasLabel(object, label.manualReconciliation)
      ? this.#world.writeLabels(object, {
          [label.manualReconciliation]: undefined,
        })
      : object;
    const { kratix } = freed.status ?? {};
    return this.#world.writeStatus(freed, {
      ...freed.status,
      kratix: {
        ...kratix,
        workflows: {
          ...kratix?.workflows,
          pipelines: [
            {
              name,
              phase: 'Running',
              lastTransitionTime: this.#world.timestamp(),
            },
          ],
        },
      },
    });
  }

  #startDelete(
    task: WorkflowTask,
    pipeline: Pipeline,
    object: Subject,
  ): WorkflowProgress {
    this.#create(task, pipeline, true);
    const then = () => {
      const now = this.#world.current(object);
      if (!now) return;
      this.#world.event(now, {
        type: 'Normal',
        reason: 'PipelineStarted',
        message: `Delete Pipeline started: ${pipeline.metadata.name}`,
        reporter: task.reporter,
      });
    };
    return { state: 'busy', outcome: { hold: { ms: jobPauseMs, then } } };
  }

  #forgetOldJobs(jobs: JobObject[]) {
    const kept = new Map<string, number>();
    for (const job of jobs) {
      const name = job.metadata.labels?.[label.pipelineName] ?? '';
      const count = (kept.get(name) ?? 0) + 1;
      kept.set(name, count);
      if (count > jobsToKeep) this.#world.delete(job);
    }
  }
}

/** Attempts and the old time of retry stay while a retry runs. */
function running(entry: PipelineStatus, now: string): PipelineStatus {
  if (entry.phase === 'Running') return entry;
  const { message: _asked, ...rest } = entry;
  return { ...rest, phase: 'Running', lastTransitionTime: now };
}

/** Which pipeline of the wanted workflow a Job ran; -1 where none. */
function pipelineIndex({ subject, pipelines }: WorkflowTask, job: JobObject) {
  const labels = job.metadata.labels ?? {};
  if (labels[label.hash] !== subject.hash) return -1;
  return pipelines.findIndex(
    one => one.metadata.name === labels[label.pipelineName],
  );
}

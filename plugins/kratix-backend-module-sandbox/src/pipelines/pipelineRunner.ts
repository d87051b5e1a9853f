import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Cancel } from '../simulator/clock';
import { withCondition } from '../simulator/conditions';
import type {
  JobObject,
  Pipeline,
  PipelineStatus,
  Selector,
  WorkflowStatus,
} from '../simulator/kratixObjects';
import { label } from '../simulator/labels';
import type { World } from '../simulator/world';
import type { StoreChange } from '../store';
import type { ContainerRun } from './behaviour';
import { ContainerLogs } from './containerLogs';
import type { PipelineSubject } from './pipelineJob';
import { podStatus, type PodProgress } from './podStatus';
import { statusWritten } from './statusWriter';
import { workloadGroups } from './workOutput';
import { writeWork } from './workWriter';

/** What the runner has to know of a Job besides the Job. @internal */
export interface JobPlan {
  subject: PipelineSubject;
  pipeline: Pipeline;
  isLast: boolean;
  promiseSelectors: Selector[];
}

interface Run extends JobPlan {
  job: JobObject;
  pod?: KubeObject;
  progress: PodProgress;
  results: ContainerRun[];
  started: boolean;
  ended: boolean;
  cancel?: Cancel;
}

// As in the recordings: from the Job to its start, and Kratix's own steps.
const startMs = 130;
const readerMs = 20;
const workWriterMs = 130;
const statusWriterMs = 70;
const completeMs = 20;
const suspendMs = 210;

/**
 * Stands in for the Job controller, the node and the containers: Jobs become
 * active, Pods go through their containers, Works and status are written, Jobs
 * complete or fail. Nothing runs.
 *
 * @internal
 */
export class PipelineRunner {
  readonly logs = new ContainerLogs();
  readonly #world: World;
  readonly #runs = new Map<string, Run>();
  readonly #queue: Run[] = [];
  #active = 0;

  constructor(world: World) {
    this.#world = world;
  }

  start(job: JobObject, plan: JobPlan): void {
    const run: Run = {
      ...plan,
      job,
      progress: { startedAt: '', began: [], ended: [] },
      results: [],
      started: false,
      ended: false,
    };
    this.#runs.set(job.metadata.uid ?? '', run);
    this.#queue.push(run);
    this.#startNext();
  }

  /** Jobs that are suspended or deleted run no further. */
  changed({ type, object }: StoreChange): void {
    if (object.kind === 'Pod' && type === 'DELETED') {
      this.logs.forget(object);
    }
    if (object.kind !== 'Job') return;
    const run = this.#runs.get(object.metadata.uid ?? '');
    if (!run || run.ended) return;
    const gone = type === 'DELETED' || object.metadata.deletionTimestamp;
    if (gone) this.#end(run);
    else if ((object as JobObject).spec.suspend) this.#suspend(run);
  }

  #startNext() {
    const limit = this.#world.settings.jobConcurrency;
    while (this.#queue.length > 0 && this.#active < limit) {
      const run = this.#queue.shift();
      if (!run || run.ended) continue;
      this.#active += 1;
      this.#after(run, startMs, () => this.#activate(run));
    }
  }

  /** Goes on later; what throws ends the run, as the Job would stay behind. */
  #after(run: Run, ms: number, next: () => void) {
    run.cancel = this.#world.clock.schedule(ms, () => {
      if (run.ended) return;
      try {
        next();
      } catch (error) {
        const { onError } = this.#world.settings;
        onError('pipeline runner', run.job.metadata.name, error);
        this.#fail(run);
      }
    });
  }

  #activate(run: Run) {
    const now = this.#world.timestamp();
    run.started = true;
    run.progress.startedAt = now;
    run.pod = this.#createPod(run);
    this.#writeJob(run, {
      startTime: now,
      active: 1,
      ready: 1,
      terminating: 0,
      uncountedTerminatedPods: {},
    });
    this.#begin(run);
    this.#after(run, readerMs, () => {
      this.#finish(run, 0, [`${run.subject.object.kind} read`]);
      this.#container(run, 0);
    });
  }

  #container(run: Run, index: number) {
    const containers = run.pipeline.spec?.containers ?? [];
    const container = containers[index];
    this.#begin(run);
    if (!container) {
      this.#lastSteps(run);
      return;
    }
    const { subject, pipeline } = run;
    const result = this.#world.settings.behaviour({
      container,
      pipeline: pipeline.metadata.name,
      type: subject.type,
      action: subject.action,
      promise: subject.promise,
      object: this.#world.current(subject.object) ?? subject.object,
      attempts: this.#entry(run)?.attempts ?? 0,
      defaultSeconds: this.#world.settings.containerMs / 1000,
    });
    const [first, ...rest] = result.log;
    if (first) this.#say(run, [first]);
    this.#after(run, result.seconds * 1000, () => {
      run.results.push(result);
      this.#finish(run, result.exitCode, rest);
      if (result.exitCode === 0) this.#container(run, index + 1);
      else this.#fail(run);
    });
  }

  #lastSteps(run: Run) {
    const configure = run.subject.action === 'configure';
    const control = run.results.find(one => one.control)?.control;
    const held = Boolean(control?.suspend || control?.retryAfter);
    const writeStatus = () =>
      this.#after(run, statusWriterMs, () => {
        if (held) this.#markSuspended(run);
        this.#writeStatus(run);
        this.#finish(run, 0, ['status updated']);
        this.#after(run, completeMs, () => this.#complete(run));
      });
    if (!configure) {
      writeStatus();
      return;
    }
    this.#after(run, workWriterMs, () => {
      // A pipeline that asks to wait has not delivered anything yet.
      if (!held) this.#writeWork(run);
      this.#finish(run, 0, [held ? 'workflow is held' : 'Work written']);
      this.#begin(run);
      writeStatus();
    });
  }

  #writeWork({ results, subject, pipeline, promiseSelectors }: Run) {
    const groups = workloadGroups({
      files: results.flatMap(one => one.files),
      selectors: results.flatMap(one => one.selectors ?? []).slice(0, 1),
      promiseSelectors,
      source:
        subject.type === 'promise' ? 'promise-workflow' : 'resource-workflow',
    });
    writeWork(this.#world, subject, pipeline.metadata.name, groups);
  }

  #markSuspended({ subject }: Run) {
    const object = this.#world.current(subject.object);
    if (object) {
      this.#world.writeLabels(object, { [label.workflowSuspended]: 'true' });
    }
  }

  #writeStatus({ subject, results, isLast, pipeline }: Run) {
    const object = this.#world.current(subject.object);
    if (!object) return;
    const status = Object.assign(
      {},
      ...results.map(one => one.status),
    ) as Record<string, unknown>;
    const written = statusWritten(
      (object.status ?? {}) as WorkflowStatus,
      {
        pipeline: pipeline.metadata.name,
        isLast,
        type: subject.type,
        status,
        control: results.find(one => one.control)?.control,
        generation: object.metadata.generation ?? 1,
      },
      {
        now: this.#world.timestamp(),
        at: afterMs => this.#world.timestamp(afterMs),
      },
    );
    this.#world.writeStatus(object, written);
  }

  #entry({ subject, pipeline }: Run): PipelineStatus | undefined {
    const status = this.#world.current(subject.object)?.status as
      | WorkflowStatus
      | undefined;
    return status?.kratix?.workflows?.pipelines?.find(
      one => one.name === pipeline.metadata.name,
    );
  }

  #complete(run: Run) {
    const now = this.#world.timestamp();
    this.#endJob(run, ['SuccessCriteriaMet', 'Complete'], {
      reason: 'CompletionsReached',
      message: 'Reached expected number of succeeded pods',
      fields: { completionTime: now, succeeded: 1 },
    });
  }

  #fail(run: Run) {
    this.#endJob(run, ['FailureTarget', 'Failed'], {
      reason: 'BackoffLimitExceeded',
      message: 'Job has reached the specified backoff limit',
      fields: { failed: 1 },
    });
  }

  #endJob(
    run: Run,
    types: string[],
    {
      reason,
      message,
      fields,
    }: { reason: string; message: string; fields: Record<string, unknown> },
  ) {
    const job = this.#world.current(run.job);
    this.#end(run);
    if (!job) return;
    const { active: _active, ...status } = job.status ?? {};
    const now = this.#world.timestamp();
    const conditions = types.reduce(
      (list, type) =>
        withCondition(list, { type, status: 'True', reason, message }, now),
      status.conditions ?? [],
    );
    this.#world.writeStatus(job, {
      ...status,
      ...fields,
      ready: 0,
      conditions,
    });
  }

  #suspend(run: Run) {
    run.cancel?.();
    this.#after(run, suspendMs, () => {
      const job = this.#world.current(run.job);
      this.#end(run);
      if (!job) return;
      if (run.pod) this.#world.delete(run.pod);
      const { active: _active, ...status } = job.status ?? {};
      this.#world.writeStatus(job, {
        ...status,
        ready: 0,
        conditions: withCondition(
          status.conditions,
          {
            type: 'Suspended',
            status: 'True',
            reason: 'JobSuspended',
            message: 'Job suspended',
          },
          this.#world.timestamp(),
        ),
      });
    });
  }

  #end(run: Run) {
    if (run.ended) return;
    run.ended = true;
    run.cancel?.();
    this.#runs.delete(run.job.metadata.uid ?? '');
    const waiting = this.#queue.indexOf(run);
    if (waiting >= 0) {
      this.#queue.splice(waiting, 1);
      return;
    }
    this.#active -= 1;
    // The next one starts only after whoever waits for this one has seen it.
    this.#world.clock.schedule(completeMs, () => this.#startNext());
  }

  #writeJob(run: Run, status: Record<string, unknown>) {
    const job = this.#world.current(run.job);
    if (job) this.#world.writeStatus(job, { ...job.status, ...status });
  }

  #createPod({ job, progress }: Run): KubeObject {
    const { template } = job.spec;
    const { name, namespace, uid = '' } = job.metadata;
    const pod = this.#world.store.create({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: `${name}-${this.#world.suffix()}`,
        namespace,
        ...template.metadata,
        ownerReferences: [
          {
            apiVersion: 'batch/v1',
            kind: 'Job',
            name,
            uid,
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      },
      spec: template.spec,
    });
    return this.#world.writeStatus(pod, podStatus(template, progress));
  }

  #begin(run: Run) {
    run.progress.began.push(this.#world.timestamp());
    this.#writePod(run);
  }

  #finish(run: Run, exitCode: number, log: string[]) {
    this.#say(run, log);
    const container = currentContainer(run.job, run.progress);
    if (run.pod && container) this.logs.end(run.pod, container.name);
    run.progress.ended.push({ at: this.#world.timestamp(), exitCode });
    this.#writePod(run);
  }

  #say({ job, pod, progress }: Run, texts: string[]) {
    const container = currentContainer(job, progress);
    if (!pod || !container) return;
    const time = this.#world.clock.now();
    this.logs.append(
      pod,
      container.name,
      texts.map(text => ({ time, text })),
    );
  }

  #writePod({ job, pod, progress }: Run) {
    const current = pod && this.#world.current(pod);
    if (!current) return;
    this.#world.writeStatus(current, podStatus(job.spec.template, progress));
  }
}

function currentContainer({ spec }: JobObject, { ended }: PodProgress) {
  const { initContainers = [], containers } = spec.template.spec;
  return [...initContainers, ...containers][ended.length];
}

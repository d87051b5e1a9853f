import { findCondition, type NewCondition } from '../simulator/conditions';
import {
  kratixApiVersion,
  type BindingObject,
  type PromiseObject,
  type RequestObject,
  type RevisionObject,
} from '../simulator/kratixObjects';
import { finalizer, label } from '../simulator/labels';
import { bindingName, labelValue } from '../simulator/names';
import type { Outcome } from '../simulator/workQueue';
import { hasLabel, reasonOf, type World } from '../simulator/world';
import {
  pipelineHome,
  pipelinesOf,
  steering,
  type Workflows,
  type WorkflowTask,
} from '../pipelines';
import { reconciledBy, worksVerdict } from '../placements';
import {
  recordUpgradeFailed,
  recordUpgradeStarted,
  recordVersionApplied,
} from '../versions';
import { RequestDeletion } from './requestDeletion';
import { reporter, requestTask, type RequestAtRevision } from './requestTask';

const unavailableRetryMs = 60_000;

/** All four at once, in this order (recordings). */
const requestFinalizers = [
  finalizer.workCleanup,
  finalizer.workflowsCleanup,
  finalizer.deleteWorkflows,
  finalizer.bindingCleanup,
];

const paused: NewCondition = {
  type: 'Reconciled',
  status: 'Unknown',
  reason: 'PausedReconciliation',
  message: 'Paused',
};

interface Facts extends RequestAtRevision {
  binding: BindingObject;
}

/**
 * Brings requests of a Promise where they are wanted (reference §23.3). Each
 * call does one step; what it writes wakes it up again.
 *
 * @internal
 */
export class RequestController {
  readonly #world: World;
  readonly #workflows: Workflows;
  readonly #deletion: RequestDeletion;

  constructor(world: World, workflows: Workflows) {
    this.#world = world;
    this.#workflows = workflows;
    this.#deletion = new RequestDeletion(world, workflows);
  }

  reconcile(
    promiseName: string,
    namespace: string,
    name: string,
  ): Outcome | undefined {
    const promise = this.#world.promise(promiseName);
    const request = promise && this.#world.request(promise, name, namespace);
    if (!promise || !request) return undefined;
    if (request.metadata.annotations?.[steering.ignored]) return undefined;
    if (this.#isPaused(promise, request)) return undefined;
    if (request.metadata.deletionTimestamp) {
      return this.#deletion.step(promise, request);
    }
    if (request.metadata.labels?.[label.promiseName] !== promiseName) {
      this.#world.writeLabels(request, { [label.promiseName]: promiseName });
      return undefined;
    }
    const waiting = this.#awaitPromise(promise, request);
    if (waiting) return waiting;
    if (!this.#hasFinalizers(request)) return undefined;
    const binding = this.#binding(promise, request);
    if (!binding) return { again: true };
    const revision = this.#revision(promise, request, binding);
    if (!revision) return undefined;
    if (hasLabel(request, label.workflowSuspended)) {
      return this.#awaitResume(request);
    }
    if (this.#unpause(request)) return undefined;
    return this.#run({ promise, request, binding, revision });
  }

  #isPaused(promise: PromiseObject, request: RequestObject): boolean {
    const own = hasLabel(request, label.paused);
    if (!own && !hasLabel(promise, label.paused)) return false;
    if (request.metadata.deletionTimestamp) return true;
    if (reasonOf(request, 'Reconciled') !== paused.reason) {
      this.#world.writeConditions(request, [paused]);
      this.#world.event(request, {
        type: 'Warning',
        reason: paused.reason,
        message: own
          ? `'${label.paused}' label set to 'true' for this resource request; pausing reconciliation`
          : `'${label.paused}' label set to 'true' for promise; pausing reconciliation for this resource request`,
        reporter,
      });
    }
    return true;
  }

  /** While the Promise is Unavailable, and when it is no longer. */
  #awaitPromise(
    promise: PromiseObject,
    request: RequestObject,
  ): Outcome | undefined {
    const type = 'PromiseAvailable';
    if (promise.status?.status !== 'Available') {
      this.#world.writeConditions(
        request,
        [
          {
            type,
            status: 'False',
            reason: 'PromiseRequirementsNotInstalled',
            message: 'Promise Requirements are not installed',
          },
        ],
        { message: 'Pending' },
      );
      return { afterMs: unavailableRetryMs };
    }
    const known = findCondition(request.status?.conditions, type);
    if (known?.status !== 'False') return undefined;
    // Only its own clock tells a waiting request (recordings, 24).
    const since = Date.parse(known.lastTransitionTime ?? '');
    const left = since + unavailableRetryMs - this.#world.clock.now().getTime();
    if (left > 0) return { afterMs: left };
    this.#world.writeConditions(request, [
      {
        type,
        status: 'True',
        reason: 'PromiseAvailable',
        message: 'Promise Requirements are met',
      },
    ]);
    return {};
  }

  #hasFinalizers(request: RequestObject): boolean {
    const { finalizers = [] } = request.metadata;
    const missing = requestFinalizers.filter(one => !finalizers.includes(one));
    if (missing.length === 0) return true;
    this.#world.writeMetadata(request, {
      finalizers: [...finalizers, ...missing],
    });
    return false;
  }

  /** The binding, with the request's labels; `undefined` when it was just made. */
  #binding(
    promise: PromiseObject,
    request: RequestObject,
  ): BindingObject | undefined {
    const binding = this.#world.bindingOf(promise.metadata.name, request);
    if (!binding) {
      this.#createBinding(promise.metadata.name, request);
      return undefined;
    }
    const wanted = mirrored(request, promise.metadata.name);
    const own = binding.metadata.labels?.[label.manualReconciliation];
    const labels = {
      ...wanted,
      ...(own && { [label.manualReconciliation]: own }),
    };
    return this.#world.writeMetadata(binding, { labels });
  }

  #createBinding(promise: string, request: RequestObject) {
    const { name, namespace = '' } = request.metadata;
    const { resourceBindingVersion, promiseVersion } = request.status ?? {};
    const version = resourceBindingVersion ?? 'latest';
    const binding = this.#world.store.create({
      apiVersion: kratixApiVersion,
      kind: 'ResourceBinding',
      metadata: {
        name: bindingName(name, promise),
        namespace,
        labels: mirrored(request, promise),
      },
      spec: {
        version,
        promiseRef: { name: promise },
        resourceRef: { name, namespace },
      },
    });
    this.#world.event(request, {
      type: 'Normal',
      reason: 'BindingCreated',
      message: `Binding ${binding.metadata.name} created for promise ${promise} version ${version}`,
      reporter,
    });
    if (promiseVersion) {
      this.#world.writeStatus(binding, { lastAppliedVersion: promiseVersion });
    }
  }

  #revision(
    { metadata: { name } }: PromiseObject,
    request: RequestObject,
    binding: BindingObject,
  ): RevisionObject | undefined {
    const { version } = binding.spec;
    const revision = this.#world.revision(name, version);
    if (!revision) {
      this.#world.event(request, {
        type: 'Warning',
        reason: 'FailedPromiseRevisionLookup',
        message: `cannot find a PromiseRevision for Promise ${name} with version ${version}: promise revision not found`,
        reporter,
      });
    } else if (this.#world.settings.reconcileEvents) {
      this.#world.event(request, {
        type: 'Normal',
        reason: 'ReconcileStarted',
        message: `reconciling resource request with promise revision ${revision.metadata.name}`,
        reporter,
      });
    }
    return revision;
  }

  #awaitResume(request: RequestObject): Outcome | undefined {
    const { generation } = request.metadata;
    const held = request.status?.kratix?.workflows?.suspendedGeneration;
    const edited = held !== undefined && held !== generation;
    if (edited || hasLabel(request, label.manualReconciliation)) {
      this.#world.writeLabels(request, {
        [label.workflowSuspended]: undefined,
        [label.manualReconciliation]: undefined,
        [label.runFromStart]: 'true',
      });
      return undefined;
    }
    const { nextRetryAt } =
      pipelinesOf(request.status).find(one => one.phase === 'Suspended') ?? {};
    const left = nextRetryAt
      ? Date.parse(nextRetryAt) - this.#world.clock.now().getTime()
      : undefined;
    if (left !== undefined && left <= 0) {
      this.#world.writeLabels(request, {
        [label.workflowSuspended]: undefined,
      });
      return undefined;
    }
    if (reasonOf(request, 'Reconciled') !== 'WorkflowSuspended') {
      this.#world.writeConditions(request, [
        {
          type: 'Reconciled',
          status: 'Unknown',
          reason: 'WorkflowSuspended',
          message: 'Suspended',
        },
      ]);
      this.#world.event(request, {
        type: 'Warning',
        reason: 'WorkflowSuspended',
        message: `'${label.workflowSuspended}' label set to 'true' for resource request; skipping reconciliation`,
        reporter,
      });
    }
    return left === undefined ? undefined : { afterMs: left };
  }

  /** After a pause everything runs again, from the start. */
  #unpause(request: RequestObject): boolean {
    if (reasonOf(request, 'Reconciled') !== paused.reason) return false;
    if (!hasLabel(request, label.runFromStart)) {
      this.#world.writeLabels(request, { [label.runFromStart]: 'true' });
      return true;
    }
    this.#world.writeConditions(request, [
      { ...paused, reason: 'Unpaused', message: 'Pending' },
    ]);
    return true;
  }

  #run(facts: Facts): Outcome | undefined {
    const task = requestTask(facts, 'configure');
    if (task.pipelines.length === 0) return this.#finishWithoutPipelines(facts);
    if (!facts.request.status?.workflows) {
      this.#announce(facts.request, task);
      return undefined;
    }
    const { binding, revision } = facts;
    const { version } = revision.spec;
    const progress = this.#workflows.configure({
      ...task,
      onRunning: () => {
        const now = this.#world.current(binding);
        if (now) recordUpgradeStarted(this.#world, now, version);
      },
    });
    if (progress.state === 'busy') return progress.outcome;
    if (progress.state === 'failed') {
      recordUpgradeFailed(this.#world, binding, version, progress.pipeline);
      return undefined;
    }
    return this.#finish(facts);
  }

  #announce(request: RequestObject, { pipelines }: WorkflowTask) {
    const now = this.#world.timestamp();
    const { kratix } = request.status ?? {};
    this.#world.writeStatus(request, {
      ...request.status,
      workflows: pipelines.length,
      workflowsSucceeded: 0,
      workflowsFailed: 0,
      kratix: {
        ...kratix,
        workflows: {
          ...kratix?.workflows,
          pipelines: pipelines.map(({ metadata: { name } }) => ({
            name,
            phase: 'Pending',
            lastTransitionTime: now,
          })),
        },
      },
    });
  }

  /** After the last pipeline: one write a call, in this order. */
  #finish({ promise, request, binding, revision }: Facts): undefined {
    const { status = {}, metadata } = request;
    this.#dropStaleWorks(request, revision);
    if (status.observedGeneration !== metadata.generation) {
      this.#world.writeStatus(request, {
        ...status,
        observedGeneration: metadata.generation,
      });
      return undefined;
    }
    const { version } = revision.spec;
    const settled = this.#settle(promise, request, binding, version);
    if (settled !== request) return undefined;
    recordVersionApplied(this.#world, binding, version);
    this.#recordSuccess(request);
    return undefined;
  }

  #settle(
    { metadata: { name: promise } }: PromiseObject,
    request: RequestObject,
    binding: BindingObject,
    version: string,
  ): RequestObject {
    const { namespace, name } = request.metadata;
    const works = this.#world.works({
      namespace,
      labels: {
        [label.promiseName]: promise,
        [label.resourceName]: name,
        [label.workType]: 'resource',
      },
    });
    const verdict = worksVerdict(works, 'resource');
    const known = findCondition(request.status?.conditions, 'WorksSucceeded');
    // Kratix goes from Unknown to failing only by way of True (T4).
    const kept =
      verdict.reason === 'WorksFailing' && known?.status === 'Unknown';
    const reconciled = reconciledBy(verdict);
    const before = findCondition(request.status?.conditions, 'Reconciled');
    const bindingVersion = binding.spec.version;
    const settled = this.#world.writeConditions(
      request,
      kept
        ? []
        : [
            ...(before?.status === reconciled.status ? [] : [reconciled]),
            verdict,
          ],
      { promiseVersion: version, resourceBindingVersion: bindingVersion },
    );
    if (settled === request) return request;
    this.#tellSettled(settled, request, verdict, bindingVersion);
    return settled;
  }

  #tellSettled(
    settled: RequestObject,
    before: RequestObject,
    works: NewCondition,
    bindingVersion: string,
  ) {
    const { reason, message, status } = works;
    const known = findCondition(before.status?.conditions, works.type);
    if (known?.reason !== reason && status !== 'Unknown') {
      const type = status === 'True' ? 'Normal' : 'Warning';
      this.#world.event(settled, { type, reason, message, reporter });
    }
    const is = findCondition(settled.status?.conditions, 'Reconciled');
    const was = findCondition(before.status?.conditions, 'Reconciled');
    const normal = { type: 'Normal' as const, reporter };
    if (is?.status === 'True' && was?.status !== 'True') {
      this.#world.event(settled, {
        ...normal,
        reason: 'ReconcileSucceeded',
        message: 'Successfully reconciled',
      });
    }
    if (before.status?.resourceBindingVersion !== bindingVersion) {
      this.#world.event(settled, {
        ...normal,
        reason: 'ResourceBindingVersionUpdated',
        message: `Resource binding version updated to ${bindingVersion}`,
      });
    }
  }

  #recordSuccess(request: RequestObject) {
    const { status } = request;
    const at = findCondition(
      status?.conditions,
      'ConfigureWorkflowCompleted',
    )?.lastTransitionTime;
    if (!at || status?.lastSuccessfulConfigureWorkflowTime === at) return;
    this.#world.writeStatus(request, {
      ...status,
      lastSuccessfulConfigureWorkflowTime: at,
      kratix: {
        ...status?.kratix,
        workflows: {
          ...status?.kratix?.workflows,
          lastSuccessfulConfigureWorkflowTime: at,
        },
      },
    });
  }

  #dropStaleWorks(request: RequestObject, revision: RevisionObject) {
    const { workflows } = revision.spec.promiseSpec;
    const names = workflows?.resource?.configure?.map(one => one.metadata.name);
    const works = this.#world.works({
      namespace: pipelineHome(request, workflows?.config?.pipelineNamespace),
      labels: {
        [label.promiseName]: revision.spec.promiseRef.name,
        [label.resourceName]: request.metadata.name,
        [label.workType]: 'resource',
      },
    });
    for (const work of works) {
      const pipeline = work.metadata.labels?.[label.pipelineName] ?? '';
      if (!names?.includes(pipeline) && !work.metadata.deletionTimestamp) {
        this.#world.delete(work);
      }
    }
  }

  #finishWithoutPipelines({ request, binding, revision }: Facts): undefined {
    const { status = {}, metadata } = request;
    if (
      hasLabel(request, label.manualReconciliation) ||
      hasLabel(request, label.runFromStart)
    ) {
      this.#world.writeLabels(request, {
        [label.manualReconciliation]: undefined,
        [label.runFromStart]: undefined,
      });
      return undefined;
    }
    const { version } = revision.spec;
    const written = this.#world.writeStatus(request, {
      ...status,
      kratix: {
        ...status.kratix,
        workflows: { ...status.kratix?.workflows, pipelines: [] },
      },
      workflows: 0,
      workflowsSucceeded: 0,
      workflowsFailed: 0,
      observedGeneration: metadata.generation,
      promiseVersion: version,
      resourceBindingVersion: binding.spec.version,
    });
    if (written !== request) return undefined;
    recordVersionApplied(this.#world, binding, version);
    return undefined;
  }
}

/** The labels of a request that its binding bears as well. */
function mirrored(request: RequestObject, promise: string) {
  const own = Object.entries(request.metadata.labels ?? {}).filter(
    ([key]) => key !== label.manualReconciliation && key !== label.runFromStart,
  );
  return {
    ...Object.fromEntries(own),
    [label.promiseName]: promise,
    [label.resourceName]: labelValue(request.metadata.name),
  };
}

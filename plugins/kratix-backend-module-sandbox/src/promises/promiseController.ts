import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { findCondition, type NewCondition } from '../simulator/conditions';
import type {
  DefinitionObject,
  PromiseObject,
  WorkflowStatus,
} from '../simulator/kratixObjects';
import { finalizer, label } from '../simulator/labels';
import { contentHash, systemNamespace } from '../simulator/names';
import type { Outcome } from '../simulator/workQueue';
import { hasLabel, reasonOf, type World } from '../simulator/world';
import { pipelinesOf, type Workflows, type WorkflowTask } from '../pipelines';
import { reconciledBy, worksVerdict } from '../placements';
import { completeSpec, keepRevision } from '../versions';
import { PromiseDeletion } from './promiseDeletion';
import {
  isDefinition,
  requestDefinition,
  storageVersion,
} from './requestDefinition';
import {
  isFulfilled,
  recordRequiredBy,
  requirementsCondition,
  requirementStates,
} from './requirements';
import {
  keepStaticDependencies,
  touchStaticDependencies,
} from './staticDependencies';

const byName = <T extends KubeObject>(objects: T[]) =>
  [...objects].sort((a, b) =>
    `${a.metadata.namespace}/${a.metadata.name}` <
    `${b.metadata.namespace}/${b.metadata.name}`
      ? -1
      : 1,
  );

const hasPromisePipelines = ({ spec }: PromiseObject) =>
  (spec.workflows?.promise?.configure ?? []).length > 0;

const reporter = 'PromiseController';
const requirementsRetryMs = 60_000;
const definitionPauseMs = 1000;
const requestPauseMs = 1100;
const definitionRetryMs = 5000;
// Requests that were woken up look at the Promise before it goes on.
const shortly = { ms: 80, then: () => ({ again: true }) };

const unavailable: NewCondition = {
  type: 'Available',
  status: 'False',
  reason: 'PromiseUnavailable',
  message: 'Cannot fulfil resource requests',
};
const pausedReason = 'PausedReconciliation';

/** What the controller does to the requests of a Promise. @internal */
export interface RequestQueues {
  /** Keeps requests of a Promise waiting. */
  pause(promise: string, ms: number): void;
  /** Whether a request of the Promise was ever seen. */
  hasServed(promise: string): boolean;
  /** The Promise's controller of requests has ended. */
  drop(promise: string): void;
}

/**
 * Installs and updates Promises (reference §23.2). One step a call; what it
 * writes wakes it up again.
 *
 * @internal
 */
export class PromiseController {
  readonly #world: World;
  readonly #workflows: Workflows;
  readonly #requests: RequestQueues;
  readonly #deletion: PromiseDeletion;
  /** Promises whose requests are to be labelled once more, by uid. */
  readonly #relabel = new Set<string>();
  /** When a static dependency was touched last, by Promise. */
  readonly #touched = new Map<string, number>();

  constructor(world: World, workflows: Workflows, requests: RequestQueues) {
    this.#world = world;
    this.#workflows = workflows;
    this.#requests = requests;
    this.#deletion = new PromiseDeletion(world, workflows, requests);
  }

  reconcile(name: string): Outcome | undefined {
    const promise = this.#world.promise(name);
    if (!promise) return undefined;
    if (hasLabel(promise, label.paused)) return this.#writePaused(promise);
    if (promise.metadata.deletionTimestamp) {
      return this.#deletion.step(promise, promiseTask(promise, 'delete'));
    }
    if (this.#complete(promise) !== promise) return undefined;
    if (this.#writeVersion(promise) !== promise) return undefined;
    const definition = this.#applyDefinition(promise);
    if (definition.outcome) return definition.outcome;
    return this.#afterDefinition(promise, definition.established);
  }

  #afterDefinition(
    promise: PromiseObject,
    established: boolean,
  ): Outcome | undefined {
    if (this.#checkRequirements(promise) !== promise) return undefined;
    if (this.#rerunBeforeRevision(promise)) return undefined;
    if (keepRevision(this.#world, promise)) return { again: true };
    if (this.#relabel.delete(promise.metadata.uid ?? '')) {
      this.#labelRequests(promise);
    }
    const hasApi = Boolean(this.#world.requestKind(promise));
    if (hasApi && !established) return this.#retryRequirements(promise);
    const states = requirementStates(this.#world, promise);
    const ready = isFulfilled(states) || !hasApi;
    const early = ready ? 0 : this.#untilApiIsSeen(promise);
    if (early > 0) return { afterMs: early };
    if (hasApi && this.#writeApi(promise) !== promise) return undefined;
    const loop = this.#staticDependencies(promise);
    if (ready && promise.status?.observedGeneration === undefined) {
      if (this.#rerunRequests(promise)) return { hold: shortly };
    }
    const workflow = this.#runWorkflow(promise);
    if (workflow) return workflow;
    if (!ready) return this.#retryRequirements(promise);
    if (this.#rerunRequests(promise)) return { hold: shortly };
    if (this.#writeAvailable(promise) !== promise) return undefined;
    this.#writeReconciled(promise);
    return loop;
  }

  /** With unmet requirements Kratix looks at the new CRD only after a while. */
  #untilApiIsSeen({ metadata, status }: PromiseObject): number {
    if (status?.kind !== undefined) return 0;
    const since = Date.parse(metadata.creationTimestamp ?? '');
    return since + definitionRetryMs - this.#world.clock.now().getTime();
  }

  #retryRequirements({ spec }: PromiseObject): Outcome | undefined {
    const waits = (spec.requiredPromises ?? []).length > 0;
    return waits ? { afterMs: requirementsRetryMs } : undefined;
  }

  #writePaused(promise: PromiseObject): undefined {
    if (promise.metadata.deletionTimestamp) return undefined;
    const reason = pausedReason;
    const before = promise.status?.kratix;
    const written = this.#world.writeConditions(
      promise,
      [
        { type: 'Available', status: 'False', reason, message: 'Paused' },
        { type: 'Reconciled', status: 'Unknown', reason, message: 'Paused' },
      ],
      {
        status: 'Unavailable',
        kratix: { ...before, status: 'Unavailable' },
      },
    );
    if (written !== promise) {
      this.#world.event(written, {
        type: 'Warning',
        reason,
        message: `'${label.paused}' label set to 'true' for promise; pausing reconciliation`,
        reporter,
      });
    }
    return undefined;
  }

  /** Finalizers, and the empty parts that Kratix's own types bring along. */
  #complete(promise: PromiseObject): PromiseObject {
    const { finalizers = [] } = promise.metadata;
    const missing = promiseFinalizers(promise).filter(
      one => !finalizers.includes(one),
    );
    const unpaused =
      reasonOf(promise, 'Available') === pausedReason &&
      !hasLabel(promise, label.runFromStart);
    if (unpaused) {
      const labelled = this.#world.writeLabels(promise, {
        [label.runFromStart]: 'true',
        [label.reconcileResources]: 'true',
      });
      return this.#world.writeConditions(labelled, [
        unavailable,
        {
          type: 'Reconciled',
          status: 'Unknown',
          reason: 'Unpaused',
          message: 'Pending',
        },
      ]);
    }
    if (missing.length === 0) return promise;
    return this.#world.store.update({
      ...promise,
      metadata: {
        ...promise.metadata,
        finalizers: [...finalizers, ...missing],
      },
      spec: completeSpec(promise.spec),
    }) as PromiseObject;
  }

  #writeVersion(promise: PromiseObject): PromiseObject {
    const { status } = promise;
    const version = promise.metadata.labels?.[label.promiseVersion];
    const { version: _old, ...kratix } = status?.kratix ?? {};
    const known = status?.workflows !== undefined;
    if (known && status?.version === version) return promise;
    const { version: _older, ...rest } = status ?? {};
    return this.#world.writeStatus(promise, {
      workflows: 0,
      workflowsSucceeded: 0,
      workflowsFailed: 0,
      ...rest,
      ...(version && { version }),
      kratix: { workflows: {}, ...kratix, ...(version && { version }) },
    });
  }

  #applyDefinition(promise: PromiseObject): {
    established: boolean;
    outcome?: Outcome;
  } {
    const wanted = requestDefinition(promise);
    if (!wanted) return { established: false };
    const known = this.#world.definitionOf(promise);
    if (!known) {
      this.#world.store.create(wanted);
      return { established: false, outcome: { again: true } };
    }
    const applied = this.#world.store.update({
      ...known,
      metadata: {
        ...known.metadata,
        labels: { ...known.metadata.labels, ...wanted.metadata.labels },
      },
      spec: wanted.spec,
    }) as DefinitionObject;
    const established =
      findCondition(applied.status?.conditions, 'Established')?.status ===
      'True';
    if (applied.metadata.generation === known.metadata.generation) {
      return { established };
    }
    // Kratix starts the controller of its requests anew.
    this.#requests.pause(
      promise.metadata.name,
      definitionPauseMs + requestPauseMs,
    );
    const then = () => ({ again: true });
    return { established, outcome: { hold: { ms: definitionPauseMs, then } } };
  }

  #checkRequirements(promise: PromiseObject): PromiseObject {
    const { status = {}, spec } = promise;
    const had = findCondition(status.conditions, 'RequirementsFulfilled');
    if (!spec.requiredPromises?.length && !had) return promise;
    const states = requirementStates(this.#world, promise);
    const condition = requirementsCondition(states);
    const fulfilled = condition.status === 'True';
    if (fulfilled) recordRequiredBy(this.#world, promise);
    const pending: NewCondition = {
      type: 'Reconciled',
      status: 'Unknown',
      reason: 'RequirementsNotFulfilled',
      message: 'Pending',
    };
    const written = this.#world.writeConditions(
      promise,
      fulfilled ? [condition] : [unavailable, condition, pending],
      {
        requiredPromises: states,
        ...(!fulfilled && {
          status: 'Unavailable',
          kratix: { ...status.kratix, status: 'Unavailable' },
        }),
      },
    );
    if (written !== promise) {
      const missing = states.find(one => one.state !== 'Requirement installed');
      this.#world.event(written, {
        type: 'Normal',
        reason: fulfilled ? 'RequirementsFulfilled' : condition.reason,
        message: missing
          ? `Required Promise ${missing.name} not installed or unknown state`
          : 'All required promises are available',
        reporter,
      });
    }
    return written;
  }

  /**
   * An update without promise workflow wakes the requests before the new
   * revision is there, so the first of them runs once at the old version
   * (recordings, 34).
   */
  #rerunBeforeRevision(promise: PromiseObject): boolean {
    const { status, metadata } = promise;
    const update =
      status?.observedGeneration !== undefined &&
      status.observedGeneration !== metadata.generation;
    if (!update || hasPromisePipelines(promise)) return false;
    const { requiredPromises = [] } = promise.spec;
    if (requiredPromises.length > 0 && status?.status !== 'Available') {
      return false;
    }
    this.#labelRequests(promise);
    this.#relabel.add(metadata.uid ?? '');
    this.#world.writeConditions(promise, [unavailable], {
      observedGeneration: metadata.generation,
      kratix: { ...status?.kratix, status: 'Unavailable' },
    });
    return true;
  }

  #writeApi(promise: PromiseObject): PromiseObject {
    const { api } = promise.spec;
    if (!isDefinition(api)) return promise;
    const { status = {} } = promise;
    const apiVersion = `${api.spec.group}/${storageVersion(api)}`.toLowerCase();
    const { kind } = api.spec.names;
    const first = status.status === undefined;
    const fields = {
      kind,
      apiVersion,
      ...(first && { status: 'Unavailable' as const }),
    };
    return this.#world.writeConditions(promise, first ? [unavailable] : [], {
      ...fields,
      kratix: { ...status.kratix, ...fields },
    });
  }

  #staticDependencies(promise: PromiseObject): Outcome | undefined {
    const { name } = promise.metadata;
    keepStaticDependencies(this.#world, promise);
    const every = this.#world.settings.staticDependencyRewriteMs;
    if (!every || !promise.spec.dependencies?.length) return undefined;
    const now = this.#world.clock.now().getTime();
    const due = (this.#touched.get(name) ?? now) + every;
    if (due <= now) touchStaticDependencies(this.#world, name);
    if (due <= now || !this.#touched.has(name)) this.#touched.set(name, now);
    return { afterMs: due <= now ? every : due - now };
  }

  /** `undefined` when the workflow is through, or there is none. */
  #runWorkflow(promise: PromiseObject): Outcome | undefined {
    const task = promiseTask(promise, 'configure');
    if (task.pipelines.length === 0) {
      if (
        !hasLabel(promise, label.manualReconciliation) &&
        !hasLabel(promise, label.runFromStart)
      ) {
        return undefined;
      }
      this.#world.writeLabels(promise, {
        [label.manualReconciliation]: undefined,
        [label.runFromStart]: undefined,
      });
      return {};
    }
    if (hasLabel(promise, label.workflowSuspended)) {
      return this.#awaitResume(promise);
    }
    const progress = this.#workflows.configure(task);
    if (progress.state === 'done') return undefined;
    return progress.state === 'busy' ? progress.outcome ?? {} : {};
  }

  #awaitResume(promise: PromiseObject): Outcome {
    const held = promise.status?.kratix?.workflows?.suspendedGeneration;
    const edited = held !== undefined && held !== promise.metadata.generation;
    if (edited || hasLabel(promise, label.manualReconciliation)) {
      this.#world.writeLabels(promise, {
        [label.workflowSuspended]: undefined,
        [label.manualReconciliation]: undefined,
        [label.runFromStart]: 'true',
      });
      return {};
    }
    const { nextRetryAt } =
      pipelinesOf(promise.status).find(one => one.phase === 'Suspended') ?? {};
    const left = nextRetryAt
      ? Date.parse(nextRetryAt) - this.#world.clock.now().getTime()
      : undefined;
    if (left !== undefined && left <= 0) {
      this.#world.writeLabels(promise, {
        [label.workflowSuspended]: undefined,
      });
      return {};
    }
    const reason = 'WorkflowSuspended';
    const message = 'Suspended';
    this.#world.writeConditions(promise, [
      { type: 'Available', status: 'False', reason, message },
      { type: 'Reconciled', status: 'Unknown', reason, message },
    ]);
    return left === undefined ? {} : { afterMs: left };
  }

  /** Once the Promise's own work is done, its requests follow. */
  #rerunRequests(promise: PromiseObject): boolean {
    const { generation = 1 } = promise.metadata;
    const { status } = promise;
    const asked = hasLabel(promise, label.reconcileResources);
    const hasApi = Boolean(this.#world.requestKind(promise));
    const outdated =
      hasApi && generation > 1 && status?.observedGeneration !== generation;
    if (!asked && !outdated) return false;
    this.#labelRequests(promise);
    const seen = outdated
      ? this.#world.writeStatus(promise, {
          ...status,
          observedGeneration: generation,
        })
      : promise;
    if (asked) {
      this.#world.writeLabels(seen, { [label.reconcileResources]: undefined });
    }
    return true;
  }

  #labelRequests(promise: PromiseObject) {
    for (const request of byName(this.#world.requestsOf(promise))) {
      if (!request.metadata.deletionTimestamp) {
        this.#world.writeLabels(request, { [label.runFromStart]: 'true' });
      }
    }
    this.#world.event(promise, {
      type: 'Normal',
      reason: 'ReconcilingResources',
      message: 'Reconciling all resource requests',
      reporter,
    });
  }

  #writeAvailable(promise: PromiseObject): PromiseObject {
    const { status = {} } = promise;
    const known = findCondition(status.conditions, 'Available');
    if (known?.status === 'True' && status.status === 'Available') {
      return promise;
    }
    const available = {
      status: 'Available',
      lastAvailableTime: this.#world.timestamp(),
    };
    const written = this.#world.writeConditions(
      promise,
      [
        {
          type: 'Available',
          status: 'True',
          reason: 'PromiseAvailable',
          message: 'Ready to fulfil resource requests',
        },
      ],
      { ...available, kratix: { ...status.kratix, ...available } },
    );
    this.#world.event(written, {
      type: 'Normal',
      reason: 'Available',
      message: 'Promise is available',
      reporter,
    });
    return written;
  }

  #writeReconciled(promise: PromiseObject) {
    const works = this.#world.works({
      labels: {
        [label.promiseName]: promise.metadata.name,
        [label.workType]: 'promise',
      },
    });
    const verdict = worksVerdict(works, 'promise');
    const reconciled = reconciledBy(verdict);
    const before = findCondition(promise.status?.conditions, 'Reconciled');
    const speaks =
      hasPromisePipelines(promise) && before?.status !== reconciled.status;
    const written = this.#world.writeConditions(promise, [
      ...(speaks ? [reconciled] : []),
      verdict,
    ]);
    if (written === promise) return;
    this.#world.event(written, {
      type: verdict.status === 'False' ? 'Warning' : 'Normal',
      reason: verdict.reason,
      message: verdict.message,
      reporter,
    });
  }
}

/** In the order in which Kratix adds them. */
function promiseFinalizers({ spec }: PromiseObject): string[] {
  const hasApi = isDefinition(spec.api);
  return [
    ...(hasApi
      ? [
          finalizer.requestCleanup,
          finalizer.controllerCleanup,
          finalizer.definitionCleanup,
        ]
      : []),
    finalizer.dependenciesCleanup,
    finalizer.workflowsCleanup,
    ...((spec.workflows?.promise?.delete ?? []).length > 0
      ? [finalizer.deleteWorkflows]
      : []),
    finalizer.revisionCleanup,
  ];
}

/** The workflow of a Promise. Pure. */
function promiseTask(
  promise: PromiseObject,
  action: 'configure' | 'delete',
): WorkflowTask {
  const { spec, metadata } = promise;
  return {
    subject: {
      type: 'promise',
      action,
      promise: metadata.name,
      object: promise,
      plural: 'promises',
      hash: contentHash(spec),
      namespace: spec.workflows?.config?.pipelineNamespace ?? systemNamespace,
    },
    pipelines: spec.workflows?.promise?.[action] ?? [],
    promiseSelectors: spec.destinationSelectors ?? [],
    reporter,
    restarted: {
      conditions: [unavailable],
      fields: (status: WorkflowStatus) => ({
        status: 'Unavailable',
        kratix: { ...status.kratix, status: 'Unavailable' },
      }),
    },
  };
}

import { findCondition } from '../simulator/conditions';
import type {
  DefinitionObject,
  PromiseObject,
} from '../simulator/kratixObjects';
import { label } from '../simulator/labels';
import type { Outcome } from '../simulator/workQueue';
import { hasLabel, type World } from '../simulator/world';
import { isIgnored, type Workflows } from '../pipelines';
import { keepRevision } from '../versions';
import { PromiseDeletion } from './promiseDeletion';
import { awaitResume, completePromise, writePaused } from './promiseGates';
import {
  checkRequirements,
  rerunRequestsOf,
  writeApi,
  writeAvailable,
  writeReconciled,
  writeVersion,
} from './promiseStatus';
import { hasPromisePipelines, promiseTask, unavailable } from './promiseTask';
import { requestDefinition } from './requestDefinition';
import { isFulfilled, requirementStates } from './requirements';
import {
  keepStaticDependencies,
  touchStaticDependencies,
} from './staticDependencies';

const requirementsRetryMs = 60_000;
const definitionPauseMs = 1000;
const requestPauseMs = 1100;
const definitionRetryMs = 5000;
// Requests that were woken up look at the Promise before it goes on.
const shortly = { ms: 80, then: () => ({ again: true }) };

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
    if (!promise || isIgnored(promise)) return undefined;
    if (hasLabel(promise, label.paused)) {
      return writePaused(this.#world, promise);
    }
    if (promise.metadata.deletionTimestamp) {
      return this.#deletion.step(promise, promiseTask(promise, 'delete'));
    }
    if (completePromise(this.#world, promise) !== promise) return undefined;
    if (writeVersion(this.#world, promise) !== promise) return undefined;
    const definition = this.#applyDefinition(promise);
    if (definition.outcome) return definition.outcome;
    return this.#afterDefinition(promise, definition.established);
  }

  #afterDefinition(
    promise: PromiseObject,
    established: boolean,
  ): Outcome | undefined {
    if (checkRequirements(this.#world, promise) !== promise) return undefined;
    if (this.#rerunBeforeRevision(promise)) return undefined;
    if (keepRevision(this.#world, promise)) return { again: true };
    if (this.#relabel.delete(promise.metadata.uid ?? '')) {
      rerunRequestsOf(this.#world, promise);
    }
    const hasApi = Boolean(this.#world.requestKind(promise));
    if (hasApi && !established) return this.#retryRequirements(promise);
    const states = requirementStates(this.#world, promise);
    const ready = isFulfilled(states) || !hasApi;
    const early = ready ? 0 : this.#untilApiIsSeen(promise);
    if (early > 0) return { afterMs: early };
    if (hasApi && writeApi(this.#world, promise) !== promise) return undefined;
    const loop = this.#staticDependencies(promise);
    if (ready && promise.status?.observedGeneration === undefined) {
      if (this.#rerunRequests(promise)) return { hold: shortly };
    }
    const workflow = this.#runWorkflow(promise);
    if (workflow) return workflow;
    if (!ready) return this.#retryRequirements(promise);
    if (this.#rerunRequests(promise)) return { hold: shortly };
    if (writeAvailable(this.#world, promise) !== promise) return undefined;
    writeReconciled(this.#world, promise);
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
    rerunRequestsOf(this.#world, promise);
    this.#relabel.add(metadata.uid ?? '');
    this.#world.writeConditions(promise, [unavailable], {
      observedGeneration: metadata.generation,
      kratix: { ...status?.kratix, status: 'Unavailable' },
    });
    return true;
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
      return awaitResume(this.#world, promise);
    }
    const progress = this.#workflows.configure(task);
    if (progress.state === 'done') return undefined;
    return progress.state === 'busy' ? progress.outcome ?? {} : {};
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
    rerunRequestsOf(this.#world, promise);
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
}

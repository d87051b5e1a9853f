import type {
  BindingObject,
  PromiseObject,
  RequestObject,
  RevisionObject,
} from '../simulator/kratixObjects';
import { finalizer, label } from '../simulator/labels';
import type { Outcome } from '../simulator/workQueue';
import { hasLabel, type World } from '../simulator/world';
import { isIgnored, type Workflows } from '../pipelines';
import { recordUpgradeFailed, recordUpgradeStarted } from '../versions';
import { ensureBinding } from './requestBinding';
import { RequestDeletion } from './requestDeletion';
import { awaitPromise, awaitResume, isPaused, unpause } from './requestGates';
import {
  announce,
  finishRun,
  finishWithoutPipelines,
  type RequestAtWork,
} from './requestSettlement';
import { reporter, requestTask } from './requestTask';

/** All four at once, in this order (recordings). */
const requestFinalizers = [
  finalizer.workCleanup,
  finalizer.workflowsCleanup,
  finalizer.deleteWorkflows,
  finalizer.bindingCleanup,
];

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
    if (isIgnored(request)) return undefined;
    if (isPaused(this.#world, promise, request)) return undefined;
    if (request.metadata.deletionTimestamp) {
      return this.#deletion.step(promise, request);
    }
    if (request.metadata.labels?.[label.promiseName] !== promiseName) {
      this.#world.writeLabels(request, { [label.promiseName]: promiseName });
      return undefined;
    }
    const waiting = awaitPromise(this.#world, promise, request);
    if (waiting) return waiting;
    if (!this.#hasFinalizers(request)) return undefined;
    const binding = ensureBinding(this.#world, promise, request);
    if (!binding) return { again: true };
    const revision = this.#revision(promise, request, binding);
    if (!revision) return undefined;
    if (hasLabel(request, label.workflowSuspended)) {
      return awaitResume(this.#world, request);
    }
    if (unpause(this.#world, request)) return undefined;
    return this.#run({ promise, request, binding, revision });
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

  #run(facts: RequestAtWork): Outcome | undefined {
    const task = requestTask(facts, 'configure');
    if (task.pipelines.length === 0)
      return finishWithoutPipelines(this.#world, facts);
    if (!facts.request.status?.workflows) {
      announce(this.#world, facts.request, task);
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
    return finishRun(this.#world, facts);
  }
}

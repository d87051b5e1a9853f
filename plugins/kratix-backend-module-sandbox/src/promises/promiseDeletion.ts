import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { jobState, type Workflows, type WorkflowTask } from '../pipelines';
import type { JobObject, PromiseObject } from '../simulator/kratixObjects';
import { finalizer, label } from '../simulator/labels';
import type { Outcome } from '../simulator/workQueue';
import type { World } from '../simulator/world';
import type { RequestQueues } from './promiseController';

// As measured (recordings, 31).
const requestsRetryMs = 5000;
const controllerMs = 30_000;
const idleControllerMs = 10_000;
const definitionMs = 5000;
const retryMs = 100;

/**
 * Works off the finalizers of a Promise that is being deleted: its own delete
 * pipeline first, then all requests in all namespaces, revisions, Works and at
 * last the CRD (reference §13).
 *
 * @internal
 */
export class PromiseDeletion {
  readonly #world: World;
  readonly #workflows: Workflows;
  readonly #requests: RequestQueues;
  /** Promises whose controller of requests has been told to end, by uid. */
  readonly #ending = new Set<string>();

  constructor(world: World, workflows: Workflows, requests: RequestQueues) {
    this.#world = world;
    this.#workflows = workflows;
    this.#requests = requests;
  }

  step(promise: PromiseObject, task: WorkflowTask): Outcome | undefined {
    const { finalizers = [], name, uid = '' } = promise.metadata;
    const has = (one: string) => finalizers.includes(one);
    const mine = { [label.promiseName]: name };
    if (has(finalizer.deleteWorkflows)) return this.#runDelete(promise, task);
    if (has(finalizer.workflowsCleanup)) {
      const jobs = this.#world.store.list('batch', 'jobs', {
        labels: { ...mine, [label.workflowType]: 'promise' },
      });
      return this.#clean(promise, finalizer.workflowsCleanup, jobs, retryMs);
    }
    if (has(finalizer.requestCleanup)) {
      const requests = this.#world.requestsOf(promise);
      const wait = requestsRetryMs;
      return this.#clean(promise, finalizer.requestCleanup, requests, wait);
    }
    if (has(finalizer.revisionCleanup)) {
      const revisions = this.#world.revisionsOf(name);
      // Those that never go are not waited for.
      const left = revisions.filter(
        one => one.spec.promiseSpec.api || !one.metadata.deletionTimestamp,
      );
      return this.#clean(promise, finalizer.revisionCleanup, left, retryMs);
    }
    if (has(finalizer.controllerCleanup)) {
      return this.#endController(promise, uid);
    }
    if (has(finalizer.dependenciesCleanup)) {
      const works = this.#world.works({ labels: mine });
      return this.#clean(
        promise,
        finalizer.dependenciesCleanup,
        works,
        retryMs,
      );
    }
    if (has(finalizer.definitionCleanup)) {
      const definition = this.#world.definitionOf(promise);
      const left = definition ? [definition] : [];
      const wait = definitionMs;
      return this.#clean(promise, finalizer.definitionCleanup, left, wait);
    }
    return undefined;
  }

  #runDelete(promise: PromiseObject, task: WorkflowTask): Outcome | undefined {
    const running = this.#world.store
      .list('batch', 'jobs', {
        labels: {
          [label.promiseName]: promise.metadata.name,
          [label.workflowType]: 'resource',
          [label.workflowAction]: 'configure',
        },
      })
      .some(one => jobState(one as JobObject) === 'running');
    if (running) return { afterMs: requestsRetryMs };
    const progress = this.#workflows.delete(task);
    if (progress.state === 'done') {
      const now = this.#world.current(promise);
      if (now) this.#world.dropFinalizer(now, finalizer.deleteWorkflows);
      return undefined;
    }
    return progress.state === 'busy' ? progress.outcome : undefined;
  }

  #endController(promise: PromiseObject, uid: string): Outcome | undefined {
    if (this.#ending.delete(uid)) {
      this.#requests.drop(promise.metadata.name);
      this.#world.dropFinalizer(promise, finalizer.controllerCleanup);
      return undefined;
    }
    this.#ending.add(uid);
    const ms = this.#requests.hasServed(promise.metadata.name)
      ? controllerMs
      : idleControllerMs;
    return { hold: { ms, then: () => ({ again: true }) } };
  }

  #clean(
    promise: PromiseObject,
    name: string,
    left: KubeObject[],
    waitMs: number,
  ): Outcome | undefined {
    for (const one of left) {
      if (!one.metadata.deletionTimestamp) this.#world.delete(one);
    }
    if (left.some(one => this.#world.current(one))) return { afterMs: waitMs };
    // Kratix looks again as long after the last one went.
    this.#world.dropFinalizer(promise, name);
    return undefined;
  }
}

import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  PromiseObject,
  RequestObject,
  RevisionObject,
} from '../simulator/kratixObjects';
import { finalizer, label } from '../simulator/labels';
import type { Outcome } from '../simulator/workQueue';
import type { World } from '../simulator/world';
import { pipelineHome, type Workflows } from '../pipelines';
import { requestTask } from './requestTask';

const retryMs = 100;

/**
 * Works off the finalizers of a request that is being deleted, one a call: the
 * delete pipeline, its Works, its Jobs, its binding (reference §13).
 *
 * @internal
 */
export class RequestDeletion {
  readonly #world: World;
  readonly #workflows: Workflows;

  constructor(world: World, workflows: Workflows) {
    this.#world = world;
    this.#workflows = workflows;
  }

  step(promise: PromiseObject, request: RequestObject): Outcome | undefined {
    const { finalizers = [] } = request.metadata;
    const has = (name: string) => finalizers.includes(name);
    if (has(finalizer.deleteWorkflows))
      return this.#runDelete(promise, request);
    if (has(finalizer.workCleanup)) {
      return this.#clean(request, finalizer.workCleanup, this.#works(request));
    }
    if (has(finalizer.workflowsCleanup)) {
      const jobs = this.#jobs(promise, request);
      return this.#clean(request, finalizer.workflowsCleanup, jobs);
    }
    if (has(finalizer.bindingCleanup)) {
      const binding = this.#world.bindingOf(promise.metadata.name, request);
      const bindings = binding ? [binding] : [];
      return this.#clean(request, finalizer.bindingCleanup, bindings);
    }
    return undefined;
  }

  #runDelete(
    promise: PromiseObject,
    request: RequestObject,
  ): Outcome | undefined {
    const revision = this.#revision(promise, request);
    const progress = revision
      ? this.#workflows.delete(
          requestTask({ promise, request, revision }, 'delete'),
        )
      : { state: 'done' as const };
    if (progress.state === 'done') {
      const now = this.#world.current(request);
      if (now) this.#world.dropFinalizer(now, finalizer.deleteWorkflows);
      return undefined;
    }
    return progress.state === 'busy' ? progress.outcome : undefined;
  }

  /** The version it ran at, else what its binding applied, else the latest. */
  #revision(
    { metadata: { name } }: PromiseObject,
    request: RequestObject,
  ): RevisionObject | undefined {
    const binding = this.#world.bindingOf(name, request);
    const version =
      request.status?.promiseVersion ??
      binding?.status?.lastAppliedVersion ??
      'latest';
    return (
      this.#world.revision(name, version) ?? this.#world.latestRevision(name)
    );
  }

  #clean(
    request: RequestObject,
    name: string,
    left: KubeObject[],
  ): Outcome | undefined {
    for (const one of left) {
      if (!one.metadata.deletionTimestamp) this.#world.delete(one);
    }
    const still = left.some(one => this.#world.current(one));
    if (still) return { afterMs: retryMs };
    this.#world.dropFinalizer(request, name);
    return undefined;
  }

  /** By names alone, so namesakes elsewhere lose theirs too (recordings, 41). */
  #works(request: RequestObject) {
    const { name, namespace, labels } = request.metadata;
    const promise = labels?.[label.promiseName] ?? '';
    const home =
      this.#world.latestRevision(promise)?.spec.promiseSpec.workflows?.config
        ?.pipelineNamespace;
    return this.#world.works({
      namespace: home ? pipelineHome(request, home) : namespace,
      labels: {
        [label.promiseName]: promise,
        [label.resourceName]: name,
        [label.workType]: 'resource',
      },
    });
  }

  /** In all namespaces: Kratix does not look at the request's (recordings, 40). */
  #jobs(promise: PromiseObject, request: RequestObject) {
    return this.#world.store.list('batch', 'jobs', {
      labels: {
        [label.promiseName]: promise.metadata.name,
        [label.resourceName]: request.metadata.name,
        [label.workflowType]: 'resource',
      },
    });
  }
}

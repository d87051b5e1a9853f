import type { LogSource } from '../kube';
import { reconcileHealth } from '../health';
import { defaultBehaviour, PipelineRunner, Workflows } from '../pipelines';
import {
  destinationWebhook,
  GitOpsAgent,
  PlacementWriter,
  reconcileDestination,
  reconcileStateStore,
  Scheduler,
} from '../placements';
import {
  PromiseController,
  promiseWebhook,
  reconcileRelease,
  releaseWebhook,
} from '../promises';
import { RequestController } from '../requests';
import type { Store, StoreChange } from '../store';
import {
  concernsBinding,
  reconcileBinding,
  reconcileRevision,
  revisionWebhook,
} from '../versions';
import type { Clock } from './clock';
import { systemNamespace } from './names';
import type { Settings, SimulatorOptions } from './options';
import { Router } from './router';
import { WorkQueue, type Outcome } from './workQueue';
import { World } from './world';

/**
 * A simulated Kratix that acts on the objects of a store.
 *
 * @public
 */
export interface Simulator {
  readonly store: Store;
  readonly clock: Clock;
  /** What containers have said. */
  readonly logs: LogSource;
  /**
   * Does something that no controller is woken up by: objects of the past are
   * put there, at rest.
   */
  quietly<T>(work: () => T): T;
  /** No controller acts any more. */
  stop(): void;
}

// The binding's controller comes before the request's, or a moved binding
// would have its request run twice.
const bindingLatencyMs = 5;

function settingsFrom(options: SimulatorOptions): Settings {
  return {
    seed: 1,
    behaviour: defaultBehaviour,
    jobConcurrency: Number.POSITIVE_INFINITY,
    containerMs: 1500,
    staticDependencyRewriteMs: 60_000,
    failureFlipMs: 0,
    reconcileEvents: false,
    gitOpsMs: 1000,
    sources: () => undefined,
    onError: () => {},
    ...options,
  };
}

const join = (...parts: string[]) => parts.join('/');

/** @internal */
export class KratixSimulator implements Simulator {
  readonly store: Store;
  readonly clock: Clock;
  readonly world: World;
  readonly #runner: PipelineRunner;
  readonly #agent: GitOpsAgent;
  readonly #router: Router;
  readonly #unsubscribe: () => void;
  readonly #unhook: () => void;
  readonly #requestQueues = new Map<string, WorkQueue>();
  readonly #promiseQueues = new Map<string, WorkQueue>();
  readonly #requests: RequestController;
  readonly #promises: PromiseController;
  #quiet = false;
  #stopped = false;

  constructor(store: Store, clock: Clock, options: SimulatorOptions = {}) {
    this.store = store;
    this.clock = clock;
    this.world = new World(store, clock, settingsFrom(options));
    const { world } = this;
    this.#runner = new PipelineRunner(world);
    this.#agent = new GitOpsAgent(world);
    const workflows = new Workflows(world, this.#runner);
    this.#requests = new RequestController(world, workflows);
    this.#promises = new PromiseController(world, workflows, {
      pause: (promise, ms) => this.#requestQueue(promise).pause(ms),
      hasServed: promise => this.#requestQueues.has(promise),
      drop: promise => this.#requestQueues.delete(promise),
    });
    this.#router = new Router(world, this.#controllers());
    this.#unsubscribe = store.onChange(change => this.#changed(change));
    const hooks = [
      promiseWebhook(world),
      releaseWebhook(world),
      revisionWebhook,
      destinationWebhook(world),
    ].map(hook => store.admission(hook));
    this.#unhook = () => hooks.forEach(unhook => unhook());
    if (!store.get('', 'namespaces', systemNamespace)) {
      const metadata = { name: systemNamespace };
      store.create({ apiVersion: 'v1', kind: 'Namespace', metadata });
    }
  }

  get logs(): LogSource {
    return this.#runner.logs;
  }

  quietly<T>(work: () => T): T {
    this.#quiet = true;
    try {
      return work();
    } finally {
      this.#quiet = false;
    }
  }

  stop() {
    this.#stopped = true;
    this.#unsubscribe();
    this.#unhook();
  }

  #changed(change: StoreChange) {
    if (change.type === 'ADDED') this.world.born(change.object);
    if (change.type === 'DELETED') this.world.gone(change.object);
    this.#router.learn(change);
    if (this.#quiet || this.#stopped) return;
    this.#runner.changed(change);
    this.#agent.changed(change);
    if (change.kind.plural === 'resourcebindings' && !concernsBinding(change)) {
      if (change.type === 'MODIFIED') return;
    }
    this.#router.route(change);
  }

  #queue(
    name: string,
    reconcile: (...key: string[]) => Outcome | undefined | void,
    latencyMs?: number,
  ): WorkQueue {
    return new WorkQueue({
      clock: this.clock,
      latencyMs,
      onError: (key, error) => this.world.settings.onError(name, key, error),
      reconcile: key =>
        this.#stopped ? undefined : reconcile(...key.split('/')),
    });
  }

  #requestQueue(promise: string): WorkQueue {
    const known = this.#requestQueues.get(promise);
    if (known) return known;
    const queue = this.#queue('requests', (namespace, name) =>
      this.#requests.reconcile(promise, namespace, name),
    );
    this.#requestQueues.set(promise, queue);
    return queue;
  }

  #promiseQueue(promise: string): WorkQueue {
    const known = this.#promiseQueues.get(promise);
    if (known) return known;
    const queue = this.#queue('promises', name =>
      this.#promises.reconcile(name),
    );
    this.#promiseQueues.set(promise, queue);
    return queue;
  }

  #controllers() {
    const { world } = this;
    const scheduler = new Scheduler(world);
    const writer = new PlacementWriter(world);
    const revisions = this.#queue('revisions', name =>
      reconcileRevision(world, name),
    );
    const bindings = this.#queue(
      'bindings',
      (namespace, name) => reconcileBinding(world, namespace, name),
      bindingLatencyMs,
    );
    const works = this.#queue('works', (namespace, name) =>
      scheduler.reconcile(namespace, name),
    );
    const placements = this.#queue('placements', (namespace, name) =>
      writer.reconcile(namespace, name),
    );
    const destinations = this.#queue('destinations', name =>
      reconcileDestination(world, name),
    );
    const stores = this.#queue('state stores', (kind, name) =>
      reconcileStateStore(world, kind, name),
    );
    const health = this.#queue('health records', (namespace, name) =>
      reconcileHealth(world, namespace, name),
    );
    const releases = this.#queue('releases', name =>
      reconcileRelease(world, name),
    );
    return {
      promise: (name: string) => this.#promiseQueue(name).add(name),
      request: (promise: string, namespace: string, name: string) =>
        this.#requestQueue(promise).add(join(namespace, name)),
      revision: (name: string) => revisions.add(name),
      binding: (namespace: string, name: string) =>
        bindings.add(join(namespace, name)),
      work: (namespace: string, name: string) =>
        works.add(join(namespace, name)),
      placement: (namespace: string, name: string) =>
        placements.add(join(namespace, name)),
      destination: (name: string) => destinations.add(name),
      store: (kind: string, name: string) => stores.add(join(kind, name)),
      healthRecord: (namespace: string, name: string) =>
        health.add(join(namespace, name)),
      release: (name: string) => releases.add(name),
    };
  }
}

/**
 * Starts a simulated Kratix on a store.
 *
 * @public
 */
export function startSimulator(
  store: Store,
  clock: Clock,
  options?: SimulatorOptions,
): Simulator {
  return new KratixSimulator(store, clock, options);
}

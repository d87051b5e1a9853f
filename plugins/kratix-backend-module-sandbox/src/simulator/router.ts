import {
  stringifyExact,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { StoreChange } from '../store';
import {
  kratixGroup,
  type BindingObject,
  type DestinationObject,
} from './kratixObjects';
import { label } from './labels';
import type { World } from './world';

/** Wakes up one controller. @internal */
export interface Wake {
  promise(name: string): void;
  request(promise: string, namespace: string, name: string): void;
  revision(name: string): void;
  binding(namespace: string, name: string): void;
  work(namespace: string, name: string): void;
  placement(namespace: string, name: string): void;
  destination(name: string): void;
  store(kind: string, name: string): void;
  healthRecord(namespace: string, name: string): void;
  release(name: string): void;
}

/** Whether spec, or the wish to delete, changed; status alone did not. @internal */
export function concernsSpec({ type, object, previous }: StoreChange) {
  return (
    type !== 'MODIFIED' ||
    object.metadata.generation !== previous?.metadata.generation
  );
}

const sameText = (a: unknown, b: unknown) =>
  stringifyExact(a ?? null) === stringifyExact(b ?? null);

const metadataChanged = (
  { object, previous }: StoreChange,
  field: 'labels' | 'annotations',
) => !sameText(object.metadata[field], previous?.metadata[field]);

const onlyRelabelled = ({ type, object, previous }: StoreChange) =>
  type === 'MODIFIED' &&
  object.metadata.generation === previous?.metadata.generation &&
  sameText(object.status, previous?.status);

/**
 * Decides which controllers a change concerns, as the watches of Kratix's
 * controllers do.
 *
 * @internal
 */
export class Router {
  readonly #world: World;
  readonly #wake: Wake;
  /** Promise by request kind, as `plural.group`. */
  readonly #promiseOf = new Map<string, string>();

  constructor(world: World, wake: Wake) {
    this.#world = world;
    this.#wake = wake;
  }

  /** Learns whose requests a kind is of; also while controllers sleep. */
  learn({ object, type }: StoreChange) {
    if (object.kind !== 'CustomResourceDefinition') return;
    const promise = object.metadata.labels?.[label.promiseName];
    if (type === 'DELETED') this.#promiseOf.delete(object.metadata.name);
    else if (promise) this.#promiseOf.set(object.metadata.name, promise);
  }

  route(change: StoreChange) {
    const { object, kind } = change;
    if (kind.group === kratixGroup) {
      this.#kratix(change);
      return;
    }
    const promise = this.#promiseOf.get(`${kind.plural}.${kind.group}`);
    const { name, namespace = '', labels } = object.metadata;
    if (promise) {
      if (change.type !== 'DELETED')
        this.#wake.request(promise, namespace, name);
    } else if (kind.kind === 'CustomResourceDefinition') {
      const owner = labels?.[label.promiseName];
      // Two Promises with one API take the label from each other: not for ever.
      if (owner && !onlyRelabelled(change)) this.#wake.promise(owner);
    } else if (kind.kind === 'Job') {
      this.#job(change);
    } else if (kind.kind === 'Secret') {
      this.#stores();
    }
  }

  #kratix(change: StoreChange) {
    const { object, type, kind } = change;
    const { name, namespace = '' } = object.metadata;
    const removed = type === 'DELETED';
    switch (kind.plural) {
      case 'promises':
        this.#promise(change);
        break;
      case 'promiserevisions':
        if (!removed) this.#wake.revision(name);
        else
          this.#wake.promise(object.metadata.labels?.[label.promiseName] ?? '');
        break;
      case 'resourcebindings':
        this.#binding(change);
        break;
      case 'works':
        if (!removed) this.#wake.work(namespace, name);
        this.#ownerOfWork(object);
        break;
      case 'workplacements':
        this.#placement(change);
        break;
      case 'destinations':
        this.#destination(change);
        break;
      case 'bucketstatestores':
      case 'gitstatestores':
        this.#store(change);
        break;
      case 'healthrecords':
        if (!removed) this.#wake.healthRecord(namespace, name);
        break;
      case 'promisereleases':
        if (!removed) this.#wake.release(name);
        break;
      default:
    }
  }

  #promise({ object, type }: StoreChange) {
    const { name, labels } = object.metadata;
    const release = labels?.[label.promiseReleaseName];
    if (release) this.#wake.release(release);
    if (type !== 'DELETED') {
      this.#wake.promise(name);
      return;
    }
    for (const other of this.#world.promises()) {
      if (other.spec.requiredPromises?.some(one => one.name === name)) {
        this.#wake.promise(other.metadata.name);
      }
    }
  }

  #binding(change: StoreChange) {
    const { metadata, spec } = change.object as BindingObject;
    const { name, namespace = '' } = metadata;
    this.#wake.binding(namespace, name);
    this.#wake.request(
      spec.promiseRef.name,
      spec.resourceRef.namespace,
      spec.resourceRef.name,
    );
  }

  #job({ object }: StoreChange) {
    const { labels = {}, annotations = {} } = object.metadata;
    const promise = labels[label.promiseName];
    if (labels[label.managedBy] !== 'Kratix' || !promise) return;
    if (labels[label.workflowType] === 'promise') this.#wake.promise(promise);
    else {
      this.#wake.request(
        promise,
        annotations['kratix.io/job-resource-namespace'] ?? '',
        annotations['kratix.io/job-resource-name'] ?? '',
      );
    }
  }

  #ownerOfWork({ metadata }: KubeObject) {
    const { labels = {}, namespace = '' } = metadata;
    const promise = labels[label.promiseName] ?? '';
    const type = labels[label.workType];
    if (type === 'promise') this.#wake.promise(promise);
    if (type !== 'resource') return;
    this.#wake.request(
      promise,
      labels[label.resourceNamespace] ?? namespace,
      labels[label.resourceName] ?? '',
    );
  }

  #placement(change: StoreChange) {
    const { name, namespace = '', labels } = change.object.metadata;
    const work = labels?.[label.work];
    if (work) this.#wake.work(namespace, work);
    if (change.type !== 'DELETED' && concernsSpec(change)) {
      this.#wake.placement(namespace, name);
    }
  }

  #destination(change: StoreChange) {
    const { type, object } = change;
    const { name } = object.metadata;
    if (type !== 'DELETED') this.#wake.destination(name);
    if (!concernsSpec(change) && !metadataChanged(change, 'labels')) return;
    for (const work of this.#world.works({})) {
      this.#wake.work(work.metadata.namespace ?? '', work.metadata.name);
    }
    if (type !== 'DELETED') return;
    const placements = this.#world.store.list(kratixGroup, 'workplacements', {
      labels: { [label.targetDestination]: name },
    });
    for (const { metadata } of placements) {
      this.#wake.placement(metadata.namespace ?? '', metadata.name);
    }
  }

  #store(change: StoreChange) {
    const { object, type } = change;
    const { name } = object.metadata;
    const { kind = '' } = object;
    if (concernsSpec(change) || metadataChanged(change, 'annotations')) {
      if (type !== 'DELETED') this.#wake.store(kind, name);
    }
    for (const destination of this.#world.destinations()) {
      const { stateStoreRef } = (destination as DestinationObject).spec;
      if (stateStoreRef?.kind === kind && stateStoreRef.name === name) {
        this.#wake.destination(destination.metadata.name);
      }
    }
  }

  #stores() {
    for (const kind of ['BucketStateStore', 'GitStateStore']) {
      const plural = `${kind.toLowerCase()}s`;
      for (const store of this.#world.store.list(kratixGroup, plural)) {
        this.#wake.store(kind, store.metadata.name);
      }
    }
  }
}

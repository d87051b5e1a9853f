import {
  type KubeObject,
  type RequestRef,
  kratixLabels,
  stringifyRequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { subjectOf, type EventSubject } from '../activity/eventTerms';
import { kratixGroup } from '../cache/watchedKinds';
import { keyOf, objectKey } from '../cache/kindStore';
import type { PlatformStore } from '../cache/platformStore';
import { kindKey, watchedKindKeys } from '../cache/watchedKinds';
import {
  destinationOfPlacement,
  workOfPlacement,
} from '../placements/placementTerms';
import {
  promiseOfLabel,
  promiseOfRevision,
  requirementsOf,
} from '../promises/promiseTerms';
import { requestKindOf } from '../promises/requestKinds';
import {
  identityOf,
  requestRefOf,
  requestWithIdentity,
} from '../requests/requestFacts';
import {
  parentsOf,
  requestOfBinding,
  requestOfHealthRecord,
  requestOfLabels,
  requestTerm,
  type RequestIdentity,
} from '../requests/requestTerms';
import type { PlatformChange, RequestKind } from '../types';

/**
 * Gathers whose description may have changed by the objects it is shown.
 *
 * @internal
 */
export class AffectedCollector {
  readonly #platform: string;
  readonly #store: PlatformStore;
  readonly #requests = new Map<string, RequestRef>();
  readonly #promises = new Set<string>();
  readonly #destinations = new Set<string>();

  constructor(platform: string, store: PlatformStore) {
    this.#platform = platform;
    this.#store = store;
  }

  result(): PlatformChange['affected'] {
    return {
      requests: [...this.#requests.values()],
      promises: [...this.#promises],
      destinations: [...this.#destinations],
      platform: false,
      everything: false,
    };
  }

  collect(kind: string, object: KubeObject): void {
    const requestKind = this.#store.requestKindOfKey(kind);
    if (requestKind) {
      this.#request(requestKind, object);
      return;
    }
    switch (kind) {
      case watchedKindKeys.promises:
        this.#promise(object);
        break;
      case watchedKindKeys.promiserevisions:
        this.#revision(promiseOfRevision(object));
        break;
      case watchedKindKeys.promisereleases:
        this.#release(object.metadata.name);
        break;
      case watchedKindKeys.customresourcedefinitions:
        this.#named(promiseOfLabel(object));
        break;
      case watchedKindKeys.jobs:
      case watchedKindKeys.pods:
      case watchedKindKeys.works:
        this.#owned(object);
        break;
      case watchedKindKeys.workplacements:
        this.#placement(object);
        break;
      case watchedKindKeys.resourcebindings:
        this.#identity(requestOfBinding(object));
        break;
      case watchedKindKeys.healthrecords:
        this.#identity(requestOfHealthRecord(object));
        break;
      case watchedKindKeys.destinations:
        this.#destination(object.metadata.name);
        break;
      case watchedKindKeys.bucketstatestores:
        this.#stateStore('BucketStateStore', object);
        break;
      case watchedKindKeys.gitstatestores:
        this.#stateStore('GitStateStore', object);
        break;
      case watchedKindKeys.events:
        this.#event(subjectOf(object));
        break;
      default: // Namespaces and previews are in no description.
    }
  }

  #add(kind: RequestKind, object: KubeObject) {
    const ref = requestRefOf(this.#platform, kind, object);
    this.#requests.set(stringifyRequestRef(ref), ref);
  }

  #request(kind: RequestKind, object: KubeObject) {
    this.#add(kind, object);
    for (const parent of parentsOf(object)) this.#identity(parent);
    const term = requestTerm(identityOf(object, kind));
    for (const child of this.#store.children(term)) {
      const childKind = this.#store.requestKindOfKey(child.kind);
      if (childKind) this.#add(childKind, child.object);
    }
  }

  #identity(identity: RequestIdentity | undefined) {
    const found = identity && requestWithIdentity(this.#store, identity);
    if (found) this.#add(found.kind, found.object);
  }

  #owned(object: KubeObject) {
    const request = requestOfLabels(object);
    if (request) this.#identity(request);
    else this.#named(promiseOfLabel(object));
  }

  #named(promise: string | undefined) {
    if (promise) this.#promises.add(promise);
  }

  #requestsOf(promise: string) {
    for (const kind of this.#store.requestKinds()) {
      if (kind.promise !== promise) continue;
      for (const object of this.#store.list(kindKey(kind))) {
        this.#add(kind, object);
      }
    }
  }

  #promise(promise: KubeObject) {
    const { name } = promise.metadata;
    this.#promises.add(name);
    this.#requestsOf(name);
    // Those that need it, and those that declare the same CRD.
    const crd = requestKindOf(promise)?.crd;
    for (const other of this.#store.all('promises') ?? []) {
      const clashes = crd !== undefined && requestKindOf(other)?.crd === crd;
      if (clashes || requirementsOf(other).includes(name)) {
        this.#promises.add(other.metadata.name);
      }
    }
  }

  #revision(promise: string | undefined) {
    if (!promise) return;
    this.#promises.add(promise);
    this.#requestsOf(promise);
    for (const other of this.#store.all('promises') ?? []) {
      if (requirementsOf(other).includes(promise)) {
        this.#promises.add(other.metadata.name);
      }
    }
  }

  #release(name: string) {
    // The one that it is about to bring, and that it could not bring.
    this.#promises.add(name);
    for (const promise of this.#store.all('promises') ?? []) {
      if (promise.metadata.labels?.[kratixLabels.promiseReleaseName] === name) {
        this.#promises.add(promise.metadata.name);
      }
    }
  }

  #placement(placement: KubeObject) {
    const destination = destinationOfPlacement(placement);
    if (destination) this.#destinations.add(destination);
    this.#workOf(placement);
  }

  #workOf(placement: KubeObject) {
    const key = workOfPlacement(placement);
    const work = key && this.#store.get(watchedKindKeys.works, key);
    if (work) this.#owned(work);
  }

  #destination(name: string) {
    this.#destinations.add(name);
    for (const placement of this.#store.indexed(
      'placementsByDestination',
      name,
    )) {
      this.#workOf(placement);
    }
    // A Destination may be what unscheduled work waits for.
    for (const work of this.#store.all('works') ?? []) {
      const key = objectKey(work);
      if (this.#store.indexed('placementsByWork', key).length === 0) {
        this.#owned(work);
      }
    }
  }

  #stateStore(kind: string, { metadata: { name } }: KubeObject) {
    const term = `${kind}/${name}`;
    for (const one of this.#store.indexed('destinationsByStore', term)) {
      this.#destination(one.metadata.name);
    }
  }

  #event(subject: EventSubject | undefined) {
    if (!subject) return;
    const { group, kind, namespace, name } = subject;
    const key = keyOf(namespace, name);
    if (group === kratixGroup) {
      if (kind === 'Promise') this.#named(name);
      if (kind === 'Destination') this.#destinations.add(name);
      return;
    }
    for (const requestKind of this.#store.requestKinds()) {
      if (requestKind.group === group && requestKind.kind === kind) {
        const object = this.#store.get(kindKey(requestKind), key);
        if (object) this.#add(requestKind, object);
      }
    }
  }
}

import {
  type KubeObject,
  type PlatformFacts,
  type RequestFacts,
  type RequestRef,
  groupOf,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { subjectTerm } from '../activity/eventTerms';
import { keyOf, objectKey } from '../cache/kindStore';
import type { PlatformStore } from '../cache/platformStore';
import { kindKey, watchedKindKeys } from '../cache/watchedKinds';
import { promiseOfLabel } from '../promises/promiseTerms';
import type { RequestKind } from '../types';
import { parentsOf, requestTerm, type RequestIdentity } from './requestTerms';

/** The namespace part of a ref: `-` for cluster-scoped objects. */
function refNamespace(object: KubeObject): string {
  return object.metadata.namespace ?? '-';
}

/** @internal */
export function requestRefOf(
  platform: string,
  kind: Pick<RequestKind, 'crd'>,
  object: KubeObject,
): RequestRef {
  return {
    platform,
    crd: kind.crd,
    namespace: refNamespace(object),
    name: object.metadata.name,
  };
}

/** @internal */
export function findRequest(
  store: PlatformStore,
  ref: RequestRef,
): { kind: RequestKind; object: KubeObject } | undefined {
  const kind = store.requestKind(ref.crd);
  if (!kind) return undefined;
  const namespace = ref.namespace === '-' ? undefined : ref.namespace;
  const object = store.get(kindKey(kind), keyOf(namespace, ref.name));
  return object && { kind, object };
}

/**
 * Under which Promise the objects of a request are labelled. Its own label
 * first: where two Promises declare one CRD, the kind's owner may have changed.
 *
 * @internal
 */
export function identityOf(
  object: KubeObject,
  kind: RequestKind,
): RequestIdentity {
  const { name, namespace = '' } = object.metadata;
  return { promise: promiseOfLabel(object) ?? kind.promise, namespace, name };
}

/** The request with an identity, whichever of its Promise's kinds it is of. @internal */
export function requestWithIdentity(
  store: PlatformStore,
  identity: RequestIdentity,
): { kind: RequestKind; object: KubeObject } | undefined {
  const key = keyOf(identity.namespace, identity.name);
  for (const kind of store.requestKinds()) {
    const object = store.get(kindKey(kind), key);
    if (object && identityOf(object, kind).promise === identity.promise) {
      return { kind, object };
    }
  }
  return undefined;
}

/** The input of `describeRequest` from what the cache holds. @internal */
export function joinRequest(
  store: PlatformStore,
  found: { kind: RequestKind; object: KubeObject },
  platform: PlatformFacts,
): RequestFacts {
  const { kind, object } = found;
  const identity = identityOf(object, kind);
  const term = requestTerm(identity);
  const works = store.readable('worksByOwner', term);
  const about = subjectTerm({
    group: groupOf(object),
    kind: object.kind ?? kind.kind,
    namespace: identity.namespace,
    name: identity.name,
  });
  return {
    request: object,
    promise: store.get(watchedKindKeys.promises, keyOf('', identity.promise)),
    revisions: store.readable('revisionsByPromise', identity.promise),
    binding: store.indexed('bindingsByRequest', term)[0],
    jobs: store.readable('jobsByOwner', term),
    pods: store.readable('podsByOwner', term),
    works,
    placements: placementsOf(store, works),
    destinations: store.all('destinations'),
    stateStores: stateStoresOf(store),
    healthRecords: store.readable('healthByRequest', term),
    events: store.readable('eventsBySubject', about),
    children: store.children(term).map(child => child.object),
    parents: parentsOf(object).flatMap(
      parent => requestWithIdentity(store, parent)?.object ?? [],
    ),
    platform,
  };
}

/** @internal */
export function placementsOf(
  store: PlatformStore,
  works: KubeObject[] | undefined,
): KubeObject[] | undefined {
  if (!works || !store.all('workplacements')) return undefined;
  return works.flatMap(work =>
    store.indexed('placementsByWork', objectKey(work)),
  );
}

/** Of both kinds; `undefined` only where neither could be read. @internal */
export function stateStoresOf(store: PlatformStore): KubeObject[] | undefined {
  const buckets = store.all('bucketstatestores');
  const repositories = store.all('gitstatestores');
  if (!buckets && !repositories) return undefined;
  return [...(buckets ?? []), ...(repositories ?? [])];
}

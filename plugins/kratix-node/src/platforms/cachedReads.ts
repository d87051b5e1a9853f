import {
  type KubeObject,
  type PlatformFacts,
  type RequestRef,
  groupOf,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { keyOf } from '../cache/kindStore';
import type { PlatformStore } from '../cache/platformStore';
import { kindKey, watchedKindKeys } from '../cache/watchedKinds';
import { joinDestination } from '../placements/destinationFacts';
import { joinPromise } from '../promises/promiseFacts';
import {
  findRequest,
  joinRequest,
  requestRefOf,
} from '../requests/requestFacts';
import { isEphemeral } from '../requests/requestTerms';
import type { Platform, RequestKind } from '../types';

/** The part of a platform that is answered from its store alone. @internal */
export type CachedReads = Pick<
  Platform,
  | 'complete'
  | 'list'
  | 'get'
  | 'requestKinds'
  | 'requests'
  | 'request'
  | 'requestRef'
  | 'requestFacts'
  | 'promiseFacts'
  | 'destinationFacts'
>;

/** @internal */
export function createCachedReads(options: {
  platform: string;
  store: PlatformStore;
  facts: () => PlatformFacts;
}): CachedReads {
  const { platform, store, facts } = options;
  const realRequests = (kind: RequestKind) => {
    const objects = store.list(kindKey(kind));
    return objects.some(isEphemeral)
      ? objects.filter(object => !isEphemeral(object))
      : objects;
  };
  const kindOf = (object: KubeObject) =>
    store
      .requestKinds()
      .find(
        kind => kind.kind === object.kind && kind.group === groupOf(object),
      );

  return {
    complete: () =>
      store.synced(watchedKindKeys.promises) &&
      store.synced(watchedKindKeys.destinations) &&
      store.requestKinds().every(kind => store.synced(kindKey(kind))),

    list(kind, { namespace, labels = {} } = {}) {
      const objects = store.list(watchedKindKeys[kind]);
      const wanted = Object.entries(labels);
      if (namespace === undefined && wanted.length === 0) return [...objects];
      return objects.filter(
        ({ metadata }) =>
          (namespace === undefined || metadata.namespace === namespace) &&
          wanted.every(([label, value]) => metadata.labels?.[label] === value),
      );
    },
    get: (kind, name, namespace) =>
      store.get(watchedKindKeys[kind], keyOf(namespace, name)),

    requestKinds: () => [...store.requestKinds()],
    requests({ crd, namespace } = {}) {
      const all = store
        .requestKinds()
        .filter(kind => crd === undefined || kind.crd === crd)
        .flatMap(realRequests);
      return namespace === undefined
        ? all
        : all.filter(({ metadata }) => metadata.namespace === namespace);
    },
    request: (ref: RequestRef) => findRequest(store, ref)?.object,
    requestRef(object) {
      const kind = kindOf(object);
      return kind && requestRefOf(platform, kind, object);
    },

    requestFacts(ref) {
      const found = findRequest(store, ref);
      return found && joinRequest(store, found, facts());
    },
    promiseFacts: name => joinPromise(store, name, facts()),
    destinationFacts: name => joinDestination(store, name, facts()),
  };
}

import {
  PlatformUnavailableError,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { CallError } from '../connections/callError';
import { findRequest } from '../requests/requestFacts';
import { keyOf } from '../cache/kindStore';
import { watchedKindKeys, watchedKinds } from '../cache/watchedKinds';
import type { Caller, ManagedKind, Platform } from '../types';
import { AccessReviews } from '../writes/accessReviews';
import { identityFor } from '../writes/identity';
import { createPlatformWrites, requestPath } from '../writes/platformWrites';
import { objectPath } from '../writes/promiseWrites';
import { asObject } from '../writes/send';
import { createCachedReads } from './cachedReads';
import { PlatformWatch, type PlatformWatchOptions } from './platformWatch';

/** A platform whose cache is being filled. @internal */
export interface WatchedPlatform extends Platform {
  /**
   * Resolves when a connection is open, which says nothing of the cluster.
   *
   * @throws InputError where config is wrong
   */
  connected(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Watches a platform from now on. Returns at once; the platform may be away for
 * as long as it likes.
 *
 * @internal
 */
export function watchPlatform(options: PlatformWatchOptions): WatchedPlatform {
  const { id, title, owner, identity, clock } = options;
  const watch = new PlatformWatch(options);
  const { store } = watch;
  const context = {
    platform: id,
    identity,
    calls: () => watch.calls,
    kindOf: (crd: string) => store.requestKind(crd),
    cached: (ref: RequestRef) => findRequest(store, ref)?.object,
    cachedObject: (what: ManagedKind, name: string) =>
      store.get(watchedKindKeys[what], keyOf(undefined, name)),
  };
  const reviews = new AccessReviews(context.calls, clock);
  const translated = (error: unknown) =>
    error instanceof CallError ? error.asPlatformError(id) : error;

  const read = async (path: string[], signal?: AbortSignal) => {
    try {
      return asObject(context, await watch.calls.json({ path, signal }));
    } catch (error) {
      signal?.throwIfAborted();
      throw translated(error);
    }
  };
  const may = async (
    caller: Caller,
    verb: string,
    what: { group: string; plural: string; namespace?: string; name?: string },
  ) => {
    if (identity === 'serviceAccount') return true;
    // Without a token there is nobody to ask for.
    if (identity === 'oidc' && !caller.token) return false;
    const as = identityFor(identity, caller);
    if (!as) throw new PlatformUnavailableError(id);
    const { group, plural: resource, namespace, name } = what;
    try {
      return await reviews.allows(as, {
        verb: verb === 'update' ? 'patch' : verb,
        group,
        resource,
        namespace,
        name,
      });
    } catch (error) {
      throw translated(error);
    }
  };

  return {
    ...createCachedReads({
      platform: id,
      store,
      facts: () => watch.recentFacts(),
    }),
    id,
    title,
    owner,
    identity,
    facts: () => watch.facts(),
    firstSync: () => watch.firstSync,
    connected: () => watch.connected,
    subscribe: listener => watch.subscribers.subscribe(listener),
    check: () => watch.check(),
    counters: () => watch.counters(),
    stop: () => watch.stop(),
    writes: createPlatformWrites(context),

    readRequest: async (ref, { signal } = {}) =>
      read(requestPath(context, ref), signal),
    readObject: async (what, name, { signal } = {}) =>
      read(objectPath(what, name), signal),

    async mayAccess(caller, verb, { crd, namespace, name }) {
      const kind = store.requestKind(crd);
      if (!kind) return identity === 'serviceAccount';
      return may(caller, verb, {
        ...kind,
        namespace: namespace === '-' ? undefined : namespace,
        name,
      });
    },
    mayManage: (caller, verb, what, name) =>
      may(caller, verb, { ...watchedKinds[what], name }),
  };
}

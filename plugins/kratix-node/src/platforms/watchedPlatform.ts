import {
  PlatformUnavailableError,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { CallError } from '../connections/callError';
import { findRequest } from '../requests/requestFacts';
import type { Platform } from '../types';
import { AccessReviews } from '../writes/accessReviews';
import { identityFor } from '../writes/identity';
import {
  asObject,
  createPlatformWrites,
  requestPath,
} from '../writes/platformWrites';
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
  };
  const reviews = new AccessReviews(context.calls, clock);
  const translated = (error: unknown) =>
    error instanceof CallError ? error.asPlatformError(id) : error;

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
    counters: () => watch.counters(),
    stop: () => watch.stop(),
    writes: createPlatformWrites(context),

    async readRequest(ref, { signal } = {}) {
      const path = requestPath(context, ref);
      try {
        return asObject(context, await watch.calls.json({ path, signal }));
      } catch (error) {
        signal?.throwIfAborted();
        throw translated(error);
      }
    },

    async mayAccess(caller, verb, { crd, namespace, name }) {
      if (identity === 'serviceAccount') return true;
      const kind = store.requestKind(crd);
      if (!kind) return false;
      // Without a token there is nobody to ask for.
      if (identity === 'oidc' && !caller.token) return false;
      const as = identityFor(identity, caller);
      if (!as) throw new PlatformUnavailableError(id);
      const { group, plural: resource } = kind;
      try {
        return await reviews.allows(as, {
          verb: verb === 'update' ? 'patch' : verb,
          group,
          resource,
          namespace: namespace === '-' ? undefined : namespace,
          name,
        });
      } catch (error) {
        throw translated(error);
      }
    },
  };
}

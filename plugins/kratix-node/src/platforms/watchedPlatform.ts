import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  type PlatformFacts,
  PlatformUnavailableError,
  textAt,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { Backoff } from '../cache/backoff';
import type { Clock } from '../cache/clock';
import { PlatformStore } from '../cache/platformStore';
import type { ReflectorLimits } from '../cache/reflector';
import { Subscribers } from '../cache/subscribers';
import { CallError } from '../connections/callError';
import { ClusterCalls } from '../connections/clusterCalls';
import { findRequest } from '../requests/requestFacts';
import type { Connection, Platform } from '../types';
import { AccessReviews } from '../writes/accessReviews';
import { identityFor } from '../writes/identity';
import {
  asObject,
  createPlatformWrites,
  requestPath,
} from '../writes/platformWrites';
import { createCachedReads } from './cachedReads';
import { ChangeFeed } from './changeFeed';
import { DelayMeter } from './delay';
import { KindWatches } from './kindWatches';
import { watchLiveness, type LivenessLimits } from './liveness';
import { Reachability } from './reachability';

/** @internal */
export interface WatchedPlatformOptions {
  id: string;
  title: string;
  owner?: string;
  identity: PlatformFacts['identity'];
  /** Opens the connection; tried again for as long as it fails. */
  connect: () => Promise<Connection>;
  logger: LoggerService;
  clock: Clock;
  limits: ReflectorLimits & LivenessLimits;
  /** How long changes are gathered before anyone is told. Milliseconds. */
  windowMs: number;
}

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
export function watchPlatform(
  options: WatchedPlatformOptions,
): WatchedPlatform {
  const { id, title, owner, identity, logger, clock, limits } = options;
  const stopped = new AbortController();
  const store = new PlatformStore();
  const subscribers = new Subscribers(logger);
  const reachability = new Reachability(clock);
  const delay = new DelayMeter(clock);
  const feed = new ChangeFeed({
    platform: id,
    store,
    subscribers,
    clock,
    windowMs: options.windowMs,
    signal: stopped.signal,
  });
  let connection: Connection | undefined;
  let calls: ClusterCalls | undefined;
  let reviews: AccessReviews | undefined;
  let apiServerVersion: string | undefined;
  let failures = 0;
  let settle = () => {};
  let isSettled = false;
  const firstSync = new Promise<void>(resolve => {
    settle = resolve;
  });

  const failed = (error: CallError, watching = watches.anyWatching) => {
    failures += 1;
    if (reachability.failed(error, watching)) {
      logger.warn(`Kratix platform '${id}': ${error.message}`);
      feed.platformChanged();
    }
  };

  const contact = () => {
    const cameBack = reachability.contact();
    if (cameBack) {
      logger.info(`Kratix platform '${id}' answers again`);
      feed.platformChanged();
    }
    return cameBack;
  };

  const watches = new KindWatches({
    store,
    clock,
    limits,
    sink: {
      changed(transitions) {
        const meant = feed.add(transitions);
        if (meant && !isSettled) feed.everythingChanged();
        return meant;
      },
      stateChanged: () => feed.platformChanged(),
      contact() {
        const cameBack = contact();
        if (cameBack || apiServerVersion === undefined) askVersion();
      },
      failed: error => failed(error),
      settled() {
        isSettled = true;
        feed.everythingChanged();
        settle();
      },
      event: event => delay.see(event),
    },
  });

  const tookVersion = (answer: unknown) => {
    const version = textAt(answer, 'gitVersion') ?? '';
    if (version === apiServerVersion) return;
    apiServerVersion = version;
    feed.platformChanged();
  };

  const askVersion = () => {
    // Asked once: whoever comes next sees that it is being found out.
    apiServerVersion ??= '';
    calls
      ?.json({ path: ['version'], signal: stopped.signal })
      .then(tookVersion)
      // Nice to know, no more.
      .catch(() => {});
  };

  const facts = (): PlatformFacts => ({
    id,
    title,
    owner,
    identity,
    ...reachability.facts(),
    kinds: watches.facts(),
    apiServerVersion: apiServerVersion || undefined,
    sandbox: connection?.sandbox,
    delayMs: delay.medianMs,
  });

  const open = async () => {
    const backoff = new Backoff(limits.backoff, clock);
    while (!stopped.signal.aborted) {
      try {
        connection = await options.connect();
        break;
      } catch (error) {
        // Config does not mend itself.
        if (error instanceof InputError) throw error;
        logger.warn(`Kratix platform '${id}' has no connection`);
        failed(new CallError('network', 'The connection cannot be opened'));
        watches.giveUpFirst();
        await clock.delay(backoff.next(), stopped.signal);
      }
    }
    if (!connection) return;
    if (stopped.signal.aborted) {
      await connection.close();
      return;
    }
    calls = new ClusterCalls(connection.kubeConfig);
    reviews = new AccessReviews(calls, clock);
    watches.start(calls);
    watchLiveness({
      calls,
      reachability,
      clock,
      limits,
      signal: stopped.signal,
      answered(version) {
        contact();
        tookVersion(version);
      },
      silent(error) {
        failed(error, false);
        watches.distrust();
      },
    });
  };
  const opened = open();
  // Whoever waits for it is told; if nobody does, config was checked before.
  opened.catch(() => watches.giveUpFirst());

  const mustCall = () => {
    if (!calls) throw new PlatformUnavailableError(id);
    return calls;
  };
  const context = {
    platform: id,
    identity,
    calls: mustCall,
    kindOf: (crd: string) => store.requestKind(crd),
    cached: (ref: Parameters<Platform['request']>[0]) =>
      findRequest(store, ref)?.object,
  };
  const translated = (error: unknown) =>
    error instanceof CallError ? error.asPlatformError(id) : error;

  return {
    ...createCachedReads({ platform: id, store, facts }),
    id,
    title,
    owner,
    identity,
    facts,
    firstSync: () => firstSync,
    subscribe: listener => subscribers.subscribe(listener),
    connected: () => opened,
    writes: createPlatformWrites(context),

    async readRequest(ref, { signal } = {}) {
      const path = requestPath(context, ref);
      try {
        return asObject(context, await mustCall().json({ path, signal }));
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
      if (!as || !reviews) throw new PlatformUnavailableError(id);
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

    counters: () => ({
      apiCalls: calls?.count ?? 0,
      ...watches.counted,
      updates: feed.updates,
      droppedUpdates: feed.droppedUpdates,
      failures,
    }),

    async stop() {
      stopped.abort();
      watches.stop();
      calls?.close();
      await connection?.close();
    },
  };
}

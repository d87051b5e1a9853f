import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  PlatformUnavailableError,
  textAt,
  type PlatformFacts,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { Backoff } from '../cache/backoff';
import type { Clock } from '../cache/clock';
import { PlatformStore, type KindTransition } from '../cache/platformStore';
import type { ReflectorLimits } from '../cache/reflector';
import { Subscribers } from '../cache/subscribers';
import { CallError } from '../connections/callError';
import { ClusterCalls } from '../connections/clusterCalls';
import type { Connection, PlatformCounters } from '../types';
import { ChangeFeed } from './changeFeed';
import { DelayMeter } from './delay';
import { KindWatches } from './kindWatches';
import { watchLiveness, type LivenessLimits } from './liveness';
import { Reachability } from './reachability';

/** @internal */
export interface PlatformWatchOptions {
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

// Far less than the least difference that anybody is shown.
const recentMs = 100;

const cannotOpen = () =>
  new CallError('network', 'The connection cannot be opened');

/**
 * The living part of a platform: its connection, the watches that fill its
 * store, and what is known of how it is.
 *
 * @internal
 */
export class PlatformWatch {
  readonly store = new PlatformStore();
  readonly subscribers: Subscribers;
  /** Each kind was listed once or has failed once. */
  readonly firstSync: Promise<void>;
  /** A connection is open, which says nothing of the cluster. */
  readonly connected: Promise<void>;
  readonly #options: PlatformWatchOptions;
  readonly #stopped = new AbortController();
  readonly #reachability: Reachability;
  readonly #delay: DelayMeter;
  readonly #feed: ChangeFeed;
  readonly #watches: KindWatches;
  #settle = () => {};
  #isSettled = false;
  #connection?: Connection;
  #calls?: ClusterCalls;
  #apiServerVersion?: string;
  #failures = 0;
  #recent?: { at: number; facts: PlatformFacts };

  /** Begins at once and returns at once. */
  constructor(options: PlatformWatchOptions) {
    const { id, logger, clock, limits, windowMs } = options;
    this.#options = options;
    this.subscribers = new Subscribers(logger);
    this.#reachability = new Reachability(clock);
    this.#delay = new DelayMeter(clock);
    this.#feed = new ChangeFeed({
      platform: id,
      store: this.store,
      subscribers: this.subscribers,
      clock,
      windowMs,
      signal: this.#stopped.signal,
    });
    this.firstSync = new Promise(resolve => {
      this.#settle = resolve;
    });
    this.#watches = new KindWatches({
      store: this.store,
      clock,
      limits,
      sink: {
        changed: transitions => this.#changed(transitions),
        stateChanged: () => this.#feed.platformChanged(),
        contact: () => this.#contact(),
        failed: error => this.#failed(error, this.#watches.anyWatching),
        settled: () => this.#settled(),
        event: event => this.#delay.see(event),
      },
    });
    this.connected = this.#open();
    this.connected.catch(error => this.#neverOpens(error));
  }

  /** @throws PlatformUnavailableError while there is no connection */
  get calls(): ClusterCalls {
    if (!this.#calls) throw new PlatformUnavailableError(this.#options.id);
    return this.#calls;
  }

  /**
   * The facts, a moment old at most: ten thousand descriptions in a row need
   * not each count the objects of all kinds.
   */
  recentFacts(): PlatformFacts {
    const now = this.#options.clock.monotonic();
    if (!this.#recent || now - this.#recent.at > recentMs) {
      this.#recent = { at: now, facts: this.facts() };
    }
    return this.#recent.facts;
  }

  facts(): PlatformFacts {
    const { id, title, owner, identity } = this.#options;
    return {
      id,
      title,
      owner,
      identity,
      ...this.#reachability.facts(),
      kinds: this.#watches.facts(),
      apiServerVersion: this.#apiServerVersion || undefined,
      sandbox: this.#connection?.sandbox,
      delayMs: this.#delay.medianMs,
    };
  }

  counters(): PlatformCounters {
    return {
      apiCalls: this.#calls?.count ?? 0,
      ...this.#watches.counted,
      updates: this.#feed.updates,
      droppedUpdates: this.#feed.droppedUpdates,
      failures: this.#failures,
    };
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    this.#watches.stop();
    this.#calls?.close();
    await this.#connection?.close();
  }

  async #open(): Promise<void> {
    const connection = await this.#connect();
    if (!connection) return;
    if (this.#stopped.signal.aborted) {
      await connection.close();
      return;
    }
    const { clock, limits } = this.#options;
    const calls = new ClusterCalls(connection.kubeConfig);
    this.#connection = connection;
    this.#calls = calls;
    this.#watches.start(calls);
    watchLiveness({
      calls,
      reachability: this.#reachability,
      clock,
      limits,
      signal: this.#stopped.signal,
      answered: version => {
        this.#contact();
        this.#tookVersion(version);
      },
      silent: error => {
        this.#failed(error, false);
        this.#watches.distrust();
      },
    });
  }

  /** The start may be over by then, so that nobody else would hear of it. */
  #neverOpens(error: unknown): void {
    const { id, logger } = this.#options;
    logger.error(
      `Kratix platform '${id}' is configured wrongly`,
      error instanceof Error ? error : undefined,
    );
    this.#failed(cannotOpen(), false);
    // Whoever waits for the first lists must not wait for ever.
    this.#watches.giveUpFirst();
  }

  async #connect(): Promise<Connection | undefined> {
    const { id, clock, limits, logger, connect } = this.#options;
    const backoff = new Backoff(limits.backoff, clock);
    while (!this.#stopped.signal.aborted) {
      try {
        return await connect();
      } catch (error) {
        // Config does not mend itself.
        if (error instanceof InputError) throw error;
        logger.warn(
          `Kratix platform '${id}': the connection cannot be opened`,
          error instanceof Error ? error : undefined,
        );
        this.#failed(cannotOpen(), false);
        this.#watches.giveUpFirst();
        await clock.delay(backoff.next(), this.#stopped.signal);
      }
    }
    return undefined;
  }

  #changed(transitions: KindTransition[]): boolean {
    const meant = this.#feed.add(transitions);
    if (meant && !this.#isSettled) this.#feed.everythingChanged();
    return meant;
  }

  #settled(): void {
    this.#isSettled = true;
    this.#feed.hurry();
    this.#feed.everythingChanged();
    this.#settle();
  }

  #contact(): void {
    const cameBack = this.#reachability.contact();
    if (cameBack) {
      const { id, logger } = this.#options;
      logger.info(`Kratix platform '${id}' answers again`);
      this.#feed.platformChanged();
    }
    // It may have been upgraded while it was away.
    if (cameBack || this.#apiServerVersion === undefined) this.#askVersion();
  }

  #failed(error: CallError, watching: boolean): void {
    this.#failures += 1;
    // One that says nothing at all says it to every kind, a few at a time:
    // whoever waits for the first lists need not sit through each.
    if (error.reason === 'timeout' && !this.#reachability.everAnswered) {
      this.#watches.giveUpFirst();
    }
    if (!this.#reachability.failed(error, watching)) return;
    const { id, logger } = this.#options;
    logger.warn(`Kratix platform '${id}': ${error.message}`);
    this.#feed.platformChanged();
  }

  #askVersion(): void {
    // Asked once: whoever comes next sees that it is being found out.
    this.#apiServerVersion ??= '';
    this.#calls
      ?.json({ path: ['version'], signal: this.#stopped.signal })
      .then(answer => this.#tookVersion(answer))
      // Nice to know, no more.
      .catch(() => {});
  }

  #tookVersion(answer: unknown): void {
    const version = textAt(answer, 'gitVersion') ?? '';
    if (version === this.#apiServerVersion) return;
    this.#apiServerVersion = version;
    this.#feed.platformChanged();
  }
}

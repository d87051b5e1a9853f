import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  kratixLabels,
  PlatformUnavailableError,
  textAt,
  type PlatformFacts,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Clock } from '../cache/clock';
import { PlatformStore, type KindTransition } from '../cache/platformStore';
import type { ReflectorLimits } from '../cache/reflector';
import { Subscribers } from '../cache/subscribers';
import { CallError } from '../connections/callError';
import { ClusterCalls } from '../connections/clusterCalls';
import { watchedKindKeys } from '../cache/watchedKinds';
import type { CheckOutcome, Connection, PlatformCounters } from '../types';
import { AccountRightsReview } from './accountRightsReview';
import { ChangeFeed } from './changeFeed';
import { ConnectionOpening } from './connectionOpening';
import { DelayMeter } from './delay';
import { KindWatches } from './kindWatches';
import {
  askWhetherThere,
  watchLiveness,
  type LivenessLimits,
} from './liveness';
import { Reachability } from './reachability';
import {
  defaultCheckLimits,
  SharedChecks,
  type CheckLimits,
} from './sharedChecks';

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
  limits: ReflectorLimits & LivenessLimits & Partial<CheckLimits>;
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
  readonly #opening: ConnectionOpening;
  readonly #rights: AccountRightsReview;
  readonly #checks: SharedChecks;
  #settle = () => {};
  #isSettled = false;
  #connection?: Connection;
  #calls?: ClusterCalls;
  #apiServerVersion?: string;
  #takesPreviews = false;
  #failures = 0;
  #recent?: { at: number; facts: PlatformFacts };

  /** Begins at once and returns at once. */
  constructor(options: PlatformWatchOptions) {
    const { id, logger, clock, limits, windowMs } = options;
    this.#options = options;
    this.subscribers = new Subscribers(logger);
    const stopped = this.#stopped.signal;
    this.#reachability = new Reachability(clock);
    this.#rights = new AccountRightsReview({
      clock,
      signal: stopped,
      changed: () => this.#feed.platformChanged(),
    });
    this.#checks = new SharedChecks({
      clock,
      limits: { ...defaultCheckLimits, ...limits },
      check: () => this.#tryNow(),
      stopped,
    });
    this.#delay = new DelayMeter(clock);
    this.#feed = new ChangeFeed({
      platform: id,
      store: this.store,
      subscribers: this.subscribers,
      clock,
      windowMs,
      signal: stopped,
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
    this.#opening = new ConnectionOpening({
      connect: options.connect,
      failed: error => this.#opensNot(error),
      clock,
      backoff: limits.backoff,
      signal: stopped,
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
      takesPreviews: this.store.synced(watchedKindKeys.destinations)
        ? this.#takesPreviews
        : undefined,
      rights: this.#rights.facts(),
    };
  }

  /** Tries again at once whatever waits; shared by whoever asks. */
  check(): Promise<CheckOutcome> {
    return this.#checks.check();
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
    const connection = await this.#opening.open();
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
      answered: version => this.#answered(version),
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

  #opensNot(error: unknown): void {
    const { id, logger } = this.#options;
    logger.warn(
      `Kratix platform '${id}': the connection cannot be opened`,
      error instanceof Error ? error : undefined,
    );
    this.#failed(cannotOpen(), false);
    this.#watches.giveUpFirst();
  }

  async #tryNow(): Promise<void> {
    // Where it is open, that much is done at once.
    const opened = this.connected.catch(() => {});
    await Promise.race([opened, this.#opening.tryNow()]);
    const calls = this.#calls;
    if (!calls) return;
    const { limits } = this.#options;
    await Promise.all([
      askWhetherThere({
        calls,
        limits,
        signal: this.#stopped.signal,
        answered: version => this.#answered(version),
        silent: error => {
          // One that says no is there, as long as a watch is open.
          const isThere = error.code !== undefined && this.#watches.anyWatching;
          this.#failed(error, isThere);
          if (!isThere) this.#watches.distrust();
        },
      }),
      this.#watches.tryNow(),
      this.#askRights(calls),
    ]);
  }

  #askRights(calls: ClusterCalls | undefined): Promise<void> {
    return this.#rights.ask(calls, {
      identity: this.#options.identity,
      kinds: this.#watches.facts(),
    });
  }

  #answered(version: unknown): void {
    this.#contact();
    if (version !== undefined) this.#tookVersion(version);
  }

  #changed(transitions: KindTransition[]): boolean {
    this.#lookForPreviews(transitions);
    const meant = this.#feed.add(transitions);
    if (meant && !this.#isSettled) this.#feed.everythingChanged();
    return meant;
  }

  #lookForPreviews(transitions: KindTransition[]): void {
    const { destinations } = watchedKindKeys;
    if (!transitions.some(({ kind }) => kind === destinations)) return;
    const takes = this.store
      .list(destinations)
      .some(
        ({ metadata }) => metadata.labels?.[kratixLabels.dryRun] === 'true',
      );
    if (takes === this.#takesPreviews) return;
    this.#takesPreviews = takes;
    this.#feed.platformChanged();
  }

  #settled(): void {
    this.#isSettled = true;
    // Of one that does not answer, that much is known without asking.
    this.#askRights(this.#reachability.isFailing ? undefined : this.#calls);
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
      if (this.#isSettled) this.#askRights(this.#calls);
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

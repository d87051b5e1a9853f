import type {
  KubeChangeType,
  KubeObject,
  PlatformKindFacts,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { CallError, callErrorOfNetwork } from '../connections/callError';
import type { ClusterCalls } from '../connections/clusterCalls';
import { Attempts } from './attempts';
import { Backoff, type BackoffLimits } from './backoff';
import type { Clock } from './clock';
import { currentVersion, listKind, watchKind } from './kindReads';
import type { KindDefinition } from './watchedKinds';

/** How patient a reflector is. Milliseconds. @internal */
export interface ReflectorLimits {
  backoff: BackoffLimits;
  /** Between attempts at a kind that is forbidden or absent. */
  refusedMs: number;
  /** How long a kind that a Promise brings may take to be served. */
  newKindMs: number;
  /** Longest silence of a call. */
  silenceMs: number;
  /** Longest silence of a watch; bookmarks come every minute. */
  watchSilenceMs: number;
  /** The server is asked to end a watch after this, up to twice as long. */
  watchMs: number;
  /** A watch that lived so long was a good one. */
  goodWatchMs: number;
}

/** @internal */
export const defaultLimits: ReflectorLimits = {
  backoff: { firstMs: 500, longestMs: 30_000 },
  refusedMs: 45_000,
  newKindMs: 30_000,
  silenceMs: 30_000,
  watchSilenceMs: 90_000,
  watchMs: 300_000,
  goodWatchMs: 10_000,
};

// Servers have been seen to ask for days.
const longestRetryAfterMs = 600_000;

/** What a reflector tells. @internal */
export interface ReflectorSink {
  /** A complete list. */
  listed(objects: KubeObject[]): void;
  changed(type: KubeChangeType, object: KubeObject): void;
  stateChanged(state: PlatformKindFacts['state']): void;
  /** The server answered. */
  contact(): void;
  failed(error: CallError): void;
  /** For metrics. */
  counted(what: 'relists' | 'watchRestarts'): void;
}

/** @internal */
export interface ReflectorOptions {
  definition: KindDefinition;
  calls: ClusterCalls;
  sink: ReflectorSink;
  clock: Clock;
  limits: ReflectorLimits;
  /**
   * Cuts an object; `undefined` where it is not kept at all. Without a type it
   * comes from a list.
   */
  lean: (object: KubeObject, type?: KubeChangeType) => KubeObject | undefined;
  /** Runs lists a few at a time. */
  queue: <T>(list: () => Promise<T>) => Promise<T>;
}

/**
 * Keeps one kind of one platform up to date: a list, then a watch from where
 * the list was, and again, until stopped. Never gives up; a failure leaves
 * what was there.
 *
 * @internal
 */
export class Reflector {
  readonly #options: ReflectorOptions;
  readonly #backoff: Backoff;
  readonly #stop = new AbortController();
  readonly #attempts: Attempts;
  #watching = new AbortController();
  /** Where to watch from; without it, a list comes first. */
  #from?: string;
  /** The last watch did not end as agreed: is it still the same server? */
  #doubtful = false;
  #lists = 0;
  #watches = 0;
  /** In a row. */
  #failures = 0;
  #absentSince?: number;

  constructor(options: ReflectorOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.limits.backoff, options.clock);
    this.#attempts = new Attempts(options.clock, this.#stop.signal);
  }

  get definition(): KindDefinition {
    return this.#options.definition;
  }

  start(): void {
    // #run ends by #stop alone; what a sink throws is in there too.
    this.#run().catch(error =>
      this.#options.sink.failed(callErrorOfNetwork(error)),
    );
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Something suggests that a new attempt may fare better than the last. */
  retryNow(): void {
    this.#backoff.reset();
    this.#attempts.hurry();
  }

  /** Tries now, and resolves when that has ended: the watch is open or failed. */
  async tryNow(): Promise<void> {
    this.retryNow();
    await this.#attempts.next();
  }

  /** The server seems away, and an open watch may not have noticed. */
  distrustWatch(): void {
    this.#watching.abort();
  }

  async #run(): Promise<void> {
    const { sink } = this.#options;
    while (!this.#stop.signal.aborted) {
      try {
        await this.#listIfNeeded();
        await this.#watch();
      } catch (error) {
        if (this.#stop.signal.aborted) return;
        const failure = callErrorOfNetwork(error);
        const wait = this.#afterFailure(failure);
        sink.failed(failure);
        this.#attempts.ended();
        await this.#attempts.wait(wait);
      }
    }
  }

  async #listIfNeeded(): Promise<void> {
    const { definition, calls, sink, lean, queue } = this.#options;
    if (this.#from !== undefined && this.#doubtful) {
      const at = await queue(() =>
        currentVersion(calls, definition, this.#call()),
      );
      sink.contact();
      // An API server restored from a backup counts on from there. A watch
      // from beyond would wait, silently, until it got so far.
      if (isBefore(at, this.#from)) this.#from = undefined;
      this.#doubtful = false;
    }
    if (this.#from !== undefined) return;
    if (this.#lists > 0) sink.counted('relists');
    const list = await queue(() =>
      listKind(calls, definition, { ...this.#call(), lean }),
    );
    if (this.#stop.signal.aborted) return;
    this.#lists += 1;
    this.#from = list.resourceVersion;
    this.#doubtful = false;
    this.#absentSince = undefined;
    sink.contact();
    sink.listed(list.objects);
  }

  /** Ends without error when the server ends the watch as agreed. */
  async #watch(): Promise<void> {
    const { definition, calls, sink, clock, limits, lean } = this.#options;
    if (this.#from === undefined) return;
    let from: string = this.#from;
    if (this.#watches > 0) sink.counted('watchRestarts');
    this.#watches += 1;
    const agreedMs = Math.round(limits.watchMs * (1 + clock.random()));
    const opened = clock.monotonic();
    this.#watching = new AbortController();
    const events = watchKind(calls, definition, {
      signal: AbortSignal.any([this.#stop.signal, this.#watching.signal]),
      silenceMs: limits.watchSilenceMs,
      resourceVersion: from,
      timeoutSeconds: Math.ceil(agreedMs / 1000),
      lean,
      onOpen: () => {
        this.#failures = 0;
        sink.contact();
        sink.stateChanged('watching');
        this.#attempts.ended();
      },
    });
    try {
      for await (const event of events) {
        if (this.#stop.signal.aborted) return;
        sink.contact();
        const version = event.resourceVersion ?? from;
        const backwards = isBefore(version, from);
        if (event.type !== 'BOOKMARK') {
          // Cannot be, unless the server began anew.
          if (backwards) {
            throw new CallError('expired', 'The API server went back in time');
          }
          sink.changed(event.type, event.object);
        }
        // Bookmarks of a server that lags behind another do happen.
        if (!backwards) from = version;
        this.#from = from;
      }
    } finally {
      const lived = clock.monotonic() - opened;
      if (lived >= limits.goodWatchMs) this.#backoff.reset();
      this.#doubtful = lived < agreedMs;
    }
    if (this.#doubtful) {
      // Ended early but politely, as by a server that shuts down.
      await this.#attempts.wait(this.#backoff.next());
    }
  }

  /** Takes note, and says how long to wait. */
  #afterFailure(failure: CallError): number {
    const { sink } = this.#options;
    this.#doubtful = true;
    this.#failures += 1;
    const askedMs = Math.min(failure.retryAfterMs ?? 0, longestRetryAfterMs);
    if (failure.reason === 'expired') {
      this.#from = undefined;
      // A watch that is too far behind needs a list. One list after another
      // that expires is a kind that nobody keeps up to date.
      if (this.#failures > 1) sink.stateChanged('retrying');
      return this.#backoff.next(askedMs);
    }
    if (failure.reason === 'forbidden') {
      // Where only the watch is, lists every now and then are all there is.
      this.#from = undefined;
      sink.stateChanged('forbidden');
      return this.#slowly();
    }
    if (failure.code === 404) return this.#afterAbsence();
    this.#absentSince = undefined;
    // One broken connection is nothing yet: connections break.
    if (this.#failures > 1 || this.#watches === 0) {
      sink.stateChanged('retrying');
    }
    if (failure.reason === 'unauthorized') return this.#backoff.next(1000);
    return this.#backoff.next(askedMs);
  }

  /**
   * Not served. A kind that a Promise has just brought is not served at once,
   * though its CRD says so; one that Kratix has not is not there for long.
   */
  #afterAbsence(): number {
    const { definition, sink, limits, clock } = this.#options;
    this.#from = undefined;
    this.#absentSince ??= clock.monotonic();
    const since = clock.monotonic() - this.#absentSince;
    if (definition.promise && since < limits.newKindMs) {
      sink.stateChanged('retrying');
      return this.#backoff.next();
    }
    sink.stateChanged('absent');
    return this.#slowly();
  }

  #slowly(): number {
    const { limits, clock } = this.#options;
    return limits.refusedMs * (0.5 + clock.random());
  }

  #call() {
    const { limits } = this.#options;
    return { signal: this.#stop.signal, silenceMs: limits.silenceMs };
  }
}

/**
 * Versions are opaque by contract, and numbers on every API server there is.
 * What is no number is never said to be before another.
 */
function isBefore(a: string, b: string): boolean {
  const whole = /^\d+$/;
  if (!whole.test(a) || !whole.test(b)) return false;
  return BigInt(a) < BigInt(b);
}

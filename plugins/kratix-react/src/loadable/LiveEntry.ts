import type { StreamEvent } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixBrowserApi } from '../api';
import { createRefresher, type Refresher } from './refresher';

/** What an event means for something that is shown. @public */
export type Effect<T> =
  | 'none'
  /** Read it again soon. */
  | 'refresh'
  /** It is now this. */
  | { value: T }
  /** It is now this, and more may have changed: read it again soon. */
  | { value: T; refresh: true };

/** What to read, how to name it and what to do about events. @public */
export interface LiveQuery<T> {
  /** Equal for equal queries; begins with what is read. */
  key: string;
  read: (api: KratixBrowserApi, signal: AbortSignal) => Promise<T>;
  /** Nothing is there, as opposed to something empty to draw. */
  isEmpty?: (value: T) => boolean;
  onEvent?: (event: StreamEvent, value: T) => Effect<T>;
  /** Does the event say that what could not be read is there now? */
  appearsBy?: (event: StreamEvent) => boolean;
  /** False: nothing is read yet. */
  enabled?: boolean;
  /** How long changes are gathered before it is read again. */
  gatherMs?: number;
}

/** What is known of it. @internal */
export interface Held<T> {
  value?: T;
  asOf: number;
  refreshing: boolean;
  failed?: Error;
  retryAt?: number;
}

/**
 * Something that is read, shared by all who show it: one read, one listener,
 * however many cards and buttons ask. It sleeps while nobody shows it, and its
 * value stays to be shown at once when somebody does again.
 *
 * @internal
 */
export class LiveEntry<T> {
  /** As of the last render; callers write their functions in place. */
  query: LiveQuery<T>;
  held: Held<T> = { asOf: 0, refreshing: true };
  readonly #api: KratixBrowserApi;
  readonly #watchers = new Set<() => void>();
  #refresher: Refresher | undefined;
  #stop: (() => void) | undefined;

  constructor(api: KratixBrowserApi, query: LiveQuery<T>) {
    this.#api = api;
    this.query = query;
  }

  get isShown(): boolean {
    return this.#watchers.size > 0;
  }

  readonly retry = () => this.#refresher?.now();

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    if (!this.#stop) this.#start();
    return () => {
      this.#watchers.delete(watcher);
      if (this.isShown) return;
      this.#stop?.();
      this.#stop = undefined;
      this.#refresher = undefined;
    };
  }

  #start() {
    const { live } = this.#api;
    const refresher = createRefresher({
      gatherMs: this.query.gatherMs,
      read: signal => this.#read(signal),
      onError: (failed, retryAt) => {
        this.#update({
          // What is gone or forbidden must not come back from memory.
          ...(isFinal(failed) && { value: undefined }),
          refreshing: false,
          failed,
          retryAt,
        });
      },
    });
    this.#refresher = refresher;
    const poll = () => refresher.poll(live.getState() === 'polling');
    const unsubscribe = live.subscribe(event => this.#take(event));
    const unwatch = live.onStateChange(poll);
    poll();
    refresher.now();
    this.#stop = () => {
      unsubscribe();
      unwatch();
      refresher.stop();
    };
  }

  async #read(signal: AbortSignal) {
    if (!this.held.refreshing) this.#update({ refreshing: true });
    const value = await this.query.read(this.#api, signal);
    // Nobody shows it any more; what came is still good to remember.
    this.#update({
      value,
      asOf: Date.now(),
      refreshing: false,
      failed: undefined,
      retryAt: undefined,
    });
  }

  #take(event: StreamEvent) {
    if (event.type === 'resync') {
      this.#refresher?.soon();
      return;
    }
    const { value } = this.held;
    if (value === undefined) {
      if (this.query.appearsBy?.(event)) this.#refresher?.soon();
      return;
    }
    const effect = this.query.onEvent?.(event, value) ?? 'none';
    if (effect === 'none') return;
    if (effect === 'refresh') this.#refresher?.soon();
    else {
      this.#update({ value: effect.value, asOf: Date.now() });
      if ('refresh' in effect) this.#refresher?.soon();
    }
  }

  #update(change: Partial<Held<T>>) {
    this.held = { ...this.held, ...change };
    for (const watcher of [...this.#watchers]) watcher();
  }
}

/** Asking again by itself cannot help, and older values must not stay. */
function isFinal(error: Error): boolean {
  const status = 'statusCode' in error ? error.statusCode : undefined;
  return status === 403 || status === 404;
}

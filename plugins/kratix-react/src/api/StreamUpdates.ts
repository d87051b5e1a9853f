import {
  streamEventSchema,
  type StreamEvent,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  fetchEventSource,
  type EventSourceMessage,
} from '@microsoft/fetch-event-source';
import { retryDelayMs } from './retryDelay';
import type { LiveState, LiveUpdates } from './LiveUpdates';

/** What {@link StreamUpdates} reaches the outside world through. @internal */
export interface StreamUpdatesOptions {
  streamUrl: () => Promise<string>;
  fetch: typeof fetch;
  /** Random part of the back-off; tests hand in a constant. */
  random?: () => number;
}

/** Tries in vain before the pages ask by themselves. */
const triesBeforePolling = 3;

/** Whom nothing may be told is told so for some time. */
const refusedRetryMs = 60_000;

/** The backend has nothing that this person may hear of. */
class StreamRefusedError extends Error {}

/** A stream that is cut off sooner was none: its end is one more failure. */
const goodStreamMs = 10_000;

/** Left open this long after the last listener: pages change in between. */
const lingerMs = 2_000;

/**
 * One server-sent event stream for the whole tab, over fetch as EventSource
 * carries no token. It resumes by Last-Event-ID, backs off with jitter, and
 * is closed while the tab is hidden (fetch-event-source does all three when
 * `onerror` says how long to wait).
 *
 * @internal
 */
export class StreamUpdates implements LiveUpdates {
  readonly #options: StreamUpdatesOptions;
  readonly #listeners = new Set<(event: StreamEvent) => void>();
  readonly #stateListeners = new Set<() => void>();
  #state: LiveState = 'connecting';
  #connection: AbortController | undefined;
  #linger: ReturnType<typeof setTimeout> | undefined;
  #proving: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #resumable = false;

  constructor(options: StreamUpdatesOptions) {
    this.#options = options;
  }

  subscribe(listener: (event: StreamEvent) => void): () => void {
    this.#listeners.add(listener);
    clearTimeout(this.#linger);
    if (!this.#connection) this.#open();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearTimeout(this.#linger);
      this.#linger = setTimeout(() => this.#close(), lingerMs);
    };
  }

  getState(): LiveState {
    return this.#state;
  }

  onStateChange(listener: () => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  #open() {
    const connection = new AbortController();
    this.#connection = connection;
    document.addEventListener('visibilitychange', this.#onVisibility);
    this.#run(connection.signal).catch(() => {
      // Only a stopped connection gets here; the next listener opens anew.
      if (this.#connection === connection) this.#connection = undefined;
    });
  }

  #close() {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#connection?.abort();
    this.#connection = undefined;
    clearTimeout(this.#proving);
    this.#failures = 0;
    this.#resumable = false;
    this.#become('connecting');
  }

  readonly #onVisibility = () => {
    if (document.hidden) this.#become('paused');
    else this.#become(this.#failures ? 'polling' : 'connecting');
  };

  async #run(signal: AbortSignal) {
    const { fetch: call, streamUrl } = this.#options;
    const url = await this.#url(streamUrl, signal);
    if (signal.aborted) return;
    await fetchEventSource(url, {
      signal,
      fetch: call,
      onopen: async response => {
        const type = response.headers.get('content-type') ?? '';
        if (!response.ok || !type.startsWith('text/event-stream')) {
          const message = `The stream answered with ${response.status}`;
          throw response.status === 403
            ? new StreamRefusedError(message)
            : new Error(message);
        }
        this.#prove();
        this.#become('live');
        // With an id the backend knows what we missed. Without one we do not:
        // what was read before this moment may be older than the stream.
        if (!this.#resumable) this.#tell({ type: 'resync' });
      },
      onmessage: message => this.#receive(message),
      onclose: () => {
        // A proxy or a restarted backend ended it; onerror then waits.
        throw new Error('The stream ended');
      },
      onerror: error =>
        error instanceof StreamRefusedError ? this.#refused() : this.#failed(),
    });
  }

  /** Discovery may fail too, as when the backend is not up yet. */
  async #url(streamUrl: () => Promise<string>, signal: AbortSignal) {
    while (!signal.aborted) {
      try {
        return await streamUrl();
      } catch {
        const delay = this.#failed();
        await new Promise(resolve => setTimeout(resolve, delay));
      }
    }
    return '';
  }

  /** What else may be read, such as the marketplace, is asked for instead. */
  #refused(): number {
    if (!document.hidden) this.#become('polling');
    return refusedRetryMs;
  }

  /** Tries count from one again once the stream has lived for a while. */
  #prove() {
    clearTimeout(this.#proving);
    this.#proving = setTimeout(() => {
      this.#failures = 0;
    }, goodStreamMs);
  }

  #failed(): number {
    clearTimeout(this.#proving);
    this.#failures += 1;
    if (!document.hidden) {
      this.#become(
        this.#failures >= triesBeforePolling ? 'polling' : 'connecting',
      );
    }
    return retryDelayMs(this.#failures, this.#options.random ?? Math.random);
  }

  #receive(message: EventSourceMessage) {
    if (message.id) this.#resumable = true;
    if (!message.data) return;
    const event = readEvent(message.data);
    if (event) this.#tell(event);
  }

  #tell(event: StreamEvent) {
    for (const listener of [...this.#listeners]) listener(event);
  }

  #become(state: LiveState) {
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of [...this.#stateListeners]) listener();
  }
}

/** An event of a newer backend that we do not know is no reason to stop. */
function readEvent(data: string): StreamEvent | undefined {
  try {
    const parsed = streamEventSchema.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

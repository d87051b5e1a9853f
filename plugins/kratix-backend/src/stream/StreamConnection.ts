import type { StreamEvent } from '@kratix-portal/backstage-plugin-kratix-common';
import { hearsOfRequests, type Audience } from './audience';
import type { ChangeBatch } from './ChangeFeed';
import type { EventWriter } from './EventWriter';
import type { RequestRow } from '../requests/RequestRow';
import { merged, type StreamChange } from './StreamChange';

/** Where the text goes: an HTTP response fits. @internal */
export interface StreamSink {
  /** False: hold back until `drain`. */
  write(text: string): boolean;
  on(event: 'drain', listener: () => void): unknown;
  /** Takes no more, once what is written has gone out. */
  end(): unknown;
  /** Takes no more, at once. */
  destroy(): unknown;
}

/** More waiting than this, and reading all anew costs less than catching up. */
const mostWaiting = 500;

const resync: StreamEvent = { type: 'resync' };

/**
 * One open stream. While its reader does not keep up, later changes of a thing
 * replace earlier ones; beyond a bound it is told to read anew. So a slow
 * reader costs little, and nobody else anything.
 *
 * @internal
 */
export class StreamConnection {
  readonly #sink: StreamSink;
  readonly #writer: Pick<EventWriter, 'textFor'>;
  #audience: Audience;
  #blocked = false;
  /** Rights of what waits here are being asked for. */
  #asking = false;
  #overflown = false;
  #ended = false;
  #lastId: string;
  readonly #waiting = new Map<string, StreamChange>();

  constructor(options: {
    sink: StreamSink;
    writer: Pick<EventWriter, 'textFor'>;
    audience: Audience;
    /** Of the last batch before this stream opened. */
    lastId: string;
  }) {
    this.#sink = options.sink;
    this.#writer = options.writer;
    this.#audience = options.audience;
    this.#lastId = options.lastId;
    this.#sink.on('drain', () => {
      this.#blocked = false;
      this.#flush();
    });
  }

  /** @param missed - since the client was here last; `undefined`: unknown */
  open(missed: StreamChange[] | undefined): void {
    this.#write('retry: 2000\n');
    if (!missed) this.#overflown = true;
    else missed.forEach(change => this.#wait(change));
    // The id alone is no event, and still what the client comes back with.
    if (missed?.length === 0) this.#write(`id: ${this.#lastId}\n\n`);
    this.#flush();
  }

  take({ id, changes, anew }: ChangeBatch): void {
    this.#lastId = id;
    if (anew && hearsOfRequests(this.#audience)) this.#overflown = true;
    for (const change of changes) this.#wait(change);
    this.#flush();
  }

  /** Its person may see other things now. */
  become(audience: Audience): void {
    const before = this.#audience.rights;
    this.#audience = audience;
    const { rights } = audience;
    const same =
      before.visibility.key === rights.visibility.key &&
      before.requests === rights.requests &&
      before.promises === rights.promises &&
      before.destinations === rights.destinations &&
      before.platforms === rights.platforms;
    if (same) return;
    this.#overflown = true;
    this.#flush();
  }

  /**
   * Keeps proxies from closing what looks idle, and the client's place in the
   * line recent while all that goes by is nothing to it.
   */
  beat(): void {
    if (this.#blocked || this.#asking) return;
    this.#write(`id: ${this.#lastId}\n: still here\n\n`);
  }

  /** For good: what would be said later is not. */
  end(): void {
    this.#ended = true;
    // Who does not read would not take the end of it either.
    if (this.#blocked) this.#sink.destroy();
    else this.#sink.end();
  }

  #wait(change: StreamChange): void {
    if (this.#overflown) return;
    const earlier = this.#waiting.get(change.key);
    this.#waiting.set(change.key, merged(earlier, change));
    if (this.#waiting.size > mostWaiting) this.#overflown = true;
  }

  #flush(): void {
    if (this.#blocked || this.#asking) return;
    if (this.#overflown) {
      this.#overflown = false;
      this.#waiting.clear();
      this.#say([JSON.stringify(resync)]);
      return;
    }
    if (this.#waiting.size === 0) return;
    if (this.#mustAsk()) return;
    const texts: string[] = [];
    for (const change of this.#waiting.values()) {
      const text = this.#writer.textFor(change, this.#audience);
      if (text !== undefined) texts.push(text);
    }
    this.#waiting.clear();
    this.#say(texts);
  }

  /** The cluster's own rules about something new; it is told after that. */
  #mustAsk(): boolean {
    const { visibility } = this.#audience.rights;
    const unknown = [...this.#waiting.values()]
      .flatMap(requestsOf)
      .filter(row => !visibility.ready(row));
    if (unknown.length === 0) return false;
    this.#asking = true;
    void visibility.prepare(unknown).finally(() => {
      this.#asking = false;
      this.#flush();
    });
    return true;
  }

  #say(texts: string[]): void {
    if (texts.length === 0) return;
    const events = texts.map(text => `data: ${text}\n\n`);
    // The id only with the last: one cut off in between comes back for all.
    const last = events.length - 1;
    events[last] = `id: ${this.#lastId}\n${events[last]}`;
    this.#write(events.join(''));
  }

  #write(text: string): void {
    // To write after the end is an error that nobody would take.
    if (this.#ended) return;
    if (!this.#sink.write(text)) this.#blocked = true;
  }
}

function requestsOf(change: StreamChange): RequestRow[] {
  if (change.kind === 'promise') return change.requests;
  if (change.kind !== 'request') return [];
  return [change.before, change.after].filter(row => row !== undefined);
}

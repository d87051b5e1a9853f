import type { Audience } from './audience';
import type { ChangeFeed } from './ChangeFeed';
import type { EventWriter } from './EventWriter';
import { StreamConnection, type StreamSink } from './StreamConnection';

const beatMs = 15_000;
/** How soon a permission that was taken away ends what it gave. */
const reviewMs = 60_000;

/** A reader of the stream. @internal */
export interface StreamReader {
  sink: StreamSink & { end(): unknown };
  audience: Audience;
  /** What the person may be told now; rejects where they may no more. */
  review: () => Promise<Audience>;
  /** `Last-Event-ID` of one who was here before. */
  lastEventId?: string;
}

/** All open streams. @internal */
export class StreamHub {
  readonly #feed: ChangeFeed;
  readonly #writer: Pick<EventWriter, 'textFor'>;
  readonly #onCount: (difference: 1 | -1) => void;
  readonly #open = new Map<StreamConnection, StreamReader>();
  #unsubscribe = () => {};
  #timers: NodeJS.Timeout[] = [];

  constructor(options: {
    feed: ChangeFeed;
    writer: Pick<EventWriter, 'textFor'>;
    /** Told of every stream that opens or ends. */
    onCount?: (difference: 1 | -1) => void;
  }) {
    this.#feed = options.feed;
    this.#writer = options.writer;
    this.#onCount = options.onCount ?? (() => {});
  }

  start(): void {
    this.#unsubscribe = this.#feed.subscribe(batch => {
      for (const connection of this.#open.keys()) connection.take(batch);
    });
    this.#timers = [
      setInterval(() => this.#beat(), beatMs).unref(),
      setInterval(() => void this.#review(), reviewMs).unref(),
    ];
  }

  /** Ends all streams: clients come back to whoever answers next. */
  stop(): void {
    this.#unsubscribe();
    this.#timers.forEach(clearInterval);
    for (const { sink } of this.#open.values()) sink.end();
    this.#open.clear();
  }

  /** @returns what to call when the reader is gone */
  add(reader: StreamReader): () => void {
    const { sink, audience, lastEventId } = reader;
    this.#feed.flush();
    const connection = new StreamConnection({
      sink,
      audience,
      writer: this.#writer,
      lastId: this.#feed.id,
    });
    connection.open(
      lastEventId === undefined ? [] : this.#feed.since(lastEventId),
    );
    this.#open.set(connection, reader);
    this.#onCount(1);
    return () => {
      if (this.#open.delete(connection)) this.#onCount(-1);
    };
  }

  #beat(): void {
    for (const connection of this.#open.keys()) connection.beat();
  }

  /** One after the other: the permission backend has other work, too. */
  async #review(): Promise<void> {
    for (const [connection, reader] of [...this.#open]) {
      try {
        connection.become(await reader.review());
      } catch {
        // No longer allowed, or no longer signed in: the client asks anew and
        // is told which.
        reader.sink.end();
      }
    }
  }
}

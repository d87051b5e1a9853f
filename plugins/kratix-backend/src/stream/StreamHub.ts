import { HttpRefusal } from '../http/HttpRefusal';
import type { Audience } from './audience';
import type { ChangeFeed } from './ChangeFeed';
import type { EventWriter } from './EventWriter';
import { StreamConnection, type StreamSink } from './StreamConnection';

const beatMs = 15_000;
/** How soon a permission that was taken away ends what it gave. */
const reviewMs = 60_000;
/**
 * A tab has one stream, and none while it is hidden, so that even a name that
 * many share, as on a demo, is far from it. Each takes a socket, and room for
 * what waits while it is not read.
 */
const mostPerPerson = 200;

/** A reader of the stream. @internal */
export interface StreamReader {
  /** Entity ref. */
  person: string;
  sink: StreamSink;
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
  readonly #openOf = new Map<string, number>();
  #unsubscribe = () => {};
  #reviewing = false;
  #stopped = false;
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
    this.#stopped = true;
    this.#unsubscribe();
    this.#timers.forEach(clearInterval);
    for (const connection of [...this.#open.keys()]) this.#end(connection);
  }

  /** @throws HttpRefusal (429) for one who has too many */
  mustTake(person: string): void {
    if ((this.#openOf.get(person) ?? 0) < mostPerPerson) return;
    throw new HttpRefusal(
      'TooManyStreamsError',
      `You have ${mostPerPerson} live streams open, which is the most for one person; close some tabs`,
    );
  }

  /** @returns what to call to end it, and when the reader is gone */
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
    this.#count(reader, 1);
    // It asked before the end, and would keep the process from ending.
    if (this.#stopped) this.#end(connection);
    return () => this.#end(connection);
  }

  #end(connection: StreamConnection): void {
    const reader = this.#open.get(connection);
    if (!reader) return;
    this.#open.delete(connection);
    this.#count(reader, -1);
    connection.end();
  }

  #count({ person }: StreamReader, difference: 1 | -1): void {
    const count = (this.#openOf.get(person) ?? 0) + difference;
    if (count > 0) this.#openOf.set(person, count);
    else this.#openOf.delete(person);
    this.#onCount(difference);
  }

  #beat(): void {
    for (const connection of this.#open.keys()) connection.beat();
  }

  /** One after the other: the permission backend has other work, too. */
  async #review(): Promise<void> {
    // Of two at once the later could have the older answer.
    if (this.#reviewing) return;
    this.#reviewing = true;
    for (const [connection, { review }] of [...this.#open]) {
      // Gone while others were asked about.
      if (!this.#open.has(connection)) continue;
      try {
        connection.become(await review());
      } catch {
        // No longer allowed, or no longer signed in: the client asks anew and
        // is told which.
        this.#end(connection);
      }
    }
    this.#reviewing = false;
  }
}

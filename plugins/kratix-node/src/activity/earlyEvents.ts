import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Clock } from '../cache/clock';
import { objectKey } from '../cache/kindStore';

/** Longer than a watch that broke off once takes to be back. */
const longestMs = 10_000;

/** Of a busy cluster most are about what is never watched. */
const mostEvents = 1_000;

interface Early {
  event: KubeObject;
  term: string;
  at: number;
}

/**
 * Events about objects that are not known yet. Each kind has a watch of its
 * own, so an Event may come before what it is about: it is kept for a moment,
 * for when that comes.
 *
 * @internal
 */
export class EarlyEvents {
  readonly #clock: Pick<Clock, 'monotonic'>;
  /** Oldest first. */
  readonly #events = new Map<string, Early>();
  readonly #keysOf = new Map<string, Set<string>>();

  constructor(clock: Pick<Clock, 'monotonic'>) {
    this.#clock = clock;
  }

  get size(): number {
    return this.#events.size;
  }

  /** @param term - of what the Event is about */
  hold(term: string, event: KubeObject): void {
    const key = objectKey(event);
    this.forget(key);
    this.#events.set(key, { event, term, at: this.#clock.monotonic() });
    const keys = this.#keysOf.get(term);
    if (keys) keys.add(key);
    else this.#keysOf.set(term, new Set([key]));
    this.#drop();
  }

  /** @param key - of the Event, which is gone or kept elsewhere */
  forget(key: string): void {
    const early = this.#events.get(key);
    if (!early) return;
    this.#events.delete(key);
    const keys = this.#keysOf.get(early.term);
    keys?.delete(key);
    if (keys?.size === 0) this.#keysOf.delete(early.term);
  }

  /** What is held about an object that has come, once. */
  take(term: string): KubeObject[] {
    this.#drop();
    const keys = [...(this.#keysOf.get(term) ?? [])];
    const events = keys.flatMap(key => this.#events.get(key)?.event ?? []);
    for (const key of keys) this.forget(key);
    return events;
  }

  #drop(): void {
    const since = this.#clock.monotonic() - longestMs;
    for (const [key, { at }] of this.#events) {
      if (at >= since && this.#events.size <= mostEvents) return;
      this.forget(key);
    }
  }
}

import type { Clock } from '../cache/clock';
import { PendingChanges } from '../cache/objectChanges';
import type { KindTransition, PlatformStore } from '../cache/platformStore';
import type { Subscribers } from '../cache/subscribers';
import { affectedBy, everything } from './affected';

/** Windows to wait while a first sync makes all of it new over and over. @internal */
export const firstPatience = 10;

/** @internal */
export interface ChangeFeedOptions {
  platform: string;
  store: PlatformStore;
  subscribers: Subscribers;
  clock: Clock;
  /** Milliseconds that changes are gathered for. */
  windowMs: number;
  signal: AbortSignal;
}

/**
 * Tells subscribers what changed on one platform, a little later and once, so
 * that a burst is one change.
 *
 * @internal
 */
export class ChangeFeed {
  readonly #options: ChangeFeedOptions;
  readonly #pending = new PendingChanges();
  #waiting = false;
  #patience = firstPatience;
  #platformChanged = false;
  #everything = false;
  updates = 0;
  droppedUpdates = 0;

  constructor(options: ChangeFeedOptions) {
    this.#options = options;
  }

  /** Says whether any of it means something. */
  add(transitions: KindTransition[]): boolean {
    let meant = false;
    for (const transition of transitions) {
      this.updates += 1;
      if (this.#pending.add(transition)) meant = true;
      else this.droppedUpdates += 1;
    }
    if (meant) this.#tellSoon();
    return meant;
  }

  /** The first sync is over: changes are news from now on. */
  hurry(): void {
    this.#patience = 1;
  }

  platformChanged(): void {
    this.#platformChanged = true;
    this.#tellSoon();
  }

  everythingChanged(): void {
    this.#everything = true;
    this.#tellSoon();
  }

  #tellSoon(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    const { clock, windowMs, signal } = this.#options;
    clock.delay(windowMs * this.#patience, signal).then(() => {
      this.#waiting = false;
      if (!signal.aborted) this.#tell();
    });
  }

  #tell(): void {
    const { platform, store, subscribers } = this.#options;
    const objects = this.#pending.take(
      kind => store.requestKindOfKey(kind) !== undefined,
    );
    const affected = this.#everything
      ? everything()
      : affectedBy(platform, store, objects);
    affected.platform ||= this.#platformChanged;
    const news = objects.length > 0 || affected.platform;
    this.#platformChanged = false;
    this.#everything = false;
    if (news) subscribers.tell({ platform, objects, affected });
  }
}

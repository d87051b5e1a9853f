import type { StoreChange } from './types';

/**
 * What happened of late, kind by kind, for watches that begin in the past.
 * Bounded: whoever asks for more than it remembers has to list again.
 *
 * @internal
 */
export class History {
  readonly #byKind = new Map<string, StoreChange[]>();
  /** Changes up to this resourceVersion are forgotten, by kind. */
  readonly #forgotten = new Map<string, number>();
  #compactedAt = 0;

  constructor(readonly length: number) {}

  add(key: string, change: StoreChange) {
    const changes = this.#byKind.get(key);
    if (!changes) {
      this.#byKind.set(key, [change]);
      return;
    }
    changes.push(change);
    // Trimmed by halves, as taking off the first each time is slow.
    if (changes.length < this.length * 2) return;
    const dropped = changes.splice(0, changes.length - this.length);
    this.#forgotten.set(key, versionOf(dropped[dropped.length - 1]));
  }

  since(key: string, resourceVersion: number): StoreChange[] | 'expired' {
    const forgotten = Math.max(
      this.#forgotten.get(key) ?? 0,
      this.#compactedAt,
    );
    if (resourceVersion < forgotten) return 'expired';
    const changes = this.#byKind.get(key) ?? [];
    const first = changes.findIndex(one => versionOf(one) > resourceVersion);
    return first < 0 ? [] : changes.slice(first);
  }

  compact(resourceVersion: number) {
    this.#byKind.clear();
    this.#forgotten.clear();
    this.#compactedAt = resourceVersion;
  }
}

function versionOf({ object }: StoreChange) {
  return Number(object.metadata.resourceVersion);
}

import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { Source } from './PlatformEntities';

/** What a delta consists of. @internal */
export interface EntityDelta {
  added: Entity[];
  /** Entity refs. */
  removed: string[];
}

/**
 * Remembers, source by source, what the catalog was last given: the difference
 * to what is there now is all that has to be written. Holds hash-sized text,
 * not entities.
 *
 * @internal
 */
export class SentEntities {
  readonly #digest: (text: string) => string;
  readonly #bySource = new Map<Source, Map<string, string>>();

  constructor(digest: (text: string) => string) {
    this.#digest = digest;
  }

  /** Sources that have entities in the catalog. */
  sources(): Source[] {
    return [...this.#bySource.keys()];
  }

  /** The delta for the sources given, without remembering it. */
  deltaOf(found: Map<Source, Entity[]>): EntityDelta {
    const added: Entity[] = [];
    const removed = new Set<string>();
    const kept = new Set<string>();
    for (const [source, entities] of found) {
      const before = this.#bySource.get(source);
      const now = this.#digests(entities);
      for (const entity of entities) {
        const ref = stringifyEntityRef(entity);
        kept.add(ref);
        if (before?.get(ref) !== now.get(ref)) added.push(entity);
      }
      for (const ref of before?.keys() ?? []) {
        if (!now.has(ref)) removed.add(ref);
      }
    }
    return { added, removed: [...removed].filter(ref => !kept.has(ref)) };
  }

  /** The catalog has these now. */
  remember(found: Map<Source, Entity[]>): void {
    for (const [source, entities] of found) {
      if (entities.length === 0) this.#bySource.delete(source);
      else this.#bySource.set(source, this.#digests(entities));
    }
  }

  forget(): void {
    this.#bySource.clear();
  }

  /** The catalog has these of that source, whatever is in them. */
  recall(source: Source, refs: string[]): void {
    const known = this.#bySource.get(source) ?? new Map<string, string>();
    for (const ref of refs) if (!known.has(ref)) known.set(ref, '');
    this.#bySource.set(source, known);
  }

  /**
   * Whether the catalog has these as they were sent is not known any more: each
   * is sent again, and taken away if it is gone.
   */
  doubt(): void {
    for (const digests of this.#bySource.values()) {
      for (const ref of digests.keys()) digests.set(ref, '');
    }
  }

  #digests(entities: Entity[]): Map<string, string> {
    return new Map(
      entities.map(entity => [
        stringifyEntityRef(entity),
        this.#digest(JSON.stringify(entity)),
      ]),
    );
  }
}

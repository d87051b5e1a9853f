import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Transition } from './kindStore';

const none: ReadonlySet<string> = new Set();

/**
 * From a term, such as the owner that labels name, to the keys of the objects
 * that have it. Holds keys and not objects, so that the many updates that
 * touch no term cost nothing.
 *
 * @internal
 */
export class KeyIndex {
  readonly #keys = new Map<string, Set<string>>();
  readonly #termsOf: (object: KubeObject) => string[];

  constructor(termsOf: (object: KubeObject) => string[]) {
    this.#termsOf = termsOf;
  }

  get(term: string): ReadonlySet<string> {
    return this.#keys.get(term) ?? none;
  }

  update({ key, previous, next }: Transition): void {
    const before = previous ? this.#termsOf(previous) : [];
    const after = next ? this.#termsOf(next) : [];
    for (const term of before) {
      if (!after.includes(term)) this.#remove(term, key);
    }
    for (const term of after) {
      if (!before.includes(term)) this.#add(term, key);
    }
  }

  #add(term: string, key: string) {
    const keys = this.#keys.get(term);
    if (keys) keys.add(key);
    else this.#keys.set(term, new Set([key]));
  }

  #remove(term: string, key: string) {
    const keys = this.#keys.get(term);
    keys?.delete(key);
    if (keys?.size === 0) this.#keys.delete(term);
  }
}

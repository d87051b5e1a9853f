import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * `namespace/name`: what an object of one kind is known by. Neither the uid nor
 * the version, which may change while people still mean the same thing.
 *
 * @internal
 */
export function objectKey(object: {
  metadata: { namespace?: string; name: string };
}): string {
  return keyOf(object.metadata.namespace, object.metadata.name);
}

/** @internal */
export function keyOf(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

/** An object before and after; one of the two may be missing. @internal */
export interface Transition {
  key: string;
  previous?: KubeObject;
  next?: KubeObject;
}

/**
 * The objects of one kind. Knows nothing of connections: a list replaces, an
 * event applies, both say what became different.
 *
 * @internal
 */
export class KindStore {
  readonly #objects = new Map<string, KubeObject>();
  #snapshot?: KubeObject[];

  get size(): number {
    return this.#objects.size;
  }

  get(key: string): KubeObject | undefined {
    return this.#objects.get(key);
  }

  /** The same array until something changes; not to be written to. */
  list(): KubeObject[] {
    this.#snapshot ??= [...this.#objects.values()];
    return this.#snapshot;
  }

  put(object: KubeObject): Transition {
    const key = objectKey(object);
    const previous = this.#objects.get(key);
    this.#objects.set(key, object);
    this.#snapshot = undefined;
    return { key, previous, next: object };
  }

  remove(key: string): Transition | undefined {
    const previous = this.#objects.get(key);
    if (!previous) return undefined;
    this.#objects.delete(key);
    this.#snapshot = undefined;
    return { key, previous };
  }

  /** To be called with complete lists alone: what is not in it, is gone. */
  replace(objects: KubeObject[]): Transition[] {
    const kept = new Set(objects.map(objectKey));
    const transitions: Transition[] = [];
    for (const key of [...this.#objects.keys()]) {
      if (!kept.has(key)) {
        const gone = this.remove(key);
        if (gone) transitions.push(gone);
      }
    }
    for (const object of objects) transitions.push(this.put(object));
    return transitions;
  }
}

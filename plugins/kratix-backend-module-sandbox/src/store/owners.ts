import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KindInfo } from './types';

/** An object by its place, which stays while the object is rewritten. */
export interface Place {
  kind: KindInfo;
  name: string;
  namespace?: string;
}

/**
 * Who owns whom: which uids live, and which objects refer to one as owner.
 *
 * @internal
 */
export class Owners {
  readonly #living = new Set<string>();
  readonly #dependents = new Map<string, Map<string, Place>>();

  isLiving(uid: string) {
    return this.#living.has(uid);
  }

  dependentsOf(uid: string): Place[] {
    return [...(this.#dependents.get(uid)?.values() ?? [])];
  }

  record(kind: KindInfo, object?: KubeObject, previous?: KubeObject) {
    const { uid } = object?.metadata ?? previous?.metadata ?? {};
    if (!uid) return;
    if (object) this.#living.add(uid);
    else this.#living.delete(uid);
    const now = object?.metadata.ownerReferences;
    const before = previous?.metadata.ownerReferences;
    if (now === before) return;
    for (const owner of before ?? []) {
      const dependents = this.#dependents.get(owner.uid);
      dependents?.delete(uid);
      if (dependents?.size === 0) this.#dependents.delete(owner.uid);
    }
    if (!object) return;
    const { name, namespace } = object.metadata;
    for (const owner of now ?? []) {
      const dependents = this.#dependents.get(owner.uid) ?? new Map();
      dependents.set(uid, { kind, name, namespace });
      this.#dependents.set(owner.uid, dependents);
    }
  }
}

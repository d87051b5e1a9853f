import type {
  KubeChangeType,
  KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { eventTerms, eventTime } from '../activity/eventTerms';
import { parentsOf, requestTerm } from '../requests/requestTerms';
import type { RequestKind, WatchedKind } from '../types';
import { createIndexes, type IndexName, type NamedIndex } from './indexes';
import { KeyIndex } from './keyIndex';
import { KindStore, objectKey, type Transition } from './kindStore';
import {
  definitionOfRequestKind,
  kindKey,
  watchedKindKeys,
  watchedKinds,
  type KindDefinition,
} from './watchedKinds';

const eventsPerObject = 20;

/** A transition of an object of the kind `kind` (`group/plural`). @internal */
export interface KindTransition extends Transition {
  kind: string;
}

interface Entry {
  definition: KindDefinition;
  requestKind?: RequestKind;
  store: KindStore;
  /** Was listed completely once; what it holds is all there was. */
  synced: boolean;
}

/**
 * All that is known of one platform's objects, with the indexes to join them.
 * Pure state: fed by reflectors, by a recording or by a test.
 *
 * @internal
 */
export class PlatformStore {
  readonly #entries = new Map<string, Entry>();
  /** Of the entries; made again when one comes, goes or changes. */
  #requestKinds?: readonly RequestKind[];
  readonly #indexes = createIndexes();
  readonly #indexesOfKind = new Map<string, NamedIndex[]>();
  /** Over all request kinds; keys are `group/plural|namespace/name`. */
  readonly #children = new KeyIndex(request =>
    parentsOf(request).map(requestTerm),
  );

  constructor() {
    for (const definition of Object.values(watchedKinds)) {
      this.#add(definition);
    }
    for (const named of this.#indexes.values()) {
      const kind = watchedKindKeys[named.kind];
      const others = this.#indexesOfKind.get(kind) ?? [];
      this.#indexesOfKind.set(kind, [...others, named]);
    }
  }

  #add(definition: KindDefinition, requestKind?: RequestKind) {
    this.#requestKinds = undefined;
    this.#entries.set(kindKey(definition), {
      definition,
      requestKind,
      store: new KindStore(),
      synced: false,
    });
  }

  definitions(): KindDefinition[] {
    return [...this.#entries.values()].map(entry => entry.definition);
  }

  /** The same array until a kind comes, goes or changes. */
  requestKinds(): readonly RequestKind[] {
    this.#requestKinds ??= [...this.#entries.values()].flatMap(
      ({ requestKind }) => requestKind ?? [],
    );
    return this.#requestKinds;
  }

  requestKind(crd: string): RequestKind | undefined {
    // A CRD's name is `plural.group`, and a plural has no dots.
    const dot = crd.indexOf('.');
    const key = `${crd.slice(dot + 1)}/${crd.slice(0, dot)}`;
    return this.#entries.get(key)?.requestKind;
  }

  requestKindOfKey(kind: string): RequestKind | undefined {
    return this.#entries.get(kind)?.requestKind;
  }

  /** Adds the kind or, where it is there, takes over what changed of it. */
  declare(requestKind: RequestKind): void {
    const key = kindKey(requestKind);
    const entry = this.#entries.get(key);
    const definition = definitionOfRequestKind(requestKind);
    if (!entry) this.#add(definition, requestKind);
    else if (entry.requestKind) {
      this.#requestKinds = undefined;
      entry.requestKind = requestKind;
      entry.definition = definition;
    }
  }

  /** Removes a request kind and all of its objects. */
  withdraw(kind: string): KindTransition[] {
    if (!this.#entries.get(kind)?.requestKind) return [];
    const transitions = this.replace(kind, []);
    this.#entries.delete(kind);
    this.#requestKinds = undefined;
    return transitions;
  }

  has(kind: string): boolean {
    return this.#entries.has(kind);
  }

  synced(kind: string): boolean {
    return this.#entries.get(kind)?.synced ?? false;
  }

  count(kind: string): number {
    return this.#entries.get(kind)?.store.size ?? 0;
  }

  /** One event of a watch. */
  apply(
    kind: string,
    type: KubeChangeType,
    object: KubeObject,
  ): KindTransition[] {
    const store = this.#entries.get(kind)?.store;
    if (!store) return [];
    const transition =
      type === 'DELETED' ? store.remove(objectKey(object)) : store.put(object);
    const transitions = this.#indexed(kind, transition ? [transition] : []);
    if (kind !== watchedKindKeys.events) return transitions;
    return [...transitions, ...this.#dropOldEvents(transitions)];
  }

  /** A complete list: what is not in it, is gone. */
  replace(kind: string, objects: KubeObject[]): KindTransition[] {
    const entry = this.#entries.get(kind);
    if (!entry) return [];
    entry.synced = true;
    const transitions = this.#indexed(kind, entry.store.replace(objects));
    if (kind !== watchedKindKeys.events) return transitions;
    return [...transitions, ...this.#dropOldEvents(transitions)];
  }

  #indexed(kind: string, transitions: Transition[]): KindTransition[] {
    const indexes = this.#indexesOfKind.get(kind) ?? [];
    const requests = this.#entries.get(kind)?.requestKind !== undefined;
    for (const transition of transitions) {
      for (const { index } of indexes) index.update(transition);
      if (requests) {
        const key = `${kind}|${transition.key}`;
        this.#children.update({ ...transition, key });
      }
    }
    return transitions.map(transition => ({ ...transition, kind }));
  }

  /** An object keeps its newest Events; a loop writes thousands. */
  #dropOldEvents(transitions: KindTransition[]): KindTransition[] {
    const kind = watchedKindKeys.events;
    const subjects = new Set(
      transitions.flatMap(({ next }) => (next ? eventTerms(next) : [])),
    );
    const dropped: KindTransition[] = [];
    for (const subject of subjects) {
      const events = this.indexed('eventsBySubject', subject);
      if (events.length <= eventsPerObject) continue;
      const oldestFirst = events.sort((a, b) =>
        eventTime(a) < eventTime(b) ? -1 : 1,
      );
      for (const event of oldestFirst.slice(0, -eventsPerObject)) {
        dropped.push(...this.apply(kind, 'DELETED', event));
      }
    }
    return dropped;
  }

  list(kind: string): KubeObject[] {
    return this.#entries.get(kind)?.store.list() ?? [];
  }

  get(kind: string, key: string): KubeObject | undefined {
    return this.#entries.get(kind)?.store.get(key);
  }

  /** What an index has under a term; a new array. */
  indexed(name: IndexName, term: string): KubeObject[] {
    const named = this.#indexes.get(name);
    if (!named) return [];
    const kind = watchedKindKeys[named.kind];
    return [...named.index.get(term)].flatMap(key => this.get(kind, key) ?? []);
  }

  /** As {@link PlatformStore.indexed}, `undefined` where the kind was never readable. */
  readable(name: IndexName, term: string): KubeObject[] | undefined {
    const kind = this.#indexes.get(name)?.kind;
    if (!kind || !this.synced(watchedKindKeys[kind])) return undefined;
    return this.indexed(name, term);
  }

  /** All of a kind, `undefined` where it was never readable. */
  all(kind: WatchedKind): KubeObject[] | undefined {
    const key = watchedKindKeys[kind];
    return this.synced(key) ? this.list(key) : undefined;
  }

  /** Requests that say they are part of the one with this term. */
  children(term: string): { kind: string; object: KubeObject }[] {
    return [...this.#children.get(term)].flatMap(joined => {
      const bar = joined.indexOf('|');
      const kind = joined.slice(0, bar);
      const object = this.get(kind, joined.slice(bar + 1));
      return object ? [{ kind, object }] : [];
    });
  }
}

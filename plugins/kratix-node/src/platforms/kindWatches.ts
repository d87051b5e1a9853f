import type {
  KubeChangeType,
  KubeObject,
  PlatformKindFacts,
} from '@kratix-portal/backstage-plugin-kratix-common';
import pLimit from 'p-limit';
import { EarlyEvents } from '../activity/earlyEvents';
import { eventFate } from '../activity/eventFate';
import { eventTerms, subjectTerm } from '../activity/eventTerms';
import { Moment, type Clock } from '../cache/clock';
import { Interning } from '../cache/interning';
import { keyOf, objectKey } from '../cache/kindStore';
import { leanObject } from '../cache/leanObjects';
import type { KindTransition, PlatformStore } from '../cache/platformStore';
import { Reflector, type ReflectorLimits } from '../cache/reflector';
import {
  definitionOfRequestKind,
  kindKey,
  watchedKindKeys,
  watchedKinds,
  type KindDefinition,
} from '../cache/watchedKinds';
import type { CallError } from '../connections/callError';
import type { ClusterCalls } from '../connections/clusterCalls';
import { requestKindsOf } from '../promises/requestKinds';
import type { RequestKind } from '../types';

/** What the watches of a platform tell. @internal */
export interface KindWatchesSink {
  changed(transitions: KindTransition[]): boolean;
  stateChanged(): void;
  contact(): void;
  failed(error: CallError): void;
  /** Each kind was listed once or has failed once. */
  settled(): void;
  event(event: KubeObject): void;
}

/** @internal */
export interface KindWatchesOptions {
  store: PlatformStore;
  sink: KindWatchesSink;
  clock: Clock;
  limits: ReflectorLimits;
}

interface KindWatch {
  reflector?: Reflector;
  state: PlatformKindFacts['state'];
  synced: Moment;
}

// An API server under load would rather have few lists at once.
const listsAtOnce = 6;

/** What is held of these decides which Events are kept. */
const subjectKinds = [
  watchedKindKeys.promises,
  watchedKindKeys.customresourcedefinitions,
  watchedKindKeys.jobs,
  watchedKindKeys.pods,
];

/** Of these an Event may come first. */
const kindOfSubject = new Map([
  [watchedKindKeys.jobs, watchedKinds.jobs],
  [watchedKindKeys.pods, watchedKinds.pods],
]);

/**
 * One reflector for each kind of a platform, those of the Promises included,
 * which come and go with them. The only writer of the platform's store.
 *
 * @internal
 */
export class KindWatches {
  readonly #options: KindWatchesOptions;
  readonly #watches = new Map<string, KindWatch>();
  readonly #unsettled = new Set<string>();
  /** Those of {@link subjectKinds} that were neither listed nor have failed. */
  readonly #unreadSubjects = new Set(subjectKinds);
  readonly #queue = pLimit(listsAtOnce);
  readonly #interning = new Interning();
  readonly #early: EarlyEvents;
  #calls?: ClusterCalls;
  #isSettled = false;
  readonly counted = { relists: 0, watchRestarts: 0 };

  constructor(options: KindWatchesOptions) {
    this.#options = options;
    this.#early = new EarlyEvents(options.clock);
    for (const definition of options.store.definitions()) {
      this.#unsettled.add(kindKey(definition));
      this.#watches.set(kindKey(definition), this.#newWatch());
    }
  }

  #newWatch(): KindWatch {
    return { state: 'listing', synced: new Moment(this.#options.clock) };
  }

  start(calls: ClusterCalls): void {
    this.#calls = calls;
    const first = [
      watchedKindKeys.promises,
      watchedKindKeys.customresourcedefinitions,
    ];
    const rank = (definition: KindDefinition) =>
      first.includes(kindKey(definition)) ? 0 : 1;
    // Promises first: they tell which kinds there are beside.
    const definitions = this.#options.store.definitions();
    definitions.sort((a, b) => rank(a) - rank(b));
    for (const definition of definitions) {
      // Events follow what they are about: read before the Jobs, those of Jobs
      // would be taken for somebody else's, and nothing reads them twice.
      if (kindKey(definition) === watchedKindKeys.events) continue;
      this.#watch(definition);
    }
  }

  stop(): void {
    for (const { reflector } of this.#watches.values()) reflector?.stop();
  }

  /** The server seems away: no open watch is to be believed. */
  distrust(): void {
    for (const { reflector } of this.#watches.values()) {
      reflector?.distrustWatch();
    }
  }

  /** Cuts every wait short; resolves when each kind in trouble was tried. */
  async tryNow(): Promise<void> {
    await Promise.all(
      [...this.#watches.values()].map(({ reflector, state }) =>
        state === 'watching' ? reflector?.retryNow() : reflector?.tryNow(),
      ),
    );
  }

  /** Nothing could be asked: each kind counts as having failed once. */
  giveUpFirst(): void {
    this.#unsettled.clear();
    this.#settle();
  }

  get anyWatching(): boolean {
    return [...this.#watches.values()].some(
      ({ state }) => state === 'watching',
    );
  }

  facts(): PlatformKindFacts[] {
    const { store } = this.#options;
    return store.definitions().map(definition => {
      const { group, plural, kind, core, promise } = definition;
      const watch = this.#watches.get(kindKey(definition));
      return {
        group,
        plural,
        kind,
        core,
        promise,
        state: watch?.state ?? 'listing',
        count: store.count(kindKey(definition)),
        syncedAt: watch?.synced.epoch,
      };
    });
  }

  #watch(definition: KindDefinition): void {
    const calls = this.#calls;
    if (!calls) return;
    const { sink, clock, limits } = this.#options;
    const key = kindKey(definition);
    const watch = this.#watches.get(key) ?? this.#newWatch();
    this.#watches.set(key, watch);
    watch.reflector?.stop();
    const reflector = new Reflector({
      definition,
      calls,
      clock,
      limits,
      queue: list => this.#queue(list),
      lean: (object, type) => this.#lean(key, object, type),
      sink: {
        listed: objects => this.#listed(key, objects),
        changed: (type, object) => {
          watch.synced.mark();
          if (key === watchedKindKeys.events && type === 'ADDED') {
            sink.event(object);
          }
          this.#took(key, this.#options.store.apply(key, type, object));
        },
        stateChanged: state => {
          if (watch.state === state) return;
          watch.state = state;
          if (state === 'absent') this.#absent(key);
          sink.stateChanged();
        },
        contact: () => {
          watch.synced.mark();
          sink.contact();
        },
        failed: error => {
          sink.failed(error);
          this.#settle(key);
        },
        counted: what => {
          this.counted[what] += 1;
        },
      },
    });
    watch.reflector = reflector;
    reflector.start();
  }

  #lean(
    kind: string,
    object: KubeObject,
    type?: KubeChangeType,
  ): KubeObject | undefined {
    const lean = () => this.#interning.intern(leanObject(kind, object));
    if (kind !== watchedKindKeys.events) return lean();
    const fate = eventFate(object, this.#options.store);
    // Held or not before: it is kept now, another, or gone.
    this.#early.forget(objectKey(object));
    if (fate === 'kept') return lean();
    if (fate === 'early' && type !== 'DELETED') {
      for (const term of eventTerms(object)) {
        this.#early.hold(term, leanObject(kind, object));
      }
    }
    return undefined;
  }

  /** What was said of these before they came is known from now on, too. */
  #keepEarly(kind: string, transitions: KindTransition[]): void {
    const definition = kindOfSubject.get(kind);
    if (!definition || this.#early.size === 0) return;
    const { events } = watchedKindKeys;
    for (const { previous, next } of transitions) {
      if (!next || previous) continue;
      const { name, namespace = '' } = next.metadata;
      const term = subjectTerm({ ...definition, name, namespace });
      for (const early of this.#early.take(term)) {
        const event = this.#interning.intern(early);
        this.#took(events, this.#options.store.apply(events, 'ADDED', event));
      }
    }
  }

  #listed(key: string, objects: KubeObject[]): void {
    this.#took(key, this.#options.store.replace(key, objects));
    this.#settle(key);
  }

  #took(key: string, transitions: KindTransition[]): void {
    const meant = this.#options.sink.changed(transitions);
    this.#keepEarly(key, transitions);
    if (!meant && this.#isSettled) return;
    if (key === watchedKindKeys.promises) this.#followPromises();
    if (key === watchedKindKeys.customresourcedefinitions) {
      this.#followPromises();
      this.#retry(transitions.map(({ next }) => next?.metadata.name));
      this.#forget(transitions.filter(({ next }) => !next));
    }
  }

  /** A kind that was not served before its CRD went is gone now. */
  #forget(crds: KindTransition[]): void {
    for (const { previous } of crds) {
      const kind = this.#options.store.requestKind(
        previous?.metadata.name ?? '',
      );
      const key = kind && kindKey(kind);
      if (key && this.#watches.get(key)?.state === 'absent') this.#absent(key);
    }
  }

  /** A kind that was not served may be, now that its CRD changed. */
  #retry(crds: (string | undefined)[]): void {
    for (const { crd, group, plural } of this.#options.store.requestKinds()) {
      const watch = this.#watches.get(kindKey({ group, plural }));
      const waits = watch?.state === 'retrying' || watch?.state === 'absent';
      if (waits && crds.includes(crd)) watch.reflector?.retryNow();
    }
  }

  /** Starts and stops the request kinds as Promises and their CRDs say. */
  #followPromises(): void {
    const { store, sink } = this.#options;
    const wanted = requestKindsOf(
      store.list(watchedKindKeys.promises),
      store.list(watchedKindKeys.customresourcedefinitions),
    );
    for (const kind of store.requestKinds()) {
      if (wanted.has(kind.crd)) continue;
      const key = kindKey(kind);
      this.#watches.get(key)?.reflector?.stop();
      this.#watches.delete(key);
      sink.changed(store.withdraw(key));
      this.#settle(key);
    }
    for (const kind of wanted.values()) {
      const key = kindKey(kind);
      const known = store.requestKind(kind.crd);
      if (!known && !this.#isSettled) this.#unsettled.add(key);
      store.declare(kind);
      if (!known || !isReadAlike(known, kind)) {
        // The old watch ends; objects stay until the new list.
        this.#watch(definitionOfRequestKind(kind));
      }
    }
  }

  /**
   * A failed read deletes nothing. But where the list says that a request kind
   * is not served, and the CRDs, that its CRD is gone, its objects are gone.
   */
  #absent(key: string): void {
    const { store, sink } = this.#options;
    const crd = store.requestKindOfKey(key)?.crd;
    const crds = watchedKindKeys.customresourcedefinitions;
    if (!crd || !store.synced(crds) || store.get(crds, keyOf('', crd))) return;
    sink.changed(store.replace(key, []));
  }

  #settle(key?: string): void {
    if (key && this.#unreadSubjects.delete(key)) {
      if (this.#unreadSubjects.size === 0) this.#watch(watchedKinds.events);
    }
    if (this.#isSettled) return;
    if (key) this.#unsettled.delete(key);
    if (this.#unsettled.size > 0) return;
    this.#isSettled = true;
    this.#options.sink.settled();
  }
}

/** Whether a watch for the one serves for the other. */
function isReadAlike(one: RequestKind, other: RequestKind): boolean {
  return (
    one.version === other.version &&
    one.kind === other.kind &&
    one.namespaced === other.namespaced
  );
}

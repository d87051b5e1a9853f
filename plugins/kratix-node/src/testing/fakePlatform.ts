import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  type KubeObject,
  type PlatformFacts,
  type PlatformKindFacts,
  groupOf,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { applyPatch, type Operation } from 'fast-json-patch';
import { PendingChanges } from '../cache/objectChanges';
import { PlatformStore, type KindTransition } from '../cache/platformStore';
import { Subscribers } from '../cache/subscribers';
import { kindKey, watchedKindKeys, watchedKinds } from '../cache/watchedKinds';
import { affectedBy } from '../platforms/affected';
import { createCachedReads } from '../platforms/cachedReads';
import { requestKindsOf } from '../promises/requestKinds';
import type {
  Caller,
  ManagedKind,
  CheckOutcome,
  PatchOperation,
  Platform,
  PlatformChange,
  WatchedKind,
} from '../types';
import { createFakePromiseWrites } from './fakePromiseWrites';

/** What a {@link FakePlatform} is made of. @public */
export interface FakePlatformOptions {
  /** Default `eu`. */
  id?: string;
  /** Default: the id. */
  title?: string;
  owner?: string;
  identity?: PlatformFacts['identity'];
  sandbox?: boolean;
  /**
   * Plain objects of any watched kind; requests need their Promise among them.
   */
  objects?: KubeObject[];
  /** Kinds that the service account may not read. */
  forbidden?: WatchedKind[];
  /** May this person do that, by the cluster's own rules? Default: all may. */
  mayAccess?: (
    caller: Caller,
    verb: string,
    ref: { crd: string; namespace: string; name?: string },
  ) => boolean;
  /** May this person install, upgrade or remove? Default: all may. */
  mayManage?: (
    caller: Caller,
    verb: 'create' | 'update' | 'delete',
    what: ManagedKind,
    name?: string,
  ) => boolean;
  /** What a check does and how it ends. Default: all was tried. */
  check?: () => Promise<CheckOutcome>;
  /** Epoch milliseconds. Default: the clock. */
  now?: () => number;
}

/** A write that a {@link FakePlatform} was asked for. @public */
export interface RecordedWrite {
  verb: 'create' | 'patch' | 'delete';
  /** What was created, or as it was before. */
  object: KubeObject;
  patch?: PatchOperation[];
  caller: Caller;
  dryRun: boolean;
}

/**
 * A platform in memory, joined and indexed as the real one, without a cluster.
 * Changes are told at once, inside the call that makes them.
 *
 * @public
 */
export interface FakePlatform extends Platform {
  /** Adds the objects, or replaces those of the same name. */
  apply(...objects: KubeObject[]): void;
  /** Removes objects by kind, namespace and name. */
  remove(...objects: KubeObject[]): void;
  /** Overrides what {@link Platform.facts} says, and tells subscribers. */
  setFacts(facts: Partial<PlatformFacts>): void;
  /** All writes so far, refused ones included. */
  readonly recordedWrites: RecordedWrite[];
  /** The next writes throw this, until called without. */
  refuseWrites(error?: Error): void;
  /** What the writes of Promises warn of from now on. */
  warnWrites(...warnings: string[]): void;
  /** Reads of single objects throw this, until called without. */
  refuseReads(error?: Error): void;
}

/** @public */
export function fakePlatform(options: FakePlatformOptions = {}): FakePlatform {
  const {
    id = 'eu',
    title = id,
    owner,
    identity = 'serviceAccount',
    sandbox,
    forbidden = [],
    now = Date.now,
    mayAccess = () => true,
    mayManage = () => true,
    check = async () => 'checked',
  } = options;
  const store = new PlatformStore();
  const pending = new PendingChanges();
  const subscribers = new Subscribers(console);
  const recordedWrites: RecordedWrite[] = [];
  const refused = new Set(forbidden.map(kind => watchedKindKeys[kind]));
  let overrides: Partial<PlatformFacts> = {};
  let refusal: Error | undefined;
  let readRefusal: Error | undefined;
  let warnings: string[] = [];
  let version = 0;

  for (const [name, kind] of Object.entries(watchedKindKeys)) {
    if (!forbidden.some(one => one === name)) store.replace(kind, []);
  }

  const kindOf = (object: KubeObject): string | undefined => {
    const known = [...Object.values(watchedKinds), ...store.requestKinds()];
    const kind = known.find(
      one => one.kind === object.kind && one.group === groupOf(object),
    );
    return kind && kindKey(kind);
  };

  const gather = (transitions: KindTransition[]) =>
    transitions.forEach(transition => pending.add(transition));

  const refreshKinds = () => {
    const wanted = requestKindsOf(
      store.list(watchedKindKeys.promises),
      store.list(watchedKindKeys.customresourcedefinitions),
    );
    for (const kind of store.requestKinds()) {
      if (!wanted.has(kind.crd)) gather(store.withdraw(kindKey(kind)));
    }
    for (const kind of wanted.values()) {
      store.declare(kind);
      if (!store.synced(kindKey(kind))) store.replace(kindKey(kind), []);
    }
  };

  const facts = (): PlatformFacts => ({
    id,
    title,
    owner,
    identity,
    sandbox,
    lastContactAt: now(),
    kinds: store.definitions().map(
      (definition): PlatformKindFacts => ({
        group: definition.group,
        plural: definition.plural,
        kind: definition.kind,
        core: definition.core,
        promise: definition.promise,
        state: refused.has(kindKey(definition)) ? 'forbidden' : 'watching',
        count: store.count(kindKey(definition)),
        syncedAt: now(),
      }),
    ),
    ...overrides,
  });

  const tell = (platform = false) => {
    const objects = pending.take(
      kind => store.requestKindOfKey(kind) !== undefined,
    );
    if (objects.length === 0 && !platform) return;
    const affected = affectedBy(id, store, objects);
    const change: PlatformChange = {
      platform: id,
      objects,
      affected: { ...affected, platform: affected.platform || platform },
    };
    subscribers.tell(change);
  };

  const keep = (object: KubeObject) => {
    const kind = kindOf(object);
    if (!kind) {
      throw new Error(
        `The fake platform has no kind ${object.apiVersion} ${object.kind}: is its Promise there?`,
      );
    }
    version += 1;
    const { name, namespace = '' } = object.metadata;
    const metadata = {
      uid: `${kind}/${namespace}/${name}`,
      resourceVersion: `${version}`,
      ...object.metadata,
    };
    gather(store.apply(kind, 'MODIFIED', { ...object, metadata }));
    refreshKinds();
  };

  const record = (write: RecordedWrite) => {
    recordedWrites.push(write);
    if (refusal) throw refusal;
  };

  const reads = createCachedReads({ platform: id, store, facts });
  const mustHave = (ref: Parameters<Platform['request']>[0]) => {
    const object = reads.request(ref);
    if (!object) throw new NotFoundError(`Not found on platform '${id}'`);
    return object;
  };

  const apply = (...objects: KubeObject[]) => {
    // Promises first: they bring the kinds of the others.
    const promises = objects.filter(({ kind }) => kind === 'Promise');
    const others = objects.filter(({ kind }) => kind !== 'Promise');
    [...promises, ...others].forEach(keep);
    tell();
  };
  const remove = (...objects: KubeObject[]) => {
    for (const object of objects) {
      const kind = kindOf(object);
      if (kind) gather(store.apply(kind, 'DELETED', object));
      refreshKinds();
    }
    tell();
  };

  const patched = (
    object: KubeObject,
    patch: PatchOperation[],
    generation: number,
  ): KubeObject => {
    const before = object.metadata.generation ?? 1;
    if (before !== generation) {
      throw new ConflictError(`Changed meanwhile on platform '${id}'`);
    }
    const operations = patch.map(
      ({ op, path, value }): Operation =>
        op === 'remove' ? { op, path } : { op, path, value },
    );
    const copy: KubeObject = structuredClone(object);
    const { newDocument } = applyPatch(copy, operations);
    return {
      ...newDocument,
      metadata: { ...newDocument.metadata, generation: before + 1 },
    };
  };

  const promiseWrites = createFakePromiseWrites({
    find: (what, name) => reads.get(what, name),
    missing: () => new NotFoundError(`Not found on platform '${id}'`),
    taken: () => new ConflictError(`Changed meanwhile on platform '${id}'`),
    patched,
    record,
    apply,
    remove,
    warnings: () => warnings,
    now,
  });

  apply(...(options.objects ?? []));

  return {
    ...reads,
    id,
    title,
    owner,
    identity,
    recordedWrites,
    facts,
    counters: () => ({
      apiCalls: 0,
      relists: 0,
      watchRestarts: 0,
      updates: version,
      droppedUpdates: 0,
      failures: 0,
    }),
    firstSync: async () => {},
    check,
    subscribe: listener => subscribers.subscribe(listener),
    readRequest: async ref => mustHave(ref),
    mayAccess: async (caller, verb, ref) => mayAccess(caller, verb, ref),
    mayManage: async (caller, verb, what, name) =>
      mayManage(caller, verb, what, name),
    async readObject(what, name) {
      if (readRefusal) throw readRefusal;
      const object = reads.get(what, name);
      if (!object) throw new NotFoundError(`Not found on platform '${id}'`);
      return object;
    },
    apply,
    remove,
    setFacts(given) {
      overrides = { ...overrides, ...given };
      tell(true);
    },
    refuseWrites(error) {
      refusal = error;
    },
    refuseReads(error) {
      readRefusal = error;
    },
    warnWrites(...texts) {
      warnings = texts;
    },
    writes: {
      ...promiseWrites,
      async createRequest(kind, object, { caller, dryRun = false }) {
        record({ verb: 'create', object, caller, dryRun });
        const created: KubeObject = {
          apiVersion: `${kind.group}/${kind.version}`,
          kind: kind.kind,
          ...object,
          metadata: {
            generation: 1,
            creationTimestamp: new Date(now()).toISOString(),
            ...object.metadata,
          },
        };
        const ref = reads.requestRef(created);
        if (ref && reads.request(ref)) {
          throw new ConflictError(`Changed meanwhile on platform '${id}'`);
        }
        if (!dryRun) apply(created);
        return created;
      },
      async patchRequest(ref, patch, { caller, dryRun = false, generation }) {
        const object = mustHave(ref);
        record({ verb: 'patch', object, patch, caller, dryRun });
        const changed = patched(object, patch, generation);
        if (!dryRun) apply(changed);
        return changed;
      },
      async deleteRequest(ref, { caller, dryRun = false }) {
        const object = mustHave(ref);
        record({ verb: 'delete', object, caller, dryRun });
        if (!dryRun) remove(object);
      },
    },
  };
}

import type {
  KubeChangeType,
  KubeObject,
  OpenApiSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * A column that `kubectl get` prints.
 *
 * @public
 */
export interface PrinterColumn {
  name: string;
  type: string;
  jsonPath: string;
  description?: string;
  format?: string;
  priority?: number;
}

/**
 * One version of a kind's API.
 *
 * @public
 */
export interface KindVersion {
  name: string;
  served: boolean;
  storage: boolean;
  hasStatus: boolean;
  columns: PrinterColumn[];
  /** JSONPaths, as `.spec.version`, that field selectors may name. */
  selectableFields: string[];
  /** Absent for built-in kinds, which are stored as they come. */
  schema?: OpenApiSchema;
}

/**
 * A kind of object that the store holds.
 *
 * @public
 */
export interface KindInfo {
  group: string;
  /** The storage version; objects are kept and handed out at this one. */
  version: string;
  kind: string;
  plural: string;
  singular: string;
  listKind: string;
  shortNames: string[];
  categories: string[];
  namespaced: boolean;
  /** Whether status is a subresource, which other writes never change. */
  hasStatus: boolean;
  /** Whether `metadata.generation` is kept; not so for ConfigMaps and such. */
  hasGeneration: boolean;
  builtIn: boolean;
  versions: KindVersion[];
  /**
   * Unix milliseconds from which the API is served over HTTP: a new CRD is
   * Established some time before its storage is ready (recording 08).
   */
  servedFrom: number;
}

/**
 * What became of an object. `previous` is absent for `ADDED`.
 *
 * @public
 */
export interface StoreChange {
  type: KubeChangeType;
  kind: KindInfo;
  object: KubeObject;
  previous?: KubeObject;
}

/** @public */
export interface WriteOptions {
  /** Check and answer, but keep nothing. */
  dryRun?: boolean;
  /** Who writes; handed to admission hooks. */
  user?: string;
  /** What to do about fields the schema does not know. Default: Ignore. */
  fieldValidation?: 'Strict' | 'Warn' | 'Ignore';
  /** Told what admission hooks and field validation warn of. */
  onWarning?: (text: string) => void;
}

/** @public */
export interface DeleteOptions extends WriteOptions {
  /** What happens to objects owned by this one. Default: Background. */
  propagation?: 'Background' | 'Foreground' | 'Orphan';
  /** Preconditions; 409 where they do not hold. */
  uid?: string;
  resourceVersion?: string;
}

/**
 * Names one object. `group` is `''` for core kinds; `plural` may also be the
 * kind's name.
 *
 * @public
 */
export interface ObjectRef {
  group: string;
  plural: string;
  name: string;
  namespace?: string;
}

/** @public */
export interface PatchRequest extends ObjectRef, WriteOptions {
  type: 'merge' | 'json';
  /** A merge patch object, or a list of JSON patch operations. */
  body: unknown;
  subresource?: 'status';
  /** The API version that the patch speaks of. Default: storage version. */
  version?: string;
}

/**
 * What an admission hook is asked. `object` is absent for `DELETE`.
 *
 * @public
 */
export interface AdmissionRequest {
  operation: 'CREATE' | 'UPDATE' | 'DELETE';
  kind: KindInfo;
  subresource?: 'status';
  object?: KubeObject;
  previous?: KubeObject;
  dryRun: boolean;
  user?: string;
}

/** @public */
export interface AdmissionAnswer {
  /** Replaces the object (a mutating webhook). */
  object?: KubeObject;
  /**
   * Refuses the write: 403 with this text behind "admission webhook … denied
   * the request". To refuse with another code, throw a KubeStatusError.
   */
  denied?: string;
  warnings?: string[];
}

/**
 * A webhook: may change the object, refuse the write, or warn.
 *
 * @public
 */
export interface AdmissionHook {
  /** As in refusals, e.g. `validate-promise.kratix.io`. */
  name: string;
  /** Which writes it is asked about. */
  matches: (request: AdmissionRequest) => boolean;
  review: (request: AdmissionRequest) => AdmissionAnswer | undefined;
}

/** @public */
export interface ListOptions {
  namespace?: string;
  /** All of these labels, with these values. Indexed. */
  labels?: Record<string, string>;
}

/**
 * An in-memory store with the semantics of a Kubernetes API server. What it
 * hands out is frozen; what it is given is copied. Everything is synchronous.
 *
 * @public
 */
export interface Store {
  /** Built-in kinds and those of CRDs. */
  kinds(): KindInfo[];
  kind(group: string, pluralOrKind: string): KindInfo | undefined;

  get(
    group: string,
    plural: string,
    name: string,
    namespace?: string,
  ): KubeObject | undefined;
  /** In no particular order. */
  list(group: string, plural: string, options?: ListOptions): KubeObject[];

  /** @throws KubeStatusError, which carries the Status a server would send */
  create(object: KubeObject, options?: WriteOptions): KubeObject;
  /**
   * Replaces all but status (where that is a subresource).
   *
   * @throws KubeStatusError; 409 when a resourceVersion is given and stale
   */
  update(object: KubeObject, options?: WriteOptions): KubeObject;
  /** Replaces status and nothing else. */
  updateStatus(object: KubeObject, options?: WriteOptions): KubeObject;
  patch(request: PatchRequest): KubeObject;
  /**
   * Deletes, or marks as being deleted while finalizers hold the object.
   *
   * @returns the object as it was when it went, or as marked; `undefined`
   * where there is none
   */
  delete(
    group: string,
    plural: string,
    name: string,
    namespace?: string,
    options?: DeleteOptions,
  ): KubeObject | undefined;

  /**
   * Keeps an object just as it is, uid, times, generation and status
   * included, as something from a backup or a recording. Only its
   * resourceVersion is new. No hook is asked, no schema applies.
   */
  put(object: KubeObject): KubeObject;
  /** Takes an object away at once, whatever its finalizers. */
  drop(ref: ObjectRef): void;

  /**
   * Called right after each commit. Writes made by a listener are told once
   * all listeners have heard of the current change, so each hears all in order.
   *
   * @returns a function that ends it
   */
  onChange(listener: (change: StoreChange) => void): () => void;
  /** Told of kinds that come, change and go. */
  onKindChange(listener: (kind: KindInfo) => void): () => void;
  admission(hook: AdmissionHook): () => void;

  /** The resourceVersion of the latest write. */
  resourceVersion(): string;
  /**
   * Changes to a kind after a resourceVersion, oldest first, or `'expired'`
   * where they are no longer known (410).
   */
  changesSince(
    kind: KindInfo,
    resourceVersion: number,
  ): StoreChange[] | 'expired';
  /** All objects of a kind by namespace, then name. */
  sorted(kind: KindInfo): readonly KubeObject[];
  /** Forgets the past, as etcd's compaction does. */
  compact(): void;
  onCompact(listener: () => void): () => void;
  /**
   * As after a restore from a backup: the same objects with resourceVersions
   * that begin anew, below what clients have seen. Forgets the past.
   */
  restore(): void;
  /** Ends timers; the store can still be read. */
  close(): void;
}

/** @public */
export interface StoreOptions {
  now?: () => Date;
  uid?: () => string;
  /** Runs a task later. Default: an unreferenced timer. */
  schedule?: (delayMs: number, task: () => void) => void;
  /** How long the garbage collector takes; Infinity: there is none. Default: 20. */
  garbageDelayMs?: number;
  /** How long a new CRD's API answers 429 over HTTP. Default: not at all. */
  storageDelayMs?: () => number;
  /** How many changes of a kind a watch may go back. Default: 2000. */
  historyLength?: number;
  /** The resourceVersion to begin with. Default: 1. */
  firstResourceVersion?: number;
}

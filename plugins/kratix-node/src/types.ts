import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type {
  DestinationFacts,
  KubeChangeType,
  KubeObject,
  PlatformFacts,
  PromiseApi,
  PromiseFacts,
  RequestFacts,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KubeConfig } from '@kubernetes/client-node';

/** Kinds of a cluster that the cache holds, besides the request kinds. @public */
export type WatchedKind =
  | 'promises'
  | 'promisereleases'
  | 'promiserevisions'
  | 'resourcebindings'
  | 'destinations'
  | 'works'
  | 'workplacements'
  | 'bucketstatestores'
  | 'gitstatestores'
  | 'healthrecords'
  | 'dryruns'
  | 'customresourcedefinitions'
  | 'jobs'
  | 'pods'
  | 'namespaces'
  | 'events';

/** A kind that an installed Promise defines. @public */
export interface RequestKind extends PromiseApi {
  /** `metadata.name` of the Promise. */
  promise: string;
  namespaced: boolean;
}

/** One object that came, went or changed in meaning. @public */
export interface ObjectChange {
  type: KubeChangeType;
  object: KubeObject;
  /** As it was; absent for ADDED. */
  previous?: KubeObject;
  /** `group/plural`, group `''` for the core kinds. */
  kind: string;
}

/**
 * A coalesced burst of changes on one platform, with the things whose
 * description may have changed by it: joined by label, never by name.
 *
 * @public
 */
export interface PlatformChange {
  platform: string;
  objects: ObjectChange[];
  affected: {
    requests: RequestRef[];
    promises: string[];
    destinations: string[];
    /** The platform's own state changed. */
    platform: boolean;
    /** So much changed (first sync, Promise changed): take everything anew. */
    everything: boolean;
  };
}

/** Who is asking for a write or a check. @public */
export interface Caller {
  /** `user:default/guest`; in audits and as the impersonated user. */
  userEntityRef: string;
  /** Group refs; impersonated as groups. */
  ownershipEntityRefs: string[];
  /** The person's OIDC token for the platform, under `identity: oidc`. */
  token?: string;
  credentials?: BackstageCredentials;
}

/** Options of a write. @public */
export interface WriteOptions {
  caller: Caller;
  /** Server-side: admission and validation run, nothing is kept. */
  dryRun?: boolean;
  signal?: AbortSignal;
}

/**
 * What the portal installs: cluster-scoped kinds of Kratix, by which a Promise
 * comes to a platform.
 *
 * @public
 */
export type ManagedKind = 'promises' | 'promisereleases';

/** What the API server made of a write. @public */
export interface WrittenObject {
  object: KubeObject;
  /** In the words of the API server and of Kratix's webhooks. */
  warnings: string[];
}

/** An RFC 6902 operation. @public */
export interface PatchOperation {
  op: 'add' | 'remove' | 'replace' | 'test';
  path: string;
  value?: unknown;
}

/**
 * Writes on one platform as the person or as the service account, whichever
 * the platform's `identity` says. All throw the errors of `errorFromKube`.
 *
 * @public
 */
export interface PlatformWrites {
  createRequest(
    kind: RequestKind,
    object: KubeObject,
    options: WriteOptions,
  ): Promise<KubeObject>;
  /** A JSON patch that begins with a test of `/metadata/generation`; a moved generation is a ConflictError. */
  patchRequest(
    ref: RequestRef,
    patch: PatchOperation[],
    options: WriteOptions & { generation: number },
  ): Promise<KubeObject>;
  deleteRequest(ref: RequestRef, options: WriteOptions): Promise<void>;

  /**
   * Keys that Kratix does not know are warned of and dropped, not refused:
   * Promises with such keys work.
   */
  createPromise(
    object: KubeObject,
    options: WriteOptions,
  ): Promise<WrittenObject>;
  createPromiseRelease(
    object: KubeObject,
    options: WriteOptions,
  ): Promise<WrittenObject>;
  /** Guarded by generation as {@link PlatformWrites.patchRequest}. */
  patchPromise(
    name: string,
    patch: PatchOperation[],
    options: WriteOptions & { generation: number },
  ): Promise<WrittenObject>;
  patchPromiseRelease(
    name: string,
    patch: PatchOperation[],
    options: WriteOptions & { generation: number },
  ): Promise<WrittenObject>;
  /** Takes every request of the Promise along. */
  deletePromise(name: string, options: WriteOptions): Promise<void>;
  /** Takes the Promise along, and with it every request. */
  deletePromiseRelease(name: string, options: WriteOptions): Promise<void>;
}

/**
 * One platform: its cache, and what can be done with it. Reads from the cache
 * are synchronous and never throw because the platform is away: they answer
 * with what was last known, `facts()` says how old that is.
 *
 * @public
 */
export interface Platform {
  readonly id: string;
  readonly title: string;
  /** Entity ref. */
  readonly owner?: string;
  readonly identity: PlatformFacts['identity'];

  facts(): PlatformFacts;
  /** Resolves when each kind was listed once or has failed once. */
  firstSync(): Promise<void>;
  /**
   * True once all kinds needed for the catalog (promises, destinations and each
   * request kind) hold a complete list: a full mutation may be made.
   */
  complete(): boolean;

  list(
    kind: WatchedKind,
    options?: { namespace?: string; labels?: Record<string, string> },
  ): KubeObject[];
  get(
    kind: WatchedKind,
    name: string,
    namespace?: string,
  ): KubeObject | undefined;
  requestKinds(): RequestKind[];
  requests(options?: { crd?: string; namespace?: string }): KubeObject[];
  /** `undefined` where the kind or object is not known. */
  request(ref: RequestRef): KubeObject | undefined;
  /** The ref of a cached request object. */
  requestRef(object: KubeObject): RequestRef | undefined;

  requestFacts(ref: RequestRef): RequestFacts | undefined;
  promiseFacts(name: string): PromiseFacts | undefined;
  destinationFacts(name: string): DestinationFacts | undefined;

  /**
   * Calls back with every change from now on; read the cache first for the
   * state before. A listener that throws or is slow delays nobody.
   */
  subscribe(listener: (change: PlatformChange) => void): () => void;

  /** The whole object from the API server, nothing cut. */
  readRequest(
    ref: RequestRef,
    options?: { signal?: AbortSignal },
  ): Promise<KubeObject>;
  /**
   * May this person do that to the request, by the cluster's own rules? Always
   * true under `serviceAccount`; cached briefly otherwise.
   */
  mayAccess(
    caller: Caller,
    verb: 'get' | 'list' | 'create' | 'update' | 'delete',
    ref: { crd: string; namespace: string; name?: string },
  ): Promise<boolean>;

  /**
   * May this person do that to a Promise or PromiseRelease? As
   * {@link Platform.mayAccess}.
   */
  mayManage(
    caller: Caller,
    verb: 'create' | 'update' | 'delete',
    what: ManagedKind,
    name?: string,
  ): Promise<boolean>;
  /**
   * One object as the API server has it now, nothing cut, read by the service
   * account: the cache lags, and holds only such CRDs as belong to a Promise.
   *
   * @throws NotFoundError, PlatformUnavailableError
   */
  readObject(
    what: ManagedKind | 'customresourcedefinitions',
    name: string,
    options?: { signal?: AbortSignal },
  ): Promise<KubeObject>;

  readonly writes: PlatformWrites;

  /**
   * Tries again at once whatever waits, and asks anew what is served and what
   * the account may do. Waits some seconds for what comes of it. Whoever asks
   * while a check runs shares it, so many may ask at no more cost. Never throws.
   */
  check(): Promise<CheckOutcome>;

  /** What the cache did since the start, for metrics. */
  counters(): PlatformCounters;
}

/**
 * What became of a check: `checked`, everything was tried; `trying`, not all
 * has answered yet; `recent`, the last one ended a moment ago, and nothing was
 * asked.
 *
 * @public
 */
export type CheckOutcome = 'checked' | 'trying' | 'recent';

/** Counts since the start of the process. @public */
export interface PlatformCounters {
  /** Calls to the API server. */
  apiCalls: number;
  /** Lists beyond the first of a kind. */
  relists: number;
  /** Watches opened beyond the first of a kind. */
  watchRestarts: number;
  /** Objects that came, went or were updated. */
  updates: number;
  /** Of these, such as changed nothing of meaning. */
  droppedUpdates: number;
  /** Calls and watches that failed. */
  failures: number;
}

/**
 * All platforms of the portal. Root-scoped: one per backend process, whoever
 * asks. Service id `kratix.platforms`.
 *
 * @public
 */
export interface KratixPlatforms {
  list(): Platform[];
  /** @throws NotFoundError (404) for an id that config does not have */
  get(id: string): Platform;
  subscribe(listener: (change: PlatformChange) => void): () => void;
  /** From config: annotation prefix, contact, namespaces rule. */
  readonly settings: KratixSettings;
}

/** What `kratix` in app-config says beside platforms. @public */
export interface KratixSettings {
  /** Ends in a slash. Default `kratix-portal.io/`. */
  annotationPrefix: string;
  /** Whom to ask, shown where something is refused. */
  contact?: string;
  namespaces:
    | { from: 'name' }
    | { from: 'annotation' }
    | { from: 'fixed'; namespace: string };
}

/** How to reach a platform. @public */
export interface Connection {
  /** Of the service account that fills the cache. */
  kubeConfig: KubeConfig;
  /** The platform is a sandbox or a played recording. */
  sandbox?: boolean;
  close(): Promise<void>;
}

/**
 * A kind of connection (`kubeconfig`, `inCluster`, `url`, `cluster`,
 * `sandbox`): a value per kind, found by the key it has in a platform's config.
 * A multiton root-scoped service, since a root-scoped service can't take
 * extension points.
 *
 * @public
 */
export interface ConnectionKind {
  /** The config key: `sandbox`. */
  key: string;
  /**
   * Opens the connection; must not wait for the cluster to answer.
   *
   * @throws InputError naming the config key in error
   */
  connect(options: {
    platform: string;
    /** `kratix.platforms.<id>`. */
    config: Config;
    rootConfig: Config;
  }): Promise<Connection>;
}

/**
 * A Kubernetes object as the API server sends it. Everything beyond the
 * envelope is unknown until a derivation has looked at it.
 *
 * @public
 */
export interface KubeObject {
  apiVersion?: string;
  kind?: string;
  metadata: KubeMetadata;
  [field: string]: unknown;
}

/** @public */
export interface KubeMetadata {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  /** Rises with every change outside metadata and status. */
  generation?: number;
  /** RFC 3339. */
  creationTimestamp?: string;
  /** RFC 3339; present once deletion was asked for. */
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: KubeOwnerReference[];
  [field: string]: unknown;
}

/** @public */
export interface KubeOwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

/**
 * A condition in `status.conditions[]`. `observedGeneration` exists in
 * Kratix's schemas and is never set.
 *
 * @public
 */
export interface KubeCondition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  /** RFC 3339. */
  lastTransitionTime?: string;
}

/**
 * The body of a refusal by an API server (`kind: Status`).
 *
 * @public
 */
export interface KubeStatus {
  kind: 'Status';
  apiVersion: 'v1';
  status?: 'Success' | 'Failure';
  code: number;
  reason?: string;
  message: string;
  details?: {
    name?: string;
    group?: string;
    kind?: string;
    causes?: KubeStatusCause[];
    retryAfterSeconds?: number;
  };
}

/** @public */
export interface KubeStatusCause {
  /** Path in the object, as `spec.backup.at`; `<nil>` is noise. */
  field?: string;
  reason?: string;
  message?: string;
}

/** How a watch or a cache says what became of an object. @public */
export type KubeChangeType = 'ADDED' | 'MODIFIED' | 'DELETED';

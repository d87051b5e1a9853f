import type { KubeObject } from '../kube';
import type { PlatformFacts } from '../platforms';

/**
 * All that is known about one request: the input of `describeRequest` and
 * `traceRequest`. An absent list means that it could not be read, an empty one
 * that there is nothing: the two never mean the same.
 *
 * @public
 */
export interface RequestFacts {
  request?: KubeObject;
  /**
   * Epoch milliseconds of when the request's present generation was first
   * seen. The object itself does not say when it was edited.
   */
  generationSeenAt?: number;
  promise?: KubeObject;
  /** Of the Promise. */
  revisions?: KubeObject[];
  binding?: KubeObject;
  /** Pipeline Jobs of the request, configure and delete. */
  jobs?: KubeObject[];
  /** Pods of these Jobs that have not succeeded. */
  pods?: KubeObject[];
  works?: KubeObject[];
  /** WorkPlacements of these Works. */
  placements?: KubeObject[];
  /** Those that the placements or their selectors speak of; at best all. */
  destinations?: KubeObject[];
  stateStores?: KubeObject[];
  /** Already filtered by promiseRef and resourceRef. */
  healthRecords?: KubeObject[];
  /** About the request. */
  events?: KubeObject[];
  /** Requests that are part of this one, by either label family. */
  children?: KubeObject[];
  /** Requests this one is part of. */
  parents?: KubeObject[];
  platform?: PlatformFacts;
  /** An approver's answer; the cluster does not know of it. */
  sentBack?: SentBack;
}

/**
 * An approver wants the request otherwise. Stands for the suspension it was
 * about, not for later ones.
 *
 * @public
 */
export interface SentBack {
  reason: string;
  /** RFC 3339. */
  at: string;
  /** Who, as people are to read it. */
  by?: string;
}

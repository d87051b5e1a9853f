import type { KubeObject } from '../kube';
import type { PlatformFacts } from '../platforms';

/** Where a Promise is installed. @public */
export interface PromiseRef {
  platform: string;
  name: string;
}

/**
 * All that is known about one Promise: the input of `describePromise`.
 * Absent list = not readable, empty list = none.
 *
 * @public
 */
export interface PromiseFacts {
  promise?: KubeObject;
  /** The live CRD of its API. */
  crd?: KubeObject;
  revisions?: KubeObject[];
  /** All Promises of the platform, for requirements and clashes. */
  promises?: KubeObject[];
  /** Revisions of the required Promises. */
  requiredRevisions?: KubeObject[];
  release?: KubeObject;
  /** Promise-level Jobs. */
  jobs?: KubeObject[];
  pods?: KubeObject[];
  /** Promise-level and static-dependency Works. */
  works?: KubeObject[];
  placements?: KubeObject[];
  destinations?: KubeObject[];
  stateStores?: KubeObject[];
  events?: KubeObject[];
  platform?: PlatformFacts;
}

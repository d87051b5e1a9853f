import type { Cause, Freshness, PromiseDescription } from '../../api';
import type { KubeObject } from '../../kube';
import type { PromiseFacts } from '../../promises';

/** All that is known about how a Promise comes to a platform or leaves it. @public */
export interface InstallationFacts {
  platform: string;
  name: string;
  /** Absent where there is no such Promise. */
  facts?: PromiseFacts;
  /** As people are shown it; absent where there is no such Promise. */
  description?: PromiseDescription;
  /** The one that keeps the Promise, or of its name. */
  release?: KubeObject;
  /** What holds up the removal of its requests, as far as it may be told. */
  requestBlocks?: readonly Cause[];
  freshness: Freshness;
  /** Of the portal's annotations, ending in a slash. */
  annotationPrefix: string;
}

import type { KubeObject } from '../kube';
import type { PlatformFacts } from '../platforms';

/** @public */
export interface DestinationRef {
  platform: string;
  name: string;
}

/** The input of `describeDestination`. @public */
export interface DestinationFacts {
  destination?: KubeObject;
  stateStore?: KubeObject;
  /** WorkPlacements on it. */
  placements?: KubeObject[];
  events?: KubeObject[];
  platform?: PlatformFacts;
}

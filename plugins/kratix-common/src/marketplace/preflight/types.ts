import type { InstallMethod, NotAsked, PromiseChanges } from '../../api';
import type { KubeObject } from '../../kube';
import type { VersionOrder } from '../compareVersions';

/**
 * What a preflight knows of the platform. An absent list could not be read,
 * which is not the same as an empty one.
 *
 * @public
 */
export interface PreflightPlatform {
  promises?: readonly KubeObject[];
  revisions?: readonly KubeObject[];
  releases?: readonly KubeObject[];
  destinations?: readonly KubeObject[];
  /** Those that belong to Promises. */
  crds?: readonly KubeObject[];
  /** The CRD of the name that the Promise wants, whosever it is. */
  crd?: KubeObject | 'none';
}

/**
 * What a rehearsal on the platform came to.
 *
 * @public
 */
export type Rehearsal =
  | { state: 'accepted'; warnings: readonly string[] }
  | { state: 'refused'; says: string; details: readonly string[] }
  | { state: 'not-asked'; reason: NotAsked; says?: string };

/**
 * Whether Kratix can fetch the Promise by itself. `unknown`: nobody asked, or
 * its webhook is not there to be asked.
 *
 * @public
 */
export type Fetching =
  | { state: 'fetched' }
  | { state: 'refused'; says: string }
  /** Config restricts images, and nobody could check what Kratix fetches. */
  | { state: 'forbidden' }
  /** The address may be one of the cluster's own network: nobody asks for it. */
  | { state: 'not-public' }
  | { state: 'unknown' };

/** What an upgrade would do, where the Promise is there. @public */
export interface PreflightUpgrade {
  from?: string;
  order: VersionOrder | 'unknown';
  changes: PromiseChanges;
  /** All requests, whoever may see them. */
  total: number;
  /** Those that the new API would refuse, and the names of such as may be told. */
  refused: number;
  refusedNames: readonly string[];
  /** Those that run again. */
  reruns: number;
  /** The PromiseRelease that keeps it. */
  release?: string;
  /** What people changed since it was installed; absent where not known. */
  localEdits?: readonly string[];
}

/** Everything that a preflight looks at. @public */
export interface PreflightInput {
  /** As it would be applied. */
  promise: KubeObject;
  listing: { name: string; version?: string };
  method: InstallMethod;
  /** Where Kratix would fetch the Promise from. */
  publicUrl?: string;
  platform: PreflightPlatform;
  /** Patterns of images that config allows; absent: all. */
  allowedImages?: readonly string[];
  /** Does a source offer that Promise? As `source/entry`. */
  offered: (name: string, version: string | undefined) => string | undefined;
  access: 'allowed' | 'denied' | 'unknown';
  rehearsal: Rehearsal;
  fetching: Fetching;
  upgrade?: PreflightUpgrade;
}

import type { ContainerBehaviour } from '../pipelines/behaviour';

/**
 * How the simulated Kratix behaves. Times are in simulated milliseconds.
 *
 * @public
 */
export interface SimulatorOptions {
  /** Seed of names that end in random characters. Default: 1. */
  seed?: number;
  /** What a pipeline's container does. Default: what annotations and env say. */
  behaviour?: ContainerBehaviour;
  /** How many pipelines may run at once. Default: no limit. */
  jobConcurrency?: number;
  /** How long a container runs that says nothing else. Default: 1500. */
  containerMs?: number;
  /**
   * How often a Promise with static dependencies rewrites its Work. A real one
   * does it some twenty times a second. Default: 60,000; 0 is never.
   */
  staticDependencyRewriteMs?: number;
  /**
   * How often Work and request flip between failing and fine while a state
   * store is down. A real one does it twelve times a second. Default: 0, never.
   */
  failureFlipMs?: number;
  /** Whether requests' events include ReconcileStarted, as noisy as it is. Default: false. */
  reconcileEvents?: boolean;
  /** How long a GitOps agent takes to apply what was written. Default: 1000. */
  gitOpsMs?: number;
  /**
   * What lies at the URLs that PromiseReleases name; nothing else is ever
   * fetched. Default: nothing.
   */
  sources?: (url: string) => string | undefined;
  /** Told of what went wrong in a controller. Default: nothing. */
  onError?: (controller: string, key: string, error: unknown) => void;
}

/** @internal */
export type Settings = Required<Omit<SimulatorOptions, 'behaviour'>> & {
  behaviour: ContainerBehaviour;
};

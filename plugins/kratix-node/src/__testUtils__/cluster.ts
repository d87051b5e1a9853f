import { KubeConfig } from '@kubernetes/client-node';
import { mockServices } from '@backstage/backend-test-utils';
import {
  createControlPlane,
  type ControlPlane,
  type ControlPlaneOptions,
} from '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { systemClock, type Clock } from '../cache/clock';
import type { ReflectorLimits } from '../cache/reflector';
import { firstPatience } from '../platforms/changeFeed';
import type { LivenessLimits } from '../platforms/liveness';
import type { CheckLimits } from '../platforms/sharedChecks';
import {
  watchPlatform,
  type WatchedPlatform,
} from '../platforms/watchedPlatform';
import type { PlatformChange } from '../types';
import { aDefinition, aDestination, aNamespace, aPromise } from './objects';

/** As in production, a hundred times as fast. */
export const fastLimits: ReflectorLimits & LivenessLimits = {
  backoff: { firstMs: 5, longestMs: 100 },
  refusedMs: 150,
  newKindMs: 500,
  silenceMs: 2_000,
  watchSilenceMs: 60_000,
  watchMs: 60_000,
  goodWatchMs: 100,
  livenessMs: 60_000,
  livenessAnswerMs: 500,
};

// Real sockets on a machine that may have other things to do.
jest.setTimeout(30_000);

const closing: (() => Promise<void>)[] = [];

/** For `afterEach`: closes whatever the test opened. */
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0).reverse()) await close();
}

/** A Kubernetes API with a Promise, its CRD and a Destination. */
export async function aCluster(
  options: ControlPlaneOptions & { objects?: KubeObject[] } = {},
): Promise<ControlPlane> {
  const { objects = [], ...rest } = options;
  const cluster = await createControlPlane({ storageDelayMs: 0, ...rest });
  closing.push(() => cluster.close());
  const seed = [aNamespace(), aPromise(), aDefinition(), aDestination()];
  for (const object of [...seed, ...objects]) cluster.store.create(object);
  return cluster;
}

/** Watches a cluster with its portal's service account. */
export function watching(
  cluster: Pick<ControlPlane, 'portalKubeconfig'>,
  options: {
    id?: string;
    identity?: WatchedPlatform['identity'];
    limits?: Partial<ReflectorLimits & LivenessLimits & CheckLimits>;
    clock?: Clock;
    windowMs?: number;
  } = {},
): WatchedPlatform {
  const { id = 'eu', identity = 'serviceAccount', windowMs = 5 } = options;
  const platform = watchPlatform({
    id,
    title: id,
    identity,
    windowMs,
    clock: options.clock ?? systemClock,
    limits: { ...fastLimits, ...options.limits },
    logger: mockServices.logger.mock(),
    connect: async () => {
      const kubeConfig = new KubeConfig();
      kubeConfig.loadFromString(cluster.portalKubeconfig);
      return { kubeConfig, close: async () => {} };
    },
  });
  closing.push(() => platform.stop());
  return platform;
}

/** Resolves when the condition holds; looks again and again until it does. */
export async function until(
  condition: () => boolean,
  what = condition.toString(),
): Promise<void> {
  const deadline = performance.now() + 15_000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Never: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

/**
 * All kinds are being watched, and the first lists have been told of, which is
 * done calmly: what comes from now on is news. Timers of one process fire in
 * the order in which they are due, so this one outlasts that of the feed.
 */
export async function firstTold(
  platform: WatchedPlatform,
  windowMs = 5,
): Promise<void> {
  await until(() => allWatching(platform));
  await new Promise(resolve =>
    setTimeout(resolve, (firstPatience + 1) * windowMs),
  );
}

/** All changes from now on. */
export function recordChanges(platform: WatchedPlatform): PlatformChange[] {
  const changes: PlatformChange[] = [];
  platform.subscribe(change => changes.push(change));
  return changes;
}

/** The state of a kind, by its plural. */
export function stateOf(platform: WatchedPlatform, plural: string) {
  return platform.facts().kinds.find(kind => kind.plural === plural)?.state;
}

/** All kinds are being watched. */
export function allWatching(platform: WatchedPlatform): boolean {
  return platform.facts().kinds.every(({ state }) => state === 'watching');
}

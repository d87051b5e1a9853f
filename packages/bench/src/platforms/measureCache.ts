import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { describeRequest } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixPlatformsServiceRef,
  type KratixPlatforms,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { percentile } from '../figures/percentiles';
import type { Figure } from '../figures/table';
import type { SandboxPlatform } from './SandboxPlatform';

/** Alone in its backend: the watch cache, and what its requests mean. */
export async function measureCache(
  sandbox: SandboxPlatform,
): Promise<Figure[]> {
  const { requests } = sandbox.ready;
  const before = heapAfterCollection();
  const started = performance.now();
  const { platforms, stop } = await startCache(sandbox);
  const platform = platforms.get('bench');
  await platform.firstSync();
  await allThere(platform, requests);
  const seconds = (performance.now() - started) / 1000;
  const calls = await sandbox.calls();
  const heap = heapAfterCollection() - before;
  const described = describeAll(platform);
  await stop();
  return [
    {
      name: 'first sync',
      unit: 's',
      value: seconds,
      ...budgetAt(requests, 15),
    },
    { name: 'API calls of the first sync', unit: 'calls', value: calls },
    {
      name: 'heap per request',
      unit: 'KiB',
      value: heap / 1024 / requests,
      budget: 25,
    },
    { name: 'joins of all', unit: 's', value: described.joins },
    {
      name: 'description of all',
      unit: 's',
      value: described.all,
      ...budgetAt(requests, 0.5),
    },
    { name: 'description p50', unit: 'ms', value: described.p50 },
    { name: 'description p95', unit: 'ms', value: described.p95 },
  ];
}

/** Budgets are written for 10,000 requests, which they hold up to. */
function budgetAt(requests: number, budget: number) {
  return requests <= 10_000 ? { budget } : {};
}

async function startCache(sandbox: SandboxPlatform) {
  let platforms: KratixPlatforms | undefined;
  const probe = createBackendPlugin({
    pluginId: 'probe',
    register(env) {
      env.registerInit({
        deps: { found: kratixPlatformsServiceRef },
        async init({ found }) {
          platforms = found;
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      probe,
      mockServices.rootConfig.factory({ data: { kratix: sandbox.config() } }),
    ],
  });
  if (!platforms) throw new Error('The backend started without platforms');
  return { platforms, stop: () => backend.stop() };
}

/** A request kind may become known only after its Promise. */
async function allThere(platform: Platform, requests: number): Promise<void> {
  while (!platform.complete() || platform.requests().length < requests) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

interface Descriptions {
  /** Seconds to gather all that is known about each request. */
  joins: number;
  /** Seconds to describe each from that. */
  all: number;
  /** Milliseconds of one. */
  p50: number;
  p95: number;
}

function describeAll(platform: Platform): Descriptions {
  const now = Date.now();
  const refs = platform.requests().flatMap(one => {
    const ref = platform.requestRef(one);
    return ref ? [ref] : [];
  });
  const joined = performance.now();
  const facts = refs.flatMap(ref => platform.requestFacts(ref) ?? []);
  const started = performance.now();
  const times: number[] = [];
  for (const one of facts) {
    const from = performance.now();
    describeRequest(one, { now });
    times.push(performance.now() - from);
  }
  return {
    joins: (started - joined) / 1000,
    all: (performance.now() - started) / 1000,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  };
}

function heapAfterCollection(): number {
  if (!globalThis.gc) throw new Error('Run with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

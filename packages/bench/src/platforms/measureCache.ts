import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { describeRequest } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixPlatformsServiceRef,
  type KratixPlatforms,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-node';
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
  const all = describeAll(platform);
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
    {
      name: 'description of all',
      unit: 's',
      value: all,
      ...budgetAt(requests, 0.5),
    },
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

function describeAll(platform: Platform): number {
  const now = Date.now();
  const refs = platform.requests().map(one => platform.requestRef(one));
  const started = performance.now();
  for (const ref of refs) {
    const facts = ref && platform.requestFacts(ref);
    if (facts) describeRequest(facts, { now });
  }
  return (performance.now() - started) / 1000;
}

function heapAfterCollection(): number {
  if (!globalThis.gc) throw new Error('Run with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

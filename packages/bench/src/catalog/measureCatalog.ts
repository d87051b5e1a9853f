import { requestEntityName } from '@kratix-portal/backstage-plugin-kratix-common';
import { percentile } from '../figures/percentiles';
import type { Figure } from '../figures/table';
import type { SandboxPlatform } from '../platforms/SandboxPlatform';
import type { BenchBackend } from '../processes/startBackend';

const rounds = 20;

/** Until the catalog holds everything, then how fast one comes and goes. */
export async function measureCatalog(
  backend: BenchBackend,
  sandbox: SandboxPlatform,
  started: number,
): Promise<Figure[]> {
  await catalogIsWhole(backend, sandbox.ready.requests);
  const seconds = (performance.now() - started) / 1000;
  const appeared: number[] = [];
  const vanished: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const name = `bench-new-${round}`;
    const made = await sandbox.ask({ type: 'create', name });
    const entity = requestEntityName({
      platform: 'bench',
      namespace: made.namespace ?? '-',
      promise: made.promise ?? '',
      name,
    });
    const path = `/api/catalog/entities/by-name/resource/default/${entity}`;
    await answers(backend, path, 200);
    appeared.push(Date.now() - (made.at ?? 0));
    const dropped = await sandbox.ask({ type: 'delete', name });
    await answers(backend, path, 404);
    vanished.push(Date.now() - (dropped.at ?? 0));
  }
  return [
    { name: 'catalog full sync', unit: 's', value: seconds },
    { name: 'entity there p50', unit: 'ms', value: percentile(appeared, 0.5) },
    {
      name: 'entity there p95',
      unit: 'ms',
      value: percentile(appeared, 0.95),
      budget: 2000,
    },
    {
      name: 'entity gone p95',
      unit: 'ms',
      value: percentile(vanished, 0.95),
      budget: 2000,
    },
  ];
}

/** Asks seldom: to count thousands is work that the catalog then lacks. */
async function catalogIsWhole(backend: BenchBackend, requests: number) {
  for (;;) {
    const started = performance.now();
    if ((await entitiesIn(backend)) >= requests) return;
    const took = performance.now() - started;
    await new Promise(resolve => setTimeout(resolve, 250 + 10 * took));
  }
}

/** A backend that takes over thousands at once may drop a call meanwhile. */
async function entitiesIn(backend: BenchBackend): Promise<number> {
  try {
    const response = await backend.fetch(
      '/api/catalog/entities/by-query?limit=0&filter=kind=resource,metadata.annotations.kratix.io/type=resource',
    );
    return (await response.json()).totalItems;
  } catch (error) {
    process.stderr.write(`  no answer: ${describe(error)}\n`);
    return 0;
  }
}

function describe(error: unknown): string {
  const { message, cause } = error as Error;
  return [message, cause].filter(Boolean).map(String).join(': ');
}

async function answers(backend: BenchBackend, path: string, status: number) {
  for (;;) {
    const response = await backend.fetch(path);
    await response.text();
    if (response.status === status) return;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

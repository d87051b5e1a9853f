import { requestEntityName } from '@kratix-portal/backstage-plugin-kratix-common';
import { percentile } from '../figures/percentiles';
import type { Figure } from '../figures/table';
import type { SandboxRequest } from '../platforms/messages';
import type { SandboxPlatform } from '../platforms/SandboxPlatform';
import type { BenchBackend } from '../processes/startBackend';

const rounds = 20;

/** Until the catalog holds everything, then how fast one comes and goes. */
export async function measureCatalog(
  backend: BenchBackend,
  sandbox: SandboxPlatform,
  started: number,
): Promise<Figure[]> {
  await catalogIsWhole(backend, await entityRefsOf(sandbox));
  const seconds = (performance.now() - started) / 1000;
  const appeared: number[] = [];
  const vanished: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const name = `bench-new-${round}`;
    const made = await sandbox.ask({ type: 'create', name });
    const path = `/api/catalog/entities/by-name/resource/default/${entityNameOf(
      made,
    )}`;
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

const perCall = 200;
const pauseMs = 250;

/**
 * Asks for the entities by name, some at a time, and goes on when those are
 * there: each is seen once, by index. The catalog's own count reads over a
 * million rows at 50,000 requests, and holds up what it counts.
 */
async function catalogIsWhole(backend: BenchBackend, refs: string[]) {
  for (let from = 0; from < refs.length; ) {
    const asked = refs.slice(from, from + perCall);
    if (await areThere(backend, asked).catch(noAnswer)) from += perCall;
    else await new Promise(resolve => setTimeout(resolve, pauseMs));
  }
}

async function areThere(backend: BenchBackend, entityRefs: string[]) {
  const response = await backend.fetch('/api/catalog/entities/by-refs', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ entityRefs, fields: ['metadata.name'] }),
  });
  if (!response.ok) throw new Error(`The catalog answers ${response.status}`);
  const { items }: { items: unknown[] } = await response.json();
  return items.every(Boolean);
}

/** A backend that takes over thousands at once may drop a call meanwhile. */
function noAnswer(error: Error) {
  process.stderr.write(`  no answer: ${error.message} (${error.cause})\n`);
  return false;
}

async function entityRefsOf(sandbox: SandboxPlatform): Promise<string[]> {
  const { requests = [] } = await sandbox.ask({ type: 'requests' });
  return requests.map(one => `resource:default/${entityNameOf(one)}`);
}

function entityNameOf(request: SandboxRequest): string {
  const { namespace = '-', promise = '', name = '' } = request;
  return requestEntityName({ platform: 'bench', namespace, promise, name });
}

async function answers(backend: BenchBackend, path: string, status: number) {
  for (;;) {
    const response = await backend.fetch(path);
    await response.text();
    if (response.status === status) return;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

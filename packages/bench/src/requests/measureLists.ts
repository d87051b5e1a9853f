import type { RequestPage } from '@kratix-portal/backstage-plugin-kratix-common';
import { percentile } from '../figures/percentiles';
import type { Figure } from '../figures/table';
import type { BenchBackend } from '../processes/startBackend';

/** What people ask of a list: its pages, orders, filters and searches. */
const queries = [
  'page=1',
  'page=7&sort=name',
  'sort=changed&dir=desc',
  'chip=attention',
  'status=failed,not-delivered',
  'q=request-12',
  'sort=age&size=100',
  'namespace=team-1&sort=promise',
];

const warmUpMs = 15_000;

/** Waits until the list is whole and at rest, then times its pages. */
export async function measureLists(
  backend: BenchBackend,
  requests: number,
): Promise<Figure[]> {
  await listIsWhole(backend, requests);
  // Rows are there before each has settled, which goes on in slices of the
  // same event loop: until then a page waits for its turn.
  const warm = performance.now() + warmUpMs;
  while (performance.now() < warm) await timeRound(backend);
  const samples: number[] = [];
  for (let round = 0; round < 25; round++) {
    samples.push(...(await timeRound(backend)));
  }
  return [
    { name: 'list page p50', unit: 'ms', value: percentile(samples, 0.5) },
    {
      name: 'list page p95',
      unit: 'ms',
      value: percentile(samples, 0.95),
      ...(requests <= 10_000 && { budget: 20 }),
    },
  ];
}

/** Milliseconds of each query, asked one after the other. */
async function timeRound(backend: BenchBackend): Promise<number[]> {
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    const response = await backend.fetch(`/api/kratix/requests?${query}`);
    await response.text();
    times.push(performance.now() - started);
    if (!response.ok) throw new Error(`${query}: ${response.status}`);
  }
  return times;
}

async function listIsWhole(backend: BenchBackend, requests: number) {
  for (;;) {
    const response = await backend.fetch('/api/kratix/requests?size=1');
    if (response.ok) {
      const page: RequestPage = await response.json();
      if (page.total >= requests) return;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

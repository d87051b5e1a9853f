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

/** Waits until the list is whole, then times its pages. */
export async function measureLists(
  backend: BenchBackend,
  requests: number,
): Promise<Figure[]> {
  await listIsWhole(backend, requests);
  const samples: number[] = [];
  for (let round = 0; round < 25; round++) {
    for (const query of queries) {
      const started = performance.now();
      const response = await backend.fetch(`/api/kratix/requests?${query}`);
      await response.text();
      // The first round is the warm-up.
      if (round > 0) samples.push(performance.now() - started);
      if (!response.ok) throw new Error(`${query}: ${response.status}`);
    }
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

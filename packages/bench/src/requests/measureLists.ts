import { setTimeout } from 'node:timers/promises';
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

const justStartedMs = 2_000;
/** Far longer than it takes to derive each row once more. */
const restMs = 12_000;
const warmUpMs = 5_000;

/** Times the pages of a list as soon as it is whole, and once it is at rest. */
export async function measureLists(
  backend: BenchBackend,
  requests: number,
): Promise<Figure[]> {
  await listIsWhole(backend, requests);
  // Rows are there before each was looked at with all that is known, which goes
  // on in slices of the same event loop.
  const early = await timeFor(justStartedMs, backend);
  await setTimeout(restMs);
  await timeFor(warmUpMs, backend);
  const samples: number[] = [];
  for (let round = 0; round < 25; round++) {
    samples.push(...(await timeRound(backend)));
  }
  return [
    {
      name: 'list page p95, just started',
      unit: 'ms',
      value: percentile(early, 0.95),
    },
    { name: 'list page p50', unit: 'ms', value: percentile(samples, 0.5) },
    {
      name: 'list page p95',
      unit: 'ms',
      value: percentile(samples, 0.95),
      ...(requests <= 10_000 && { budget: 20 }),
    },
  ];
}

async function timeFor(ms: number, backend: BenchBackend): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + ms;
  while (performance.now() < end) times.push(...(await timeRound(backend)));
  return times;
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
  while ((await totalOf(backend)) < requests) await setTimeout(50);
}

async function totalOf(backend: BenchBackend): Promise<number> {
  try {
    const response = await backend.fetch('/api/kratix/requests?size=1');
    if (!response.ok) return 0;
    const page: RequestPage = await response.json();
    return page.total;
  } catch {
    // A kept connection may end while both of its ends are busy syncing.
    return 0;
  }
}

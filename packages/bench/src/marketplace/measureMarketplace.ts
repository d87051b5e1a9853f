import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { ListingPage } from '@kratix-portal/backstage-plugin-kratix-common';
import kratixPlugin from '@kratix-portal/backstage-plugin-kratix-backend';
import sandbox from '@kratix-portal/backstage-plugin-kratix-backend-module-sandbox';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { percentile } from '../figures/percentiles';
import type { Figure } from '../figures/table';
import { startIndexHost, type IndexHost } from './indexHost';
import { listings } from './marketplaceTable';

const source = 'bench';
const rounds = 25;
/** What people ask of the marketplace. */
const queries = [
  'page=1',
  'page=7',
  'q=cache',
  'q=database+00',
  'q=nothing-of-the-kind',
  'sort=category&dir=desc',
  'tag=requestable',
  'size=100',
];

/** A source of a thousand listings, from nothing to pages of it. */
export async function measureMarketplace(): Promise<Figure[]> {
  const host = await startIndexHost(listings);
  const folder = await mkdtemp(join(tmpdir(), 'kratix-bench-'));
  try {
    return [
      ...(await withPortal(host, folder, one => fromNothing(host, one))),
      ...(await withPortal(host, folder, fromDatabase)),
      ...(await measureHostile()),
    ];
  } finally {
    await host.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A document of nothing but signs, each of which is a node of its own. */
const hostileYaml = `\n---\na: [${'"",'.repeat(130_000)}]\n`;

/** One who may push to a source, against everybody else. */
async function measureHostile(): Promise<Figure[]> {
  const host = await startIndexHost(1, hostileYaml);
  const folder = await mkdtemp(join(tmpdir(), 'kratix-bench-'));
  try {
    return await withPortal(host, folder, async portal => {
      const loop = monitorEventLoopDelay({ resolution: 5 });
      loop.enable();
      const value = await timeOf(() => portal.isWhole(1));
      loop.disable();
      return [
        { name: 'hostile file, read', unit: 'ms', value },
        {
          name: 'hostile file, longest wait of others',
          unit: 'ms',
          value: loop.max / 1e6,
        },
      ];
    });
  } finally {
    await host.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fromNothing(host: IndexHost, portal: Portal) {
  const loop = monitorEventLoopDelay({ resolution: 5 });
  const started = performance.now();
  loop.enable();
  await portal.isWhole();
  const readMs = performance.now() - started;
  loop.disable();
  const cold = { ...host.calls };
  Object.assign(host.calls, { index: 0, files: 0 });
  const refreshMs = await timeOf(() => portal.refresh());
  const again = { ...host.calls };
  const figures: Figure[] = [
    { name: 'cold read', unit: 'ms', value: readMs },
    { name: 'cold read, files read', unit: 'calls', value: cold.files },
    {
      name: 'cold read, longest wait of others',
      unit: 'ms',
      value: loop.max / 1e6,
    },
    { name: 'refresh without change', unit: 'ms', value: refreshMs },
    {
      name: 'refresh without change, index asked',
      unit: 'calls',
      value: again.index,
    },
    {
      name: 'refresh without change, files read',
      unit: 'calls',
      value: again.files,
      budget: 0,
    },
  ];
  return [...figures, ...(await measurePages(portal))];
}

async function fromDatabase(portal: Portal): Promise<Figure[]> {
  const value = await timeOf(() => portal.isWhole());
  return [{ name: 'after a restart, list is there', unit: 'ms', value }];
}

/** With a portal over the same database and source, one after the other. */
async function withPortal<T>(
  host: IndexHost,
  folder: string,
  measure: (portal: Portal) => Promise<T>,
): Promise<T> {
  const portal = await startPortal(host, folder);
  try {
    return await measure(portal);
  } finally {
    await portal.stop();
  }
}

async function measurePages(portal: Portal): Promise<Figure[]> {
  const times: number[] = [];
  const round = async () => {
    for (const query of queries) {
      times.push(await timeOf(() => portal.page(query)));
    }
  };
  // Until the code is compiled as it stays.
  for (let at = 0; at < 5; at += 1) await round();
  times.splice(0);
  for (let at = 0; at < rounds; at += 1) await round();
  const figures: Figure[] = [
    { name: 'search p50', unit: 'ms', value: percentile(times, 0.5) },
    { name: 'search p95', unit: 'ms', value: percentile(times, 0.95) },
  ];
  for (const size of [25, 100]) {
    const text = await portal.page(`size=${size}`);
    const kib = (bytes: number) => bytes / 1024;
    figures.push(
      {
        name: `page of ${size}`,
        unit: 'KiB',
        value: kib(Buffer.byteLength(text)),
      },
      {
        name: `page of ${size}, gzipped`,
        unit: 'KiB',
        value: kib(gzipSync(text).length),
      },
    );
  }
  return figures;
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

type Portal = Awaited<ReturnType<typeof startPortal>>;

/** A portal with its database in a folder, so that another one may follow. */
async function startPortal(host: IndexHost, folder: string) {
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      kratixPlugin,
      sandbox,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      databaseServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: {
              client: 'better-sqlite3',
              connection: { directory: folder },
            },
          },
          kratix: {
            platforms: { eu: { sandbox: { scenario: 'empty' } } },
            marketplace: {
              sources: { [source]: { index: { url: host.url } } },
            },
          },
        },
      }),
    ],
  });
  const { port } = backend.server.address() as AddressInfo;
  const page = async (query: string) => {
    const response = await fetch(
      `http://127.0.0.1:${port}/api/kratix/marketplace?${query}`,
      { headers: { authorization: mockCredentials.user.header() } },
    );
    const text = await response.text();
    if (!response.ok) throw new Error(`${query}: ${response.status} ${text}`);
    return text;
  };
  return {
    page,
    async isWhole(whole = listings) {
      for (;;) {
        const { total }: ListingPage = JSON.parse(await page('size=1'));
        if (total === whole) return;
        await setTimeout(5);
      }
    },
    refresh: () => scheduler.triggerTask(`kratix-marketplace-${source}`),
    stop: () => backend.stop(),
  };
}

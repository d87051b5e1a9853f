import type {
  KratixApi,
  PreflightReport,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  acknowledgedOf,
  itemKey,
  type PlanItem,
  type PreflightRun,
} from './installPlan';

/** What a plan is carried out with. @internal */
export interface InstallRunOptions {
  api: Pick<KratixApi, 'installPromise' | 'upgradePromise'>;
  platform: string;
  items: readonly PlanItem[];
  /** All of them done. */
  runs: Readonly<Record<string, PreflightRun>>;
  ticks: ReadonlySet<string>;
  /** Of the listing itself, where the person changed it. */
  manifest?: Record<string, unknown>;
  onCreating?: (name: string) => void;
}

/** How it ended. @internal */
export interface InstallRunEnd {
  created: string[];
  /** Where it stopped. */
  failed?: { name: string; error: Error; upgrade: boolean };
  /** Names that were not begun with. */
  left: string[];
}

/**
 * Creates the Promises of a plan one after another, and stops at the first that
 * is refused. Kratix itself waits for requirements, so none is waited for here,
 * and the backend makes each preflight again: what nobody acknowledged stops it.
 *
 * @internal
 */
export async function runInstall(
  options: InstallRunOptions,
): Promise<InstallRunEnd> {
  const { items, runs, onCreating } = options;
  const created: string[] = [];
  for (const [index, item] of items.entries()) {
    const { name } = item;
    const run = runs[itemKey(item)];
    const left = items.slice(index + 1).map(one => one.name);
    if (run?.state !== 'done') {
      const error = new Error('Not checked');
      return { created, failed: { name, error, upgrade: false }, left };
    }
    onCreating?.(name);
    try {
      await create(options, item, run);
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(`${thrown}`);
      const upgrade = run.report.kind === 'upgrade';
      return { created, failed: { name, error, upgrade }, left };
    }
    created.push(name);
  }
  return { created, left: [] };
}

async function create(
  options: InstallRunOptions,
  item: PlanItem,
  {
    report,
    method,
  }: { report: PreflightReport; method: 'promise' | 'release' },
): Promise<void> {
  const { api, platform, items, ticks } = options;
  const manifest = item.main ? options.manifest : undefined;
  const body = {
    source: item.source,
    entry: item.entry,
    method,
    ...(manifest && { manifest }),
    acknowledged: acknowledgedOf(item, report, items, ticks),
    seal: report.seal,
  };
  if (report.upgrade) {
    const { generation } = report.upgrade;
    const ref = { platform, name: item.name };
    await api.upgradePromise(ref, { ...body, generation });
  } else {
    await api.installPromise(platform, body);
  }
}

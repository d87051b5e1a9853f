import type {
  InstallMethod,
  KratixApi,
  PreflightReport,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  acknowledgedOf,
  isPlanned,
  itemKey,
  unforeseen,
  type PlanItem,
  type PreflightRun,
} from './installPlan';

/** What a plan is carried out with. @internal */
export interface InstallRunOptions {
  api: Pick<KratixApi, 'preflight' | 'installPromise' | 'upgradePromise'>;
  platform: string;
  items: readonly PlanItem[];
  runs: Readonly<Record<string, PreflightRun>>;
  ticks: ReadonlySet<string>;
  /** Of the listing itself, where the person changed it. */
  manifest?: Record<string, unknown>;
  /** Between two looks at whether a requirement has arrived. */
  pause: () => Promise<void>;
  onCreating?: (name: string) => void;
  onCreated?: (name: string) => void;
}

/** How it ended. @internal */
export interface InstallRunEnd {
  created: string[];
  /** Where it stopped. */
  failed?: {
    name: string;
    /** `unforeseen`: the preflight says something else than before. */
    why: 'refused' | 'unforeseen';
    error?: Error;
    upgrade: boolean;
  };
  /** Names that were not begun with. */
  left: string[];
}

// What was created a moment ago may not be seen by the next preflight at once.
const looks = 6;

/**
 * Creates the Promises of a plan one after another, and stops at the first that
 * is refused. Kratix itself waits for requirements, so none is waited for here.
 *
 * @internal
 */
export async function runInstall(
  options: InstallRunOptions,
): Promise<InstallRunEnd> {
  const { items, onCreating, onCreated } = options;
  const created: string[] = [];
  for (const [index, item] of items.entries()) {
    onCreating?.(item.name);
    const failed = await one(options, item, created.length > 0);
    if (failed) {
      const left = items.slice(index + 1).map(({ name }) => name);
      return { created, failed: { name: item.name, ...failed }, left };
    }
    created.push(item.name);
    onCreated?.(item.name);
  }
  return { created, left: [] };
}

async function one(
  options: InstallRunOptions,
  item: PlanItem,
  lookAgain: boolean,
): Promise<Omit<NonNullable<InstallRunEnd['failed']>, 'name'> | undefined> {
  const { api, platform, items, runs, ticks } = options;
  const run = runs[itemKey(item)];
  if (run?.state !== 'done') return { why: 'unforeseen', upgrade: false };
  let { report } = run;
  const manifest = item.main ? options.manifest : undefined;
  const asked = { method: run.method, manifest };
  try {
    if (lookAgain) report = await settled(options, item, asked);
    const upgrade = report.kind === 'upgrade';
    if (unforeseen(item, report, items, ticks).length > 0) {
      return { why: 'unforeseen', upgrade };
    }
    const body = {
      source: item.source,
      entry: item.entry,
      method: run.method,
      ...(manifest && { manifest }),
      acknowledged: acknowledgedOf(item, report, items, ticks),
    };
    if (report.upgrade) {
      const { generation } = report.upgrade;
      const ref = { platform, name: item.name };
      await api.upgradePromise(ref, { ...body, generation });
    } else {
      await api.installPromise(platform, body);
    }
    return undefined;
  } catch (error) {
    return {
      why: 'refused',
      error: error instanceof Error ? error : new Error(String(error)),
      upgrade: report.kind === 'upgrade',
    };
  }
}

/** The preflight once it knows of what this plan has just created. */
async function settled(
  options: InstallRunOptions,
  item: PlanItem,
  asked: { method: InstallMethod; manifest?: Record<string, unknown> },
): Promise<PreflightReport> {
  const { api, platform, items, pause } = options;
  const { source, entry } = item;
  const { method, manifest } = asked;
  const body = { platform, method, ...(manifest && { manifest }) };
  let report = await api.preflight({ source, entry }, body);
  for (let look = 1; look < looks && inTheWay(report, items); look += 1) {
    await pause();
    report = await api.preflight({ source, entry }, body);
  }
  return report;
}

function inTheWay(report: PreflightReport, items: readonly PlanItem[]) {
  return report.findings.some(
    finding => finding.level === 'blocker' && isPlanned(finding, items),
  );
}

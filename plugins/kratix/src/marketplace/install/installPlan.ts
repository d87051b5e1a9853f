import type {
  InstallMethod,
  ListingRef,
  PlanStep,
  PreflightFinding,
  PreflightReport,
} from '@kratix-portal/backstage-plugin-kratix-common';

/** A Promise to be installed, with the listing that it comes from. @internal */
export interface PlanItem extends ListingRef {
  name: string;
  version?: string;
  title?: string;
  requiredBy?: string;
  /** As those of `PlanStep`. */
  release?: boolean;
  otherVersion?: boolean;
  /** The listing that the page is about. */
  main: boolean;
}

/** A requirement that is not there. @internal */
export interface MissingRequirement extends PlanStep {
  /** Where it could come from; absent: no source has it. */
  listing?: ListingRef;
}

/** A listing of the plan as the page's own one. @internal */
export type MainItem = Omit<PlanItem, 'main' | 'requiredBy'>;

/**
 * What is installed, in order, and which missing requirements are not in it.
 * Only what a person added is in the plan. Pure.
 *
 * @internal
 */
export function planOf(
  main: MainItem,
  steps: readonly PlanStep[],
  added: readonly string[],
): { items: PlanItem[]; missing: MissingRequirement[] } {
  const items: PlanItem[] = [];
  const missing: MissingRequirement[] = [];
  for (const step of steps) {
    const { name, source, entry } = step;
    if (name === main.name) continue;
    const listing = source && entry ? { source, entry } : undefined;
    if (listing && added.includes(name)) {
      items.push({ ...step, ...listing, main: false });
    } else {
      missing.push({ ...step, ...(listing && { listing }) });
    }
  }
  items.push({ ...main, main: true });
  return { items, missing };
}

/** The preflight of one Promise of the plan. @internal */
export type PreflightRun =
  | { state: 'running' }
  | { state: 'failed'; error: Error }
  | { state: 'done'; report: PreflightReport; method: InstallMethod };

/** Names an item of a plan. @internal */
export function itemKey(item: ListingRef): string {
  return `${item.source}/${item.entry}`;
}

/** What a person has ticked is remembered by this. @internal */
export function tickKey(item: ListingRef, finding: PreflightFinding): string {
  return `${itemKey(item)} ${finding.id}`;
}

/** The finding speaks of a requirement that is in the plan. Pure. @internal */
export function isPlanned(
  finding: PreflightFinding,
  items: readonly PlanItem[],
): boolean {
  return (
    finding.check === 'requirement' &&
    items.some(({ name, main }) => !main && name === finding.params.required)
  );
}

/** What stands between a plan and its button. @internal */
export type PlanVerdict =
  | { state: 'checking' }
  | { state: 'failed' }
  | { state: 'blocked'; count: number }
  | { state: 'ticks'; count: number }
  | { state: 'ready' };

/**
 * May the plan be carried out? Blockers come before ticks: nobody should tick
 * what leads nowhere. Pure.
 *
 * @internal
 */
export function verdictOf(
  items: readonly PlanItem[],
  runs: Readonly<Record<string, PreflightRun>>,
  ticks: ReadonlySet<string>,
): PlanVerdict {
  let blockers = 0;
  let unticked = 0;
  let running = false;
  let failed = false;
  for (const item of items) {
    const run = runs[itemKey(item)];
    if (!run || run.state === 'running') running = true;
    else if (run.state === 'failed') failed = true;
    else {
      for (const finding of run.report.findings) {
        if (isPlanned(finding, items)) continue;
        if (finding.level === 'blocker') blockers += 1;
        if (finding.level !== 'warning') continue;
        if (!ticks.has(tickKey(item, finding))) unticked += 1;
      }
    }
  }
  if (blockers > 0) return { state: 'blocked', count: blockers };
  if (failed) return { state: 'failed' };
  if (running) return { state: 'checking' };
  if (unticked > 0) return { state: 'ticks', count: unticked };
  return { state: 'ready' };
}

/** Ids that may be sent as acknowledged. Pure. @internal */
export function acknowledgedOf(
  item: PlanItem,
  report: PreflightReport,
  items: readonly PlanItem[],
  ticks: ReadonlySet<string>,
): string[] {
  return report.findings
    .filter(finding => finding.level === 'warning')
    .filter(
      finding => isPlanned(finding, items) || ticks.has(tickKey(item, finding)),
    )
    .map(({ id }) => id);
}

import type { PlacementView } from '../api';
import {
  deletedAt,
  hasSwitch,
  matchesLabels,
  nameOf,
  textMap,
  valueAt,
  type KubeObject,
} from '../kube';
import { kratixLabels } from '../kratixNames';
import { wantedLabels, type Selector } from './selectors';

/** Whether one Destination would take something, and if not why. @public */
export type Verdict = NonNullable<PlacementView['verdicts']>[number];

/** The `spec` part that decides; Works of previews go to preview Destinations alone. @public */
export interface VerdictOptions {
  /** The Work carries the dry-run label. */
  preview?: boolean;
}

/**
 * Would this Destination take Work with these selectors? Scheduling does not
 * ask whether it is Ready (recording 24), so this does not either.
 *
 * @public
 */
export function whyNot(
  selectors: readonly Selector[],
  destination: KubeObject,
  options: VerdictOptions = {},
): Verdict {
  return verdict(wantedLabels(selectors), destination, options);
}

function verdict(
  wanted: Record<string, string>,
  destination: KubeObject,
  options: VerdictOptions,
): Verdict {
  const labels = textMap(valueAt(destination, 'metadata', 'labels'));
  const lacks: Record<string, string> = {};
  for (const [key, value] of Object.entries(wanted)) {
    if (labels[key] !== value) lacks[key] = value;
  }
  const reason = refusal(wanted, labels, destination, options);
  return {
    destination: nameOf(destination),
    matches: reason === undefined,
    lacks,
    reason: reason ?? 'matches',
  };
}

function refusal(
  wanted: Record<string, string>,
  labels: Record<string, string>,
  destination: KubeObject,
  options: VerdictOptions,
): Verdict['reason'] | undefined {
  if (deletedAt(destination)) return 'deleting';
  const forPreviews = hasSwitch(destination, kratixLabels.dryRun);
  if (forPreviews !== Boolean(options.preview)) return 'preview';
  if (!matchesLabels(labels, wanted)) return 'labels';
  const unasked = Object.keys(wanted).length === 0;
  const strict = valueAt(destination, 'spec', 'strictMatchLabels') === true;
  return unasked && strict && Object.keys(labels).length > 0
    ? 'strict'
    : undefined;
}

/**
 * What each Destination says to these selectors, nearest first: those that
 * match, then those that lack the fewest labels; of these, those that are open
 * to more labels before those that are kept for something, by name.
 *
 * @public
 */
export function schedulingVerdicts(
  selectors: readonly Selector[],
  destinations: readonly KubeObject[],
  options: VerdictOptions = {},
): Verdict[] {
  const wanted = wantedLabels(selectors);
  const kept = new Set(destinations.filter(isKept).map(nameOf));
  return destinations
    .map(destination => verdict(wanted, destination, options))
    .sort((a, b) => nearestFirst(a, b, kept));
}

/** For something of its own, or on its way out. */
function isKept(destination: KubeObject): boolean {
  return (
    deletedAt(destination) !== undefined ||
    hasSwitch(destination, kratixLabels.dryRun) ||
    valueAt(destination, 'spec', 'strictMatchLabels') === true
  );
}

function nearestFirst(
  a: Verdict,
  b: Verdict,
  kept: ReadonlySet<string>,
): number {
  if (a.matches !== b.matches) return a.matches ? -1 : 1;
  const missing = Object.keys(a.lacks).length - Object.keys(b.lacks).length;
  if (missing !== 0) return missing;
  const reserved =
    Number(kept.has(a.destination)) - Number(kept.has(b.destination));
  if (reserved !== 0) return reserved;
  if (a.destination === b.destination) return 0;
  return a.destination < b.destination ? -1 : 1;
}

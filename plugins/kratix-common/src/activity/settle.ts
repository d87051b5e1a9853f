import type {
  DestinationDescription,
  Flag,
  PromiseDescription,
  RequestDescription,
} from '../api';
import { epochMs } from '../kube';
import { descriptionKey } from './descriptionKey';

/** @public */
export type SettleableDescription =
  | RequestDescription
  | PromiseDescription
  | DestinationDescription;

/** What people are shown, and what may come to be shown. @public */
export interface Settled<T extends SettleableDescription> {
  shown: T;
  /** Epoch milliseconds since when the label of `shown` is shown. */
  shownSince: number;
  /** The label that was shown before. */
  before?: string;
  /** Differs exactly when people have to be told of a change. */
  key: string;
  /** Another headline that has to last before it is shown. */
  pending?: {
    /** Epoch milliseconds since when something else than `shown` is there. */
    since: number;
    description: T;
  };
  /** Epoch milliseconds: call again then, with a fresh description. */
  recheckAt?: number;
}

/** A headline shown for less than this between two equal ones would flicker. */
const flashMs = 1000;
/**
 * How long another label has to last before it is shown. Shorter than a flash,
 * so that a change is on screen within a second; what is shown then stays.
 */
const labelLastsMs = 600;

// What somebody did and what cannot be undone needs no second look.
const certainLabels = new Set<string>(['deleting', 'paused', 'gone']);

// Chips that come and go within milliseconds when Kratix rewrites a status.
const restlessFlags = new Set<Flag>([
  'promise-unavailable',
  'outdated',
  'upgrading',
  'upgrade-failed',
  'last-run-failed',
  'unhealthy',
]);

/**
 * What to show next. Kratix passes through some states for milliseconds; a new
 * headline is shown once something new has lasted, and then for a second at
 * least. What changes under one headline is shown at once. Pure: the caller
 * keeps what it returns and hands it back with the next description.
 *
 * @public
 */
export function settle<T extends SettleableDescription>(
  previous: Settled<T> | undefined,
  next: T,
  now: number,
): Settled<T> {
  if (!previous) return show(next, now);
  const { shown, shownSince, before, pending } = previous;
  const since = pending?.since ?? now;
  // Not even what is certain may cut what is shown down to a flash.
  const flash = next.label === before && now < shownSince + flashMs;
  const lasting = next.label === shown.label ? flashMs : labelLastsMs;
  const due = flash
    ? Math.max(since + lasting, shownSince + flashMs)
    : since + lasting;
  const certain = isCertain(next, shown);
  if (
    headlineOf(next) === headlineOf(shown) ||
    now >= due ||
    (certain && !flash)
  ) {
    return next.label === shown.label
      ? show(next, shownSince, before)
      : show(next, now, shown.label);
  }
  const { pending: _pending, recheckAt: _recheckAt, ...kept } = previous;
  return {
    ...kept,
    pending: { since, description: next },
    recheckAt: Math.min(
      due,
      certain ? shownSince + flashMs : due,
      epochMs(next.recheckAt) ?? due,
    ),
  };
}

function show<T extends SettleableDescription>(
  description: T,
  shownSince: number,
  before?: string,
): Settled<T> {
  const settled: Settled<T> = {
    shown: description,
    shownSince,
    key: descriptionKey(description),
  };
  if (before !== undefined) settled.before = before;
  const recheckAt = epochMs(description.recheckAt);
  if (recheckAt !== undefined) settled.recheckAt = recheckAt;
  return settled;
}

/** What must not flicker: the label, and chips that alarm. */
function headlineOf({ label, flags }: SettleableDescription): string {
  const restless = flags.filter(flag => restlessFlags.has(flag));
  return restless.length > 0 ? `${label} ${restless.join(' ')}` : label;
}

/** A run that was seen to begin takes more than a second, and a change was asked for. */
function isCertain(
  next: SettleableDescription,
  shown: SettleableDescription,
): boolean {
  // Under one label only restless chips differ.
  if (next.label === shown.label) return false;
  if (certainLabels.has(next.label)) return true;
  if (next.label !== 'in-progress') return false;
  const phase = next.causes.at(0)?.params.phase;
  return (
    next.flags.includes('change-not-processed') ||
    phase === 'running' ||
    phase === 'pending'
  );
}

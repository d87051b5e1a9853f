import type {
  DestinationDescription,
  PromiseDescription,
  RequestDescription,
} from '../api';
import { epochMs, isoTime } from '../kube';
import { descriptionKey } from './descriptionKey';

/** @public */
export type SettleableDescription =
  | RequestDescription
  | PromiseDescription
  | DestinationDescription;

/** What people are shown, and what may come to be shown. @public */
export interface Settled<T extends SettleableDescription> {
  shown: T;
  /** Epoch milliseconds since when `shown` has its label. */
  shownSince: number;
  /** Changes that anybody should be told of have another key. */
  key: string;
  /** Another label that has to last before it is shown. */
  pending?: {
    label: T['label'];
    /** Epoch milliseconds since when something else than `shown` is there. */
    since: number;
    description: T;
  };
  /** Epoch milliseconds: call again then, with a fresh description. */
  recheckAt?: number;
}

/** Labels that last less than this between two equal ones are never shown. */
const holdMs = 1000;

// What somebody did and what cannot be undone needs no second look.
const certain = new Set<string>(['deleting', 'paused', 'gone']);

/**
 * What to show next. Kratix passes through some states for milliseconds; a new
 * label is shown once it has lasted a second. Anything new under the same label
 * is shown at once. Pure: the caller keeps what it returns and hands it back.
 *
 * @public
 */
export function settle<T extends SettleableDescription>(
  previous: Settled<T> | undefined,
  next: T,
  now: number,
): Settled<T> {
  if (!previous || next.label === previous.shown.label) {
    return show(next, previous ? previous.shownSince : now);
  }
  if (certain.has(next.label)) return show(next, now);
  const since = previous.pending?.since ?? now;
  if (now - since >= holdMs) return show(next, now);
  return {
    shown: previous.shown,
    shownSince: previous.shownSince,
    key: previous.key,
    pending: { label: next.label, since, description: next },
    recheckAt: Math.min(since + holdMs, timeOf(next) ?? Infinity),
  };
}

function show<T extends SettleableDescription>(
  description: T,
  shownSince: number,
): Settled<T> {
  const settled: Settled<T> = {
    shown: description,
    shownSince,
    key: descriptionKey(description),
  };
  const recheckAt = timeOf(description);
  if (recheckAt !== undefined) settled.recheckAt = recheckAt;
  return settled;
}

function timeOf(description: SettleableDescription): number | undefined {
  return epochMs(description.recheckAt);
}

/** RFC 3339 of a settled state's next look, for those who keep times as text. @public */
export function settledRecheckAt<T extends SettleableDescription>(
  settled: Settled<T>,
): string | undefined {
  return isoTime(settled.recheckAt);
}

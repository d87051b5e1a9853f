import type { RequestLabel } from '@kratix-portal/backstage-plugin-kratix-common';

/** What a person may wait for. @internal */
export type WaitGoal = 'ready' | 'gone';

/** @internal */
export type WaitVerdict = 'done' | 'failed' | 'waiting';

const ready: readonly RequestLabel[] = [
  'ready',
  'ready-delivery-not-visible',
  // It works; whether well enough is for people to say.
  'degraded',
];

/** Nothing of this heals while one waits. */
const failed: Record<WaitGoal, readonly RequestLabel[]> = {
  ready: ['failed', 'deletion-blocked', 'deleting', 'gone'],
  gone: ['deletion-blocked'],
};

/**
 * Whether the waiting has an end. What the platform tries again by itself, or a
 * person may still decide, is worth waiting for.
 *
 * @internal
 */
export function waitVerdict(label: RequestLabel, goal: WaitGoal): WaitVerdict {
  const reached = goal === 'gone' ? label === 'gone' : ready.includes(label);
  if (reached) return 'done';
  return failed[goal].includes(label) ? 'failed' : 'waiting';
}

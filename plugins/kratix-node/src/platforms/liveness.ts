import type { Clock } from '../cache/clock';
import { callErrorOfNetwork, type CallError } from '../connections/callError';
import type { ClusterCalls } from '../connections/clusterCalls';
import type { Reachability } from './reachability';

/** @internal */
export interface LivenessLimits {
  /** After so long a silence the server is asked whether it is there. */
  livenessMs: number;
  /** How long it may take to say so. */
  livenessAnswerMs: number;
}

/** @internal */
export const defaultLiveness: LivenessLimits = {
  livenessMs: 30_000,
  livenessAnswerMs: 10_000,
};

/**
 * Finds out about a server that is gone while connections look open. In a quiet
 * cluster bookmarks come once a minute, which is too long to tell quiet from
 * dead; so a silence of half that is ended by one small question.
 *
 * @internal
 */
export async function watchLiveness(options: {
  calls: ClusterCalls;
  reachability: Reachability;
  clock: Clock;
  limits: LivenessLimits;
  signal: AbortSignal;
  answered: (version: unknown) => void;
  silent: (error: CallError) => void;
}): Promise<void> {
  const { calls, reachability, clock, limits, signal } = options;
  const { livenessMs, livenessAnswerMs } = limits;
  let wait = livenessMs;
  while (!signal.aborted) {
    await clock.delay(wait, signal);
    if (signal.aborted) return;
    const left = livenessMs - reachability.silentMs;
    wait = left > 0 ? left : livenessMs;
    if (left > 0) continue;
    try {
      options.answered(
        await calls.json({
          path: ['version'],
          signal,
          silenceMs: livenessAnswerMs,
        }),
      );
    } catch (error) {
      if (!signal.aborted) options.silent(callErrorOfNetwork(error));
    }
  }
}

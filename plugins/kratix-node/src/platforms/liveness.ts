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
  const { reachability, clock, limits, signal } = options;
  const { livenessMs } = limits;
  let wait = livenessMs;
  while (!signal.aborted) {
    await clock.delay(wait, signal);
    if (signal.aborted) return;
    const left = livenessMs - reachability.silentMs;
    wait = left > 0 ? left : livenessMs;
    if (left > 0) continue;
    await askWhetherThere(options);
  }
}

/** One small question, which any answer will do for. Never throws. @internal */
export async function askWhetherThere(options: {
  calls: ClusterCalls;
  limits: Pick<LivenessLimits, 'livenessAnswerMs'>;
  signal: AbortSignal;
  /** With what it says of itself, where it may be asked. */
  answered: (version: unknown) => void;
  silent: (error: CallError) => void;
}): Promise<void> {
  const { calls, limits, signal, answered, silent } = options;
  const ask = () =>
    calls.json({
      path: ['version'],
      signal,
      silenceMs: limits.livenessAnswerMs,
    });
  const askAgain = (error: unknown) => {
    // A kept connection may be closed by the server or a proxy just then, which
    // says nothing of whether the next one opens.
    if (callErrorOfNetwork(error).reason !== 'network') throw error;
    signal.throwIfAborted();
    return ask();
  };
  try {
    answered(await ask().catch(askAgain));
  } catch (error) {
    if (signal.aborted) return;
    const failure = callErrorOfNetwork(error);
    const { code } = failure;
    // Not everybody may see the version; but somebody is there who says so.
    if (code !== undefined && code < 500 && code !== 401) answered(undefined);
    else silent(failure);
  }
}

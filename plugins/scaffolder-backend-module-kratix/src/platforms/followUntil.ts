import { setTimeout as sleepFor } from 'node:timers/promises';
import { refusalOf, statusOf } from './refusal';

/** Answered from the backend's memory; the cluster notices nothing. */
const intervalMs = 1_500;
/** What was just sent may not be in the backend's memory yet. */
const appearsWithinMs = 20_000;

/** How something is that is waited for. @internal */
export interface Look {
  status: string;
  /** The state in a sentence without full stop. */
  explanation: string;
  verdict: 'done' | 'failed' | 'waiting';
  /** It is not there, which may be because it is not there yet. */
  missing?: boolean;
}

/** @internal */
export interface FollowDeps {
  /** Epoch milliseconds. */
  now?: () => number;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
}

/**
 * Looks until there is an end, and tells each turn on the way. A failure counts
 * when it is seen twice, because Kratix passes through some that it recovers
 * from; a backend that is away for a while is waited for.
 *
 * @throws Error in the words of the last look, on failure or when time is up
 * @internal
 */
export async function followUntil(
  options: FollowDeps & {
    /** In a word, as in "not ready". */
    goal: string;
    timeoutMs: number;
    signal?: AbortSignal;
    tell: (text: string) => void;
    look: () => Promise<Look>;
  },
): Promise<Look> {
  const { goal, timeoutMs, signal, tell, look } = options;
  const { now = Date.now, sleep = sleepUntil } = options;
  const startedAt = now();
  let last: Look | undefined;
  let failedBefore = false;
  for (;;) {
    signal?.throwIfAborted();
    const seen = await lookPatiently(look, why =>
      tell(`Can't be read just now: ${why}`),
    );
    const mayAppear = !last && now() - startedAt < appearsWithinMs;
    const state = seen?.missing && mayAppear ? undefined : seen;
    if (state && state.explanation !== last?.explanation) {
      tell(state.explanation);
    }
    last = state ?? last;
    if (state?.verdict === 'done') return state;
    const failed = state?.verdict === 'failed';
    if (failed && failedBefore) throw new Error(state.explanation);
    failedBefore = failed;
    if (now() - startedAt >= timeoutMs) {
      throw timeoutError(last, goal, timeoutMs);
    }
    await sleep(intervalMs, signal);
  }
}

/** Nothing where it can't be told at present. */
async function lookPatiently(
  look: () => Promise<Look>,
  onTrouble: (why: string) => void,
): Promise<Look | undefined> {
  try {
    return await look();
  } catch (error) {
    const status = statusOf(error);
    // The backend restarts, the platform is away: what was sent goes on.
    if (status === undefined ? isFetchFailure(error) : status >= 500) {
      onTrouble(error instanceof Error ? error.message : 'no answer');
      return undefined;
    }
    throw refusalOf(error);
  }
}

/** What `fetch` throws where nobody answers. */
function isFetchFailure(error: unknown): boolean {
  return error instanceof TypeError && error.message === 'fetch failed';
}

function timeoutError(
  last: Look | undefined,
  goal: string,
  timeoutMs: number,
): Error {
  const waited = `Not ${goal} after ${Math.round(timeoutMs / 60_000)} min`;
  return new Error(
    last
      ? `${waited}. ${last.explanation}. It goes on without this task.`
      : `${waited}, and it could not be read.`,
  );
}

function sleepUntil(ms: number, signal?: AbortSignal): Promise<unknown> {
  return sleepFor(ms, undefined, { signal });
}

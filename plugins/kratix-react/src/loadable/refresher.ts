import { retryDelayMs } from '../api/retryDelay';

/** Reads something again when asked, when due, never twice at a time. @internal */
export interface Refresher {
  now(): void;
  /** Within a moment; many calls are one read. */
  soon(): void;
  /** Ask every so often, for as long as there is no stream. */
  poll(on: boolean): void;
  stop(): void;
}

const usualGatherMs = 250;
const pollMs = 10_000;
/** What was refused most likely still is. */
const refusedPollMs = 60_000;

/**
 * `read` failing calls `onError` with when it is tried again, if at all. While
 * the tab is hidden nothing is read; what was due is read when it shows again.
 *
 * @internal
 */
export function createRefresher(options: {
  read: (signal: AbortSignal) => Promise<void>;
  onError: (error: Error, retryAt: number | undefined) => void;
  gatherMs?: number;
}): Refresher {
  const { read, onError, gatherMs: soonMs = usualGatherMs } = options;
  let running: AbortController | undefined;
  let again = false;
  let failures = 0;
  let polling = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  let dueAt = Infinity;

  // Whatever is due first stays due: a steady flow of calls must not put it off.
  function schedule(delayMs: number) {
    const at = Date.now() + delayMs;
    if (at >= dueAt) return;
    clearTimeout(timer);
    dueAt = at;
    timer = setTimeout(run, delayMs);
  }

  function cancel() {
    clearTimeout(timer);
    dueAt = Infinity;
  }

  function run() {
    cancel();
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    if (document.hidden) {
      document.addEventListener('visibilitychange', run, { once: true });
      return;
    }
    const attempt = new AbortController();
    running = attempt;
    read(attempt.signal).then(
      () => {
        failures = 0;
        settle(undefined, pollMs);
      },
      (reason: unknown) => {
        if (stopped) return;
        failures += 1;
        const error = reason instanceof Error ? reason : new Error(`${reason}`);
        const delay = retries(error)
          ? retryDelayMs(failures + 2, Math.random)
          : undefined;
        settle(delay, statusOf(error) === 403 ? refusedPollMs : pollMs);
        onError(error, delay === undefined ? undefined : Date.now() + delay);
      },
    );
  }

  function settle(retryMs: number | undefined, nextPollMs: number) {
    running = undefined;
    if (stopped) return;
    if (retryMs !== undefined) schedule(retryMs);
    else if (again) schedule(soonMs);
    else if (polling) schedule(nextPollMs);
    again = false;
  }

  return {
    now: run,
    soon: () => {
      if (running) again = true;
      else if (!stopped) schedule(soonMs);
    },
    poll: on => {
      if (polling === on) return;
      polling = on;
      if (on && !running) schedule(pollMs);
      // What else is due comes along when it comes.
      else if (!on && !again) cancel();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', run);
      running?.abort();
    },
  };
}

function statusOf(error: Error): number | undefined {
  return 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/** A refusal stays one until something else changes. */
function retries(error: Error): boolean {
  const status = statusOf(error);
  return status === undefined || status >= 500 || status === 429;
}

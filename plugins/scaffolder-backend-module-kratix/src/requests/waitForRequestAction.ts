import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  describedAs,
  type RequestDetail,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { setTimeout as sleepFor } from 'node:timers/promises';
import type { KratixAccess } from '../platforms/KratixAccess';
import { refusalOf, statusOf } from '../platforms/refusal';
import { readRequestRef } from './requestLinks';
import { examples } from './waitForRequestAction.examples';
import { type WaitGoal, waitVerdict } from './waitVerdict';

/** Answered from the backend's memory; the cluster notices nothing. */
const intervalMs = 1_500;
/** A request that was just sent may not be in the backend's memory yet. */
const appearsWithinMs = 20_000;
const defaultTimeoutMinutes = 30;

/** @internal */
export interface WaitForRequestDeps {
  kratix: KratixAccess;
  /** Epoch milliseconds. */
  now?: () => number;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<unknown>;
}

/**
 * Follows a request until it is ready, or gone; tells each turn it takes in the
 * description's own words.
 *
 * @internal
 */
export const waitForRequestAction = (deps: WaitForRequestDeps) =>
  createTemplateAction({
    id: 'kratix:request:wait',
    description: 'Waits until a request is ready or gone, telling how it goes.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ref: z => z.string().describe('platform/crd/namespace/name'),
        until: z =>
          z
            .enum(['ready', 'gone'])
            .optional()
            .describe('What to wait for. Default: ready'),
        timeoutMinutes: z =>
          z
            .number()
            .positive()
            .optional()
            .describe(`Default: ${defaultTimeoutMinutes}`),
      },
      output: {
        status: z => z.string().describe('Its state in the end, as in ready'),
        explanation: z => z.string().describe('The state in a sentence'),
      },
    },
    async handler(ctx) {
      const { ref, until = 'ready' } = ctx.input;
      if (ctx.isDryRun) {
        ctx.logger.info(`Would wait until ${ref} is ${until}`);
        ctx.output('status', until);
        ctx.output('explanation', 'Nothing was sent, so nothing is waited for');
        return;
      }
      const credentials = await ctx.getInitiatorCredentials();
      const minutes = ctx.input.timeoutMinutes ?? defaultTimeoutMinutes;
      const end = await follow({
        deps,
        goal: until,
        timeoutMs: minutes * 60_000,
        signal: ctx.signal,
        tell: text => ctx.logger.info(text),
        read: async () => {
          const token = await deps.kratix.tokenFor(credentials);
          const options = { signal: ctx.signal, token };
          return deps.kratix.api.getRequest(readRequestRef(ref), options);
        },
      });
      ctx.output('status', end.status);
      ctx.output('explanation', end.explanation);
    },
  });

interface State {
  status: RequestDetail['description']['label'];
  explanation: string;
}

async function follow(options: {
  deps: WaitForRequestDeps;
  goal: WaitGoal;
  timeoutMs: number;
  signal?: AbortSignal;
  tell: (text: string) => void;
  read: () => Promise<RequestDetail>;
}): Promise<State> {
  const { deps, goal, timeoutMs, signal, tell, read } = options;
  const { now = Date.now, sleep = sleepUntil } = deps;
  const startedAt = now();
  let last: State | undefined;
  let failedBefore = false;
  for (;;) {
    signal?.throwIfAborted();
    const state = await stateOf(read, {
      mayBeMissing:
        goal === 'ready' && !last && now() - startedAt < appearsWithinMs,
      onTrouble: why => tell(`Can't be read just now: ${why}`),
    });
    if (state && state.explanation !== last?.explanation) {
      tell(state.explanation);
    }
    last = state ?? last;
    const verdict = state ? waitVerdict(state.status, goal) : 'waiting';
    if (state && verdict === 'done') return state;
    // Seen twice, because Kratix passes through failures it recovers from.
    if (state && verdict === 'failed' && failedBefore) {
      throw new Error(state.explanation);
    }
    failedBefore = verdict === 'failed';
    if (now() - startedAt >= timeoutMs) throw timeoutError(last, options);
    await sleep(intervalMs, signal);
  }
}

/** Nothing where it can't be told at present. */
async function stateOf(
  read: () => Promise<RequestDetail>,
  options: { mayBeMissing: boolean; onTrouble: (why: string) => void },
): Promise<State | undefined> {
  try {
    const { description } = await read();
    return {
      status: description.label,
      explanation: describedAs(description),
    };
  } catch (error) {
    const status = statusOf(error);
    if (status === 404) {
      if (options.mayBeMissing) return undefined;
      return { status: 'gone', explanation: 'Gone: it is not there any more' };
    }
    // The backend restarts, the platform is away: what was sent goes on.
    if (status === undefined ? isFetchFailure(error) : status >= 500) {
      options.onTrouble(error instanceof Error ? error.message : 'no answer');
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
  last: State | undefined,
  { goal, timeoutMs }: { goal: WaitGoal; timeoutMs: number },
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

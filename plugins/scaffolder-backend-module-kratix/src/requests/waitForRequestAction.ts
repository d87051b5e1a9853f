import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  describedAs,
  type RequestDetail,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  type FollowDeps,
  followUntil,
  type Look,
} from '../platforms/followUntil';
import type { KratixAccess } from '../platforms/KratixAccess';
import {
  timeoutMinutes,
  timeoutMsOf,
  waitOutput,
} from '../platforms/waitFields';
import { statusOf } from '../platforms/refusal';
import { readRequestRef } from './requestLinks';
import { examples } from './waitForRequestAction.examples';
import { type WaitGoal, waitVerdict } from './waitVerdict';

/** @internal */
export interface WaitForRequestDeps extends FollowDeps {
  kratix: KratixAccess;
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
        timeoutMinutes,
      },
      output: waitOutput,
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
      const read = async () => {
        const token = await deps.kratix.tokenFor(credentials);
        const options = { signal: ctx.signal, token };
        return deps.kratix.api.getRequest(readRequestRef(ref), options);
      };
      const end = await followUntil({
        ...deps,
        goal: until,
        timeoutMs: timeoutMsOf(ctx.input.timeoutMinutes),
        signal: ctx.signal,
        tell: text => ctx.logger.info(text),
        look: () => lookAt(read, until),
      });
      ctx.output('status', end.status);
      ctx.output('explanation', end.explanation);
    },
  });

/** A request that is not there is gone, or not there yet. */
async function lookAt(
  read: () => Promise<RequestDetail>,
  goal: WaitGoal,
): Promise<Look> {
  try {
    const { description } = await read();
    const { label } = description;
    return {
      status: label,
      explanation: describedAs(description),
      verdict: waitVerdict(label, goal),
    };
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
    return {
      status: 'gone',
      explanation: 'Gone: it is not there any more',
      verdict: waitVerdict('gone', goal),
      missing: goal === 'ready',
    };
  }
}

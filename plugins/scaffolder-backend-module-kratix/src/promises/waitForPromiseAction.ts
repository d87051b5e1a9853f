import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { type FollowDeps, followUntil } from '../platforms/followUntil';
import type { KratixAccess } from '../platforms/KratixAccess';
import {
  timeoutMinutes,
  timeoutMsOf,
  waitOutput,
} from '../platforms/waitFields';
import { lookAtInstallation } from './lookAtInstallation';
import { examples } from './waitForPromiseAction.examples';

/** @internal */
export interface WaitForPromiseDeps extends FollowDeps {
  kratix: KratixAccess;
}

/**
 * Follows a Promise until it is available, or removed; tells each turn it takes
 * in the description's own words.
 *
 * @internal
 */
export const waitForPromiseAction = (deps: WaitForPromiseDeps) =>
  createTemplateAction({
    id: 'kratix:promise:wait',
    description:
      'Waits until a Promise is available or removed, telling how it goes.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        platform: z => z.string().describe('Id of the platform, as in config'),
        name: z => z.string().describe('Name of the Promise'),
        until: z =>
          z
            .enum(['available', 'removed'])
            .optional()
            .describe('What to wait for. Default: available'),
        timeoutMinutes,
      },
      output: waitOutput,
    },
    async handler(ctx) {
      const { platform, name, until = 'available' } = ctx.input;
      if (ctx.isDryRun) {
        ctx.logger.info(`Would wait until ${name} on ${platform} is ${until}`);
        ctx.output('status', until === 'removed' ? 'absent' : until);
        ctx.output('explanation', 'Nothing was sent, so nothing is waited for');
        return;
      }
      const credentials = await ctx.getInitiatorCredentials();
      const end = await followUntil({
        ...deps,
        goal: until,
        timeoutMs: timeoutMsOf(ctx.input.timeoutMinutes),
        signal: ctx.signal,
        tell: text => ctx.logger.info(text),
        look: async () => {
          const token = await deps.kratix.tokenFor(credentials);
          const options = { signal: ctx.signal, token };
          const { api } = deps.kratix;
          return lookAtInstallation(
            await api.getInstallation({ platform, name }, options),
            until,
          );
        },
      });
      ctx.output('status', end.status);
      ctx.output('explanation', end.explanation);
    },
  });

import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { stringifyRequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixAccess } from '../platforms/KratixAccess';
import { refusalOf, statusOf } from '../platforms/refusal';
import { examples } from './deleteRequestAction.examples';
import { readRequestRef } from './requestLinks';

/**
 * Asks for the deletion of a request; `kratix:request:wait` with `until: gone`
 * waits for its end. One that is gone already is as good as deleted.
 *
 * @internal
 */
export const deleteRequestAction = ({ kratix }: { kratix: KratixAccess }) =>
  createTemplateAction({
    id: 'kratix:request:delete',
    description:
      'Deletes a request, as the person who runs the template. What it brought about goes with it.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ref: z => z.string().describe('platform/crd/namespace/name'),
      },
      output: {
        existed: z => z.boolean().describe('There was something to delete'),
      },
    },
    async handler(ctx) {
      const ref = readRequestRef(ctx.input.ref);
      const { isDryRun: dryRun = false, signal } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const call = async () => ({
        signal,
        token: await kratix.tokenFor(credentials),
      });
      // A platform that is not there is no reason to be content.
      const mustKnowPlatform = async () => {
        try {
          await kratix.api.getPlatform(ref.platform, await call());
        } catch (error) {
          throw refusalOf(error);
        }
      };
      const remove = async () => {
        try {
          await kratix.api.deleteRequest(ref, { ...(await call()), dryRun });
          return true;
        } catch (error) {
          if (statusOf(error) !== 404) throw refusalOf(error);
          await mustKnowPlatform();
          return false;
        }
      };
      const text = stringifyRequestRef(ref);
      const existed = dryRun
        ? await remove()
        : await ctx.checkpoint({
            key: `kratix.request.delete.${text}`,
            fn: remove,
          });
      const done = dryRun ? 'Would be deleted' : 'Deletion is under way';
      ctx.logger.info(
        existed ? `${done}: ${text}` : `There is no ${text}: nothing to delete`,
      );
      ctx.output('existed', existed);
    },
  });

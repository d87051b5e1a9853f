import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { describedAs } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixAccess } from '../platforms/KratixAccess';
import { refusalOf, statusOf } from '../platforms/refusal';
import { examples } from './getRequestAction.examples';
import { readRequestRef, requestUrl } from './requestLinks';
import { waitVerdict } from './waitVerdict';

/** @internal */
export interface GetRequestDeps {
  kratix: KratixAccess;
  appBaseUrl?: string;
}

/** Reads one request: how it is, and what it gave back. @internal */
export const getRequestAction = ({ kratix, appBaseUrl }: GetRequestDeps) =>
  createTemplateAction({
    id: 'kratix:request:get',
    description: 'Tells how a request is and what it gave back.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ref: z => z.string().describe('platform/crd/namespace/name'),
      },
      output: {
        status: z => z.string().describe('Its state, as in ready or failed'),
        explanation: z => z.string().describe('The state in a sentence'),
        ready: z => z.boolean().describe('It is ready to be used'),
        health: z => z.string().describe('What its health reports say'),
        entityRef: z => z.string().describe('Entity of the request'),
        url: z => z.string().describe('Page about the request'),
        outputs: z =>
          z
            .record(z.string())
            .describe(
              'Connection details by path; secrets are never among them',
            ),
      },
    },
    async handler(ctx) {
      const ref = readRequestRef(ctx.input.ref);
      const credentials = await ctx.getInitiatorCredentials();
      try {
        const request = await kratix.api.getRequest(ref, {
          signal: ctx.signal,
          token: await kratix.tokenFor(credentials),
        });
        const { description, outputs, entityRef } = request;
        ctx.output('status', description.label);
        ctx.output('explanation', describedAs(description));
        ctx.output('ready', waitVerdict(description.label, 'ready') === 'done');
        ctx.output('health', description.health.state);
        ctx.output('entityRef', entityRef);
        ctx.output('url', requestUrl(ref, appBaseUrl));
        ctx.output(
          'outputs',
          Object.fromEntries(
            outputs.flatMap(({ path, kind, value }) =>
              (kind === 'text' || kind === 'url') && value !== undefined
                ? [[path, value]]
                : [],
            ),
          ),
        );
      } catch (error) {
        if (!ctx.isDryRun || statusOf(error) !== 404) throw refusalOf(error);
        // What an earlier step of the dry run would have sent is not there.
        ctx.logger.info(`Would read ${ctx.input.ref}`);
        ctx.output('status', 'unknown');
        ctx.output('explanation', 'Nothing was sent, so nothing is read');
        ctx.output('ready', false);
        ctx.output('url', requestUrl(ref, appBaseUrl));
        ctx.output('outputs', {});
      }
    },
  });

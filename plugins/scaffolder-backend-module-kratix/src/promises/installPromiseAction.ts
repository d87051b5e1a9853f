import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type {
  ListingRef,
  PlanStep,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixAccess } from '../platforms/KratixAccess';
import { refusalOf } from '../platforms/refusal';
import { findListing } from './findListing';
import { installOne, type InstallEnd, type InstallRun } from './installOne';
import { examples } from './installPromiseAction.examples';
import { promiseUrl } from './promiseLinks';

/** @internal */
export interface InstallPromiseDeps {
  kratix: KratixAccess;
  appBaseUrl?: string;
}

/**
 * Installs a Promise from the marketplace, with what it requires where asked.
 * What is there at that version already is as good as installed. A dry run is
 * the preflight, and fails where the install would.
 *
 * @internal
 */
export const installPromiseAction = (deps: InstallPromiseDeps) =>
  createTemplateAction({
    id: 'kratix:promise:install',
    description:
      'Installs a Promise of the marketplace on a platform, as the person who runs the template.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        platform: z => z.string().describe('Id of the platform, as in config'),
        source: z =>
          z.string().optional().describe('Source of the listing, by its id'),
        entry: z =>
          z.string().optional().describe('The listing within its source'),
        promise: z =>
          z
            .string()
            .optional()
            .describe(
              'Instead of source and entry: name of the Promise, where just one listing installs it',
            ),
        version: z =>
          z
            .string()
            .optional()
            .describe('With promise: the version that is meant'),
        method: z =>
          z
            .enum(['promise', 'release'])
            .optional()
            .describe(
              'The Promise itself, or a PromiseRelease that Kratix fetches. Default: promise',
            ),
        acknowledge: z =>
          z
            .array(z.string())
            .optional()
            .describe(
              'Warnings of the preflight that are known: ids of findings, or a check such as image-tag for all that it finds',
            ),
        withRequirements: z =>
          z
            .boolean()
            .optional()
            .describe('Install missing required Promises before it'),
        upgrade: z =>
          z
            .boolean()
            .optional()
            .describe('Replace another version that is there. Default: fail'),
      },
      output: {
        name: z => z.string().describe('Name of the Promise'),
        version: z =>
          z.string().optional().describe('Its version, where it has one'),
        written: z =>
          z
            .array(z.string())
            .describe('Promises that were installed or upgraded, in order'),
        url: z => z.string().describe('Page about the Promise'),
      },
    },
    async handler(ctx) {
      const { input, signal, isDryRun: dryRun = false, logger } = ctx;
      const { platform } = input;
      const { api, tokenFor } = deps.kratix;
      const credentials = await ctx.getInitiatorCredentials();
      const call = async () => ({
        signal,
        token: await tokenFor(credentials),
      });
      try {
        const ref = await findListing(api, input, call);
        const steps = await planned(deps, ref, input, call);
        const run: InstallRun = {
          api,
          call,
          tell: text => logger.info(text),
          platform,
          method: input.method,
          acknowledge: input.acknowledge ?? [],
          planned: steps.map(({ name }) => name),
          upgrade: input.upgrade ?? false,
          dryRun,
        };
        const written: string[] = [];
        for (const step of steps) {
          signal?.throwIfAborted();
          logger.info(`Preflight of ${step.name} on ${platform}`);
          const fn = () => installOne(run, step);
          const key = `kratix.promise.install.${platform}/${step.source}/${step.entry}`;
          const end = dryRun ? await fn() : await ctx.checkpoint({ key, fn });
          logger.info(endText(step.name, platform, end, dryRun));
          if (end !== 'there') written.push(step.name);
        }
        const { name, version } = steps[steps.length - 1];
        ctx.output('name', name);
        ctx.output('version', version);
        ctx.output('written', written);
        ctx.output('url', promiseUrl({ platform, name }, deps.appBaseUrl));
      } catch (error) {
        throw refusalOf(error);
      }
    },
  });

type OfferedStep = PlanStep & ListingRef;

/** What is to be installed, in order; the listing itself last. */
async function planned(
  { kratix: { api } }: InstallPromiseDeps,
  ref: ListingRef,
  input: {
    platform: string;
    method?: 'promise' | 'release';
    withRequirements?: boolean;
  },
  call: InstallRun['call'],
): Promise<OfferedStep[]> {
  const { platform, method, withRequirements } = input;
  const report = await api.preflight(ref, { platform, method }, await call());
  const plan = withRequirements ? report.plan : report.plan.slice(-1);
  return plan.map(step => {
    const { source, entry, name, version = '', requiredBy } = step;
    if (source && entry) return { ...step, source, entry };
    throw new InputError(
      `${requiredBy} requires ${`${name} ${version}`.trim()}, which no source offers`,
    );
  });
}

function endText(
  name: string,
  platform: string,
  end: InstallEnd,
  dryRun: boolean,
): string {
  if (end === 'there') return `${name} is on ${platform} already`;
  if (dryRun) return `${name} would be ${end} on ${platform}`;
  return `${name} is being ${end} on ${platform}`;
}

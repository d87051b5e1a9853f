import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { UninstallImpact } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixAccess } from '../platforms/KratixAccess';
import { refusalOf, statusOf } from '../platforms/refusal';
import { examples } from './uninstallPromiseAction.examples';

/**
 * Uninstalls a Promise with everything that was requested from it, once the
 * step repeats what the portal's page would ask to be typed.
 *
 * @internal
 */
export const uninstallPromiseAction = ({ kratix }: { kratix: KratixAccess }) =>
  createTemplateAction({
    id: 'kratix:promise:uninstall',
    description:
      'Uninstalls a Promise, as the person who runs the template. All its requests go with it.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        platform: z => z.string().describe('Id of the platform, as in config'),
        name: z => z.string().describe('Name of the Promise'),
        confirm: z =>
          z
            .string()
            .describe(
              'What the page would ask to be typed: `delete 3 requests` with the number that there are, or the name where there are none',
            ),
      },
      output: {
        existed: z => z.boolean().describe('There was something to uninstall'),
        requests: z => z.number().describe('Requests that go with it'),
      },
    },
    async handler(ctx) {
      const { input, signal, isDryRun: dryRun = false, logger } = ctx;
      const { platform, name, confirm } = input;
      const { api, tokenFor } = kratix;
      const credentials = await ctx.getInitiatorCredentials();
      const call = async () => ({ signal, token: await tokenFor(credentials) });
      const at = { platform, name };
      // A platform that is not there is no reason to be content.
      const isAbsent = async () => {
        try {
          const { state } = await api.getInstallation(at, await call());
          return state === 'absent';
        } catch (error) {
          throw refusalOf(error);
        }
      };
      const remove = async (): Promise<number | null> => {
        try {
          const impact = await api.getUninstallImpact(at, await call());
          impactLines(impact).forEach(line => logger.info(line));
          if (confirm.trim() !== impact.confirm) {
            throw new InputError(
              `Set confirm to '${impact.confirm}' to uninstall ${name}`,
            );
          }
          await api.uninstallPromise(at, {
            ...(await call()),
            confirm: confirm.trim(),
            dryRun,
          });
          return impact.requests.total;
        } catch (error) {
          if (statusOf(error) === 404 && (await isAbsent())) return null;
          throw refusalOf(error);
        }
      };
      const key = `kratix.promise.uninstall.${platform}/${name}`;
      const requests = dryRun
        ? await remove()
        : await ctx.checkpoint({ key, fn: remove });
      const done = dryRun ? 'would be uninstalled' : 'is being uninstalled';
      logger.info(
        requests === null
          ? `There is no ${name} on ${platform}: nothing to uninstall`
          : `${name} ${done} from ${platform}`,
      );
      ctx.output('existed', requests !== null);
      ctx.output('requests', requests ?? 0);
    },
  });

/** What goes with it. */
function impactLines(impact: UninstallImpact): string[] {
  const { requests, children, dependents, works, target, risks } = impact;
  const owners = requests.byOwner
    .map(({ owner, count }) => `${owner || 'nobody'} ${count}`)
    .join(', ');
  return [
    `Deletes ${target.kind} ${target.name}`,
    `Requests that go with it: ${requests.total}${owners && ` (${owners})`}`,
    ...named(
      requests.items.map(
        ({ ref, owner = 'nobody' }) =>
          `${ref.namespace}/${ref.name} of ${owner}`,
      ),
      requests.total,
    ),
    ...(children.total > 0 ? [`Parts of others: ${children.total}`] : []),
    ...(works.total > 0
      ? [
          `Works that are removed: ${works.total}`,
          ...named(works.items.map(workLine), works.total),
        ]
      : []),
    ...dependents.items.map(
      ({ name, owner = 'nobody', requests: count }) =>
        `Requires it: ${name} of ${owner}${
          count === undefined ? '' : ` (requests: ${count})`
        }`,
    ),
    ...(dependents.total > dependents.items.length
      ? [`Require it: ${dependents.total} Promises in all`]
      : []),
    ...risks.map(({ id }) => `Risk: ${id}`),
  ];
}

type Work = UninstallImpact['works']['items'][number];

function workLine({ namespace, name, destinations }: Work): string {
  const to = destinations.length > 0 ? ` from ${destinations.join(', ')}` : '';
  return `${namespace}/${name}${to}`;
}

/** The log of a task is no place for thousands of lines. */
const few = 20;

function named(names: readonly string[], total: number): string[] {
  const shown = names.slice(0, few).map(name => `- ${name}`);
  const more = total - shown.length;
  return shown.length > 0 && more > 0
    ? [...shown, `- and ${more} more`]
    : shown;
}

import { InputError } from '@backstage/errors';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { UninstallImpact } from '@kratix-portal/backstage-plugin-kratix-common';
import type { PersonalKratix } from '../../requests/actions/PersonalKratix';

/** @internal */
export function registerUninstallPromise(
  registry: ActionsRegistryService,
  kratix: PersonalKratix,
): void {
  registry.register({
    name: 'uninstall-promise',
    title: 'Uninstall a Kratix Promise',
    description:
      'Uninstalls a Promise from a platform with all that was requested from it. Called without the right `confirm` it refuses, and says what goes with it and what to confirm. With `dryRun` the cluster checks and keeps it.',
    attributes: { readOnly: false, idempotent: true, destructive: true },
    schema: {
      input: z =>
        z.object({
          platform: z.string().describe('Id of the platform'),
          name: z.string().describe('Name of the Promise'),
          confirm: z.string().describe('As in delete 3 requests'),
          dryRun: z.boolean().optional().describe('Check only'),
        }),
      output: z =>
        z.object({
          requests: z.number().describe('Requests that go with it'),
          works: z.number().describe('Works that go with it'),
          uninstalled: z.boolean().describe('False for a dry run'),
        }),
    },
    async action({ input, credentials }) {
      const { platform, name, confirm, dryRun = false } = input;
      const ref = { platform, name };
      return kratix.call(credentials, async (api, options) => {
        const impact = await api.getUninstallImpact(ref, options);
        const { requests, works } = impact;
        if (confirm !== impact.confirm) {
          throw new InputError(
            `${whatGoes(impact)} Set confirm to '${impact.confirm}'`,
          );
        }
        await api.uninstallPromise(ref, { ...options, confirm, dryRun });
        return {
          output: {
            requests: requests.total,
            works: works.total,
            uninstalled: !dryRun,
          },
        };
      });
    },
  });
}

/** By name and owner, as far as whoever asks may know. */
function whatGoes(impact: UninstallImpact): string {
  const { name, requests, works, dependents } = impact;
  const named = [
    listed(
      `${requests.total} requests go with ${name}`,
      requests.total,
      requests.items.map(
        ({ ref, owner }) =>
          `${ref.namespace}/${ref.name} of ${owner ?? 'nobody'}`,
      ),
    ),
    works.total > 0 &&
      listed(
        `${works.total} Works are removed`,
        works.total,
        works.items.map(one => `${one.namespace}/${one.name}`),
      ),
    dependents.total > 0 &&
      listed(
        'Promises that require it',
        dependents.total,
        dependents.items.map(one => `${one.name} of ${one.owner ?? 'nobody'}`),
      ),
  ];
  return named.filter(Boolean).join(' ');
}

const few = 20;

function listed(what: string, total: number, names: string[]): string {
  const shown = names.slice(0, few);
  if (shown.length === 0) return `${what}.`;
  const more = total - shown.length;
  return `${what}: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}

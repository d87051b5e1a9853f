import { InputError } from '@backstage/errors';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
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
          uninstalled: z.boolean().describe('False for a dry run'),
        }),
    },
    async action({ input, credentials }) {
      const { platform, name, confirm, dryRun = false } = input;
      const ref = { platform, name };
      return kratix.call(credentials, async (api, options) => {
        const impact = await api.getUninstallImpact(ref, options);
        const { requests, dependents } = impact;
        if (confirm !== impact.confirm) {
          const more = dependents.length
            ? ` Promises that require it: ${dependents.join(', ')}.`
            : '';
          throw new InputError(
            `${requests.total} requests go with ${name}.${more} Set confirm to '${impact.confirm}'`,
          );
        }
        await api.uninstallPromise(ref, { ...options, dryRun });
        return {
          output: { requests: requests.total, uninstalled: !dryRun },
        };
      });
    },
  });
}

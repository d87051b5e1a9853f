import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { PersonalKratix } from '../../requests/actions/PersonalKratix';
import { listingInput } from './listingInput';

/** @internal */
export function registerInstallPromise(
  registry: ActionsRegistryService,
  kratix: PersonalKratix,
): void {
  registry.register({
    name: 'install-promise',
    title: 'Install a Kratix Promise',
    description:
      "Installs one Promise of the marketplace on a platform, or upgrades it where `generation` is given. This is the power of a cluster's administrator: its pipelines run with the rights that they ask for. What it requires is installed first, by itself. With `dryRun` nothing is kept.",
    attributes: { readOnly: false, idempotent: false, destructive: true },
    schema: {
      input: z =>
        z.object({
          ...listingInput(z),
          acknowledged: z
            .array(z.string())
            .optional()
            .describe('Ids of the warnings of preflight-promise'),
          seal: z
            .string()
            .optional()
            .describe(
              'As preflight-promise gave it: the install fails if the listing changed since',
            ),
          generation: z
            .number()
            .int()
            .optional()
            .describe('Upgrade what is there, as preflight-promise saw it'),
          dryRun: z.boolean().optional().describe('Check only'),
        }),
      output: z =>
        z.object({
          name: z.string().describe('Name of the Promise'),
          state: z.string().describe('How far it is, as in installing'),
          written: z.boolean().describe('False for a dry run'),
        }),
    },
    async action({ input, credentials }) {
      const { platform, generation, dryRun = false, ...body } = input;
      return kratix.call(credentials, async (api, options) => {
        const write = { ...options, dryRun };
        if (generation === undefined) {
          const { name, state } = await api.installPromise(
            platform,
            body,
            write,
          );
          return { output: { name, state, written: !dryRun } };
        }
        const { source, entry } = body;
        const { name } = await api.getListing({ source, entry }, options);
        const { state } = await api.upgradePromise(
          { platform, name },
          { ...body, generation },
          write,
        );
        return { output: { name, state, written: !dryRun } };
      });
    },
  });
}

import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { parseRequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import type { PersonalKratix } from './PersonalKratix';

/** @internal */
export function registerDeleteRequest(
  registry: ActionsRegistryService,
  kratix: PersonalKratix,
): void {
  registry.register({
    name: 'delete-request',
    title: 'Delete a Kratix request',
    description:
      'Asks for the deletion of a request of a Kratix Promise. What it brought about goes with it. With `dryRun` the cluster checks whether it may go and keeps it.',
    attributes: { readOnly: false, idempotent: true, destructive: true },
    schema: {
      input: z =>
        z.object({
          ref: z.string().describe('platform/crd/namespace/name'),
          dryRun: z.boolean().optional().describe('Check only'),
        }),
      output: z =>
        z.object({
          deleted: z.boolean().describe('False for a dry run'),
        }),
    },
    async action({ input, credentials }) {
      const { dryRun = false } = input;
      const ref = parseRequestRef(input.ref);
      return kratix.call(credentials, async (api, options) => {
        await api.deleteRequest(ref, { ...options, dryRun });
        return { output: { deleted: !dryRun } };
      });
    },
  });
}

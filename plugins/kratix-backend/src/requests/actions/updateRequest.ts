import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { parseRequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import type { PersonalKratix } from './PersonalKratix';

/** @internal */
export function registerUpdateRequest(
  registry: ActionsRegistryService,
  kratix: PersonalKratix,
): void {
  registry.register({
    name: 'update-request',
    title: 'Change a Kratix request',
    description:
      'Changes a request of a Kratix Promise by a JSON patch, guarded by the generation that `get-request` told: if it was changed meanwhile, nothing happens. With `dryRun` the cluster checks the change and keeps nothing.',
    attributes: { readOnly: false, idempotent: false, destructive: true },
    schema: {
      input: z =>
        z.object({
          ref: z.string().describe('platform/crd/namespace/name'),
          generation: z
            .number()
            .int()
            .describe('Of the object that the patch was made for'),
          patch: z
            .array(
              z.object({
                op: z.enum(['add', 'remove', 'replace', 'test']),
                path: z.string().describe('A JSON pointer: /spec/size'),
                value: z.unknown().optional(),
              }),
            )
            .min(1),
          dryRun: z.boolean().optional().describe('Check only'),
        }),
      output: z =>
        z.object({
          entityRef: z.string().describe('Entity of the request'),
          generation: z.number().optional().describe('Of the object now'),
          changed: z.boolean().describe('False for a dry run'),
        }),
    },
    async action({ input, credentials }) {
      const { generation, patch, dryRun = false } = input;
      const ref = parseRequestRef(input.ref);
      return kratix.call(credentials, async (api, options) => {
        const after = await api.updateRequest(
          ref,
          { generation, patch },
          { ...options, dryRun },
        );
        return {
          output: {
            entityRef: after.entityRef,
            generation: after.generation,
            changed: !dryRun,
          },
        };
      });
    },
  });
}

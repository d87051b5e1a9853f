import { InputError } from '@backstage/errors';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { stringifyRequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import type { PersonalKratix } from './PersonalKratix';

/** @internal */
export function registerCreateRequest(
  registry: ActionsRegistryService,
  kratix: PersonalKratix,
): void {
  registry.register({
    name: 'create-request',
    title: 'Create a Kratix request',
    description:
      'Requests an instance from a Kratix Promise. With `dryRun` the cluster checks the request and keeps nothing; refusals name the fields they speak of.',
    attributes: { readOnly: false, idempotent: false, destructive: false },
    schema: {
      input: z =>
        z.object({
          platform: z.string().describe('Id of the platform'),
          promise: z.string().describe('Name of the Promise'),
          namespace: z.string().describe("A namespace of the owner's"),
          name: z.string().describe('Lowercase letters, digits and dashes'),
          object: z
            .record(z.unknown())
            .describe('The fields beside metadata, usually spec'),
          owner: z
            .string()
            .optional()
            .describe('Entity ref of the Group that owns it'),
          service: z
            .string()
            .optional()
            .describe('Entity ref of the Component that will use it'),
          dryRun: z.boolean().optional().describe('Check only'),
        }),
      output: z =>
        z.object({
          ref: z.string().describe('platform/crd/namespace/name'),
          entityRef: z.string().describe('Entity of the request'),
          created: z.boolean().describe('False for a dry run'),
        }),
    },
    async action({ input, credentials }) {
      const { platform, promise, dryRun = false, ...body } = input;
      return kratix.call(credentials, async (api, options) => {
        const { api: offered, title } = await api.getPromise(
          { platform, name: promise },
          options,
        );
        if (!offered) throw new InputError(`${title} takes no requests`);
        const at = { platform, crd: offered.crd };
        const { entityRef } = await api.createRequest(at, body, {
          ...options,
          dryRun,
        });
        const { namespace, name } = body;
        const ref = stringifyRequestRef({ ...at, namespace, name });
        return { output: { ref, entityRef, created: !dryRun } };
      });
    },
  });
}

import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  describedAs,
  parseRequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { PersonalKratix } from './PersonalKratix';

/** @internal */
export function registerGetRequest(
  registry: ActionsRegistryService,
  kratix: PersonalKratix,
): void {
  registry.register({
    name: 'get-request',
    title: 'Get a Kratix request',
    description:
      'Tells how one request of a Kratix Promise is, in words, and what it says, as YAML without secrets.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          ref: z.string().describe('platform/crd/namespace/name'),
        }),
      output: z =>
        z.object({
          status: z.string().describe('Its state, as in ready or failed'),
          explanation: z.string().describe('The state in a sentence'),
          entityRef: z.string().describe('Entity of the request'),
          owner: z.string().optional().describe('Entity ref of its owner'),
          generation: z
            .number()
            .optional()
            .describe('Of the object; an update names it'),
          manifest: z.string().describe('The object as YAML'),
        }),
    },
    async action({ input, credentials }) {
      const ref = parseRequestRef(input.ref);
      return kratix.call(credentials, async (api, options) => {
        const request = await api.getRequest(ref, options);
        const { description, entityRef, owner, generation } = request;
        const manifest = await api.getRequestManifest(ref, options);
        const status = description.label;
        const explanation = describedAs(description);
        return {
          output: {
            status,
            explanation,
            entityRef,
            owner,
            generation,
            manifest,
          },
        };
      });
    },
  });
}

import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';

type Action = Parameters<ActionsRegistryService['register']>[0];

/** The zod that a registry hands to the schemas of its actions. */
type Zod = Parameters<Action['schema']['input']>[0];

/** Fields by which actions are told which listing goes where. @internal */
export function listingInput(z: Zod) {
  return {
    platform: z.string().describe('Id of the platform'),
    source: z.string().describe('Source of the listing'),
    entry: z.string().describe('The listing within its source'),
    method: z
      .enum(['promise', 'release'])
      .optional()
      .describe('Default: promise'),
  };
}

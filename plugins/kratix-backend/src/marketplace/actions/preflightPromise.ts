import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { findingSentence } from '@kratix-portal/backstage-plugin-kratix-common';
import type { PersonalKratix } from '../../requests/actions/PersonalKratix';
import { listingInput } from './listingInput';

/** @internal */
export function registerPreflightPromise(
  registry: ActionsRegistryService,
  kratix: PersonalKratix,
): void {
  registry.register({
    name: 'preflight-promise',
    title: 'Check the install of a Kratix Promise',
    description:
      'Tells what the install or upgrade of a Promise of the marketplace would do to a platform, and what stands in its way. Writes nothing. Warnings have to be acknowledged by their ids when it is installed.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          ...listingInput(z),
        }),
      output: z =>
        z.object({
          kind: z.enum(['install', 'upgrade']),
          seal: z
            .string()
            .describe('Of what was looked at, for install-promise'),
          generation: z
            .number()
            .optional()
            .describe('Of the Promise that is there, to upgrade it'),
          findings: z.array(
            z.object({
              id: z.string(),
              level: z.enum(['blocker', 'warning', 'fine']),
              text: z.string(),
              details: z.array(z.string()),
            }),
          ),
          plan: z
            .array(z.string())
            .describe(
              'What to install in which order: source/entry, or a name that no source offers',
            ),
        }),
    },
    async action({ input, credentials }) {
      const { platform, source, entry, method } = input;
      return kratix.call(credentials, async (api, options) => {
        const { kind, seal, findings, plan, upgrade } = await api.preflight(
          { source, entry },
          { platform, method },
          options,
        );
        const output = {
          kind,
          seal,
          ...(upgrade && { generation: upgrade.generation }),
          findings: findings.map(finding => ({
            id: finding.id,
            level: finding.level,
            text: findingSentence(finding),
            details: finding.details,
          })),
          plan: plan.map(step =>
            step.source ? `${step.source}/${step.entry}` : step.name,
          ),
        };
        return { output };
      });
    },
  });
}

import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { PersonalKratix } from '../../requests/actions/PersonalKratix';

const most = 50;

/** @internal */
export function registerFindListings(
  registry: ActionsRegistryService,
  kratix: PersonalKratix,
): void {
  registry.register({
    name: 'find-listings',
    title: 'Find Kratix Promises to install',
    description: `Searches the marketplace of Kratix Promises, and tells on which platforms each is installed. At most ${most} are given.`,
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          search: z
            .string()
            .max(200)
            .optional()
            .describe('Words of name, title, summary or category'),
          platform: z
            .string()
            .optional()
            .describe('Id of the platform whose states are given'),
        }),
      output: z =>
        z.object({
          total: z.number().describe('How many match'),
          listings: z.array(
            z.object({
              source: z.string(),
              entry: z.string(),
              promise: z.string().describe('Name of the Promise'),
              title: z.string(),
              summary: z.string().optional(),
              version: z.string().optional(),
              requires: z.array(z.string()).describe('Other Promises'),
              installed: z
                .array(z.string())
                .describe('platform: state, and the version there'),
            }),
          ),
        }),
    },
    async action({ input, credentials }) {
      const { search, platform } = input;
      return kratix.call(credentials, async (api, options) => {
        const { items, total } = await api.listListings(
          { q: search, size: most },
          options,
        );
        const listings = items.map(one => ({
          source: one.source,
          entry: one.entry,
          promise: one.name,
          title: one.title,
          ...(one.summary && { summary: one.summary }),
          ...(one.version && { version: one.version }),
          requires: one.requires.map(({ name, version = '' }) =>
            `${name} ${version}`.trim(),
          ),
          installed: one.installs
            .filter(state => !platform || state.platform === platform)
            .map(state =>
              `${state.platform}: ${state.state} ${state.version ?? ''}`.trim(),
            ),
        }));
        return { output: { total, listings } };
      });
    },
  });
}

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const action = 'kratix:promise:uninstall';

/** @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Confirmed by the person in the form',
    example: stringify({
      steps: [
        {
          id: 'uninstall',
          name: 'Uninstall the Promise',
          action,
          input: {
            platform: 'eu-dev',
            name: 'redis',
            confirm: 'delete 3 requests',
          },
        },
      ],
    }),
  },
];

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const action = 'kratix:promise:wait';

/** @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Until it can be requested from',
    example: stringify({
      steps: [
        {
          id: 'available',
          name: 'Wait until it is available',
          action,
          input: { platform: 'eu-dev', name: 'redis' },
        },
      ],
    }),
  },
  {
    description: 'Until nothing of it is left',
    example: stringify({
      steps: [
        {
          id: 'removed',
          name: 'Wait until it is removed',
          action,
          input: {
            platform: 'eu-dev',
            name: 'redis',
            until: 'removed',
            timeoutMinutes: 60,
          },
        },
      ],
    }),
  },
];

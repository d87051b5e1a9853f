import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const action = 'kratix:promise:install';

/** @internal */
export const examples: TemplateExample[] = [
  {
    description: 'A listing with all that it requires',
    example: stringify({
      steps: [
        {
          id: 'install',
          name: 'Install the Promise',
          action,
          input: {
            platform: 'eu-dev',
            source: 'ours',
            entry: 'app-environment',
            withRequirements: true,
          },
        },
      ],
    }),
  },
  {
    description: 'By the name of the Promise, knowing that it may read Secrets',
    example: stringify({
      steps: [
        {
          id: 'install',
          name: 'Install the Promise',
          action,
          input: {
            platform: 'eu-dev',
            promise: 'redis',
            method: 'release',
            upgrade: true,
            acknowledge: ['rights-secrets'],
          },
        },
      ],
    }),
  },
];

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const action = 'kratix:manifest:write';

/** @internal */
export const examples: TemplateExample[] = [
  {
    description: 'A Promise of the marketplace, to be installed by Git',
    example: stringify({
      steps: [
        {
          id: 'manifest',
          name: 'Write the Promise',
          action,
          input: {
            path: 'platforms/eu-dev/promises/redis.yaml',
            listing: { promise: 'redis', platform: 'eu-dev' },
          },
        },
      ],
    }),
  },
  {
    description: 'A PromiseRelease, by which Kratix fetches the Promise itself',
    example: stringify({
      steps: [
        {
          id: 'manifest',
          name: 'Write the release',
          action,
          input: {
            path: 'promises/redis.yaml',
            listing: { source: 'ours', entry: 'redis', method: 'release' },
          },
        },
      ],
    }),
  },
  {
    description: 'A request, for teams that keep theirs in Git',
    example: stringify({
      steps: [
        {
          id: 'manifest',
          name: 'Write the request',
          action,
          input: {
            path: 'requests/orders-cache.yaml',
            request: {
              platform: 'eu-dev',
              promise: 'redis',
              name: 'orders-cache',
              owner: 'group:default/payments',
              object: { spec: { size: 'large' } },
            },
          },
        },
      ],
    }),
  },
];

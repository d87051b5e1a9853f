import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/** @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Read the address of a cache that another step asked for',
    example: stringify({
      steps: [
        {
          id: 'cache',
          name: 'Look the cache up',
          action: 'kratix:request:get',
          input: {
            ref: 'eu-dev/redis.caches.example.io/payments/orders-cache',
          },
        },
      ],
      output: {
        text: [
          {
            title: 'Your cache',
            content: '${{ steps.cache.output.outputs.host }}',
          },
        ],
      },
    }),
  },
];

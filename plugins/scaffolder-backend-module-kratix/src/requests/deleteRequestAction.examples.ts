import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const ref = 'eu-dev/redis.caches.example.io/payments/orders-cache';

/** @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Delete a cache',
    example: stringify({
      steps: [
        {
          id: 'delete',
          name: 'Delete the cache',
          action: 'kratix:request:delete',
          input: { ref },
        },
      ],
    }),
  },
];

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const action = 'kratix:request:wait';

/** @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Wait until what a step asked for is ready',
    example: stringify({
      steps: [
        {
          id: 'wait',
          name: 'Wait until it is ready',
          action,
          input: {
            ref: 'eu-dev/redis.caches.example.io/payments/orders-cache',
            timeoutMinutes: 20,
          },
        },
      ],
    }),
  },
  {
    description: 'Wait until a deleted request is gone for good',
    example: stringify({
      steps: [
        {
          id: 'gone',
          name: 'Wait until it is gone',
          action,
          input: {
            ref: 'eu-dev/redis.caches.example.io/payments/orders-cache',
            until: 'gone',
          },
        },
      ],
    }),
  },
];

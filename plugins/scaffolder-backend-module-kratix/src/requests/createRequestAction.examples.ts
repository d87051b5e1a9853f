import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const action = 'kratix:request:create';

/** @internal */
export const examples: TemplateExample[] = [
  {
    description: 'What a form gathered, for a team and one of its services',
    example: stringify({
      steps: [
        {
          id: 'create',
          name: 'Send the request',
          action,
          input: {
            platform: 'eu-dev',
            promise: 'redis',
            name: 'orders-cache',
            owner: 'group:default/payments',
            service: 'component:default/orders',
            values: { spec: { size: 'large' } },
          },
        },
      ],
    }),
  },
  {
    description: 'Fields written by hand, in a namespace of your choice',
    example: stringify({
      steps: [
        {
          id: 'create',
          name: 'Send the request',
          action,
          input: {
            platform: 'eu-dev',
            promise: 'redis',
            name: 'orders-cache',
            namespace: 'payments',
            object: { spec: { size: 'small' } },
          },
        },
      ],
    }),
  },
];

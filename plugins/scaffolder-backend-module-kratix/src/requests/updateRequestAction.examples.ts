import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const action = 'kratix:request:update';
const ref = 'eu-dev/redis.caches.example.io/payments/orders-cache';

const example = (input: object) =>
  stringify({
    steps: [{ id: 'update', name: 'Change the request', action, input }],
  });

/** @internal */
export const examples: TemplateExample[] = [
  {
    description: 'Change a size, leaving all else as it is',
    example: example({ ref, object: { spec: { size: 'large' } } }),
  },
  {
    description: 'What a form gathered, for a request named by its Promise',
    example: example({
      platform: 'eu-dev',
      promise: 'redis',
      namespace: 'payments',
      name: 'orders-cache',
      values: { spec: { size: 'large' } },
    }),
  },
  {
    description: 'A JSON patch that applies only to what it was written for',
    example: example({
      ref,
      patch: [
        { op: 'test', path: '/spec/size', value: 'small' },
        { op: 'replace', path: '/spec/size', value: 'large' },
      ],
    }),
  },
];

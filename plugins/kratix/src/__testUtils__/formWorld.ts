import {
  aPromiseDetail,
  aRequestDetail,
  FakeKratix,
  type FakeWorld,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { aWorld } from './world';

/** Key of the one request that can be edited. @internal */
export const ordersDb =
  'eu-dev/postgresqls.data.example.com/payments/orders-db';

/** @internal */
export const postgresqlSchema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      required: ['size'],
      properties: {
        size: { type: 'string', enum: ['small', 'large'] },
        database: { type: 'string', maxLength: 20 },
        replicas: { type: 'integer', default: 1, maximum: 5 },
        serial: { type: 'integer' },
        adminPassword: { type: 'string' },
      },
    },
  },
};

/** A request as a platform has it. @internal */
export function anObject(spec: object, generation = 4) {
  return {
    apiVersion: 'data.example.com/v1',
    kind: 'PostgreSQL',
    metadata: {
      name: 'orders-db',
      namespace: 'payments',
      generation,
      labels: { 'kratix.io/promise-name': 'postgresql' },
    },
    spec,
    status: { message: 'Resource requested' },
  };
}

/** A Promise with a schema, and one request of it. @internal */
export function aFormWorld(given: Partial<FakeWorld> = {}): FakeKratix {
  const world = aWorld();
  return new FakeKratix({
    ...world,
    promises: [
      aPromiseDetail({
        schema: postgresqlSchema,
        examples: {
          minimal: 'kind: PostgreSQL\nspec:\n  size: small\n',
          full: 'kind: PostgreSQL\nspec:\n  size: large\n  database: all\n',
        },
      }),
    ],
    requests: [aRequestDetail({ generation: 4 })],
    objects: {
      [ordersDb]: anObject({
        size: 'small',
        database: 'orders',
        serial: 9007199254740993n,
      }),
    },
    ...given,
  });
}

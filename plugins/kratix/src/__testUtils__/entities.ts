import type { Entity } from '@backstage/catalog-model';

function anEntity(
  kind: string,
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'test', owner: 'payments' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  };
}

const platform = { 'kratix-portal.io/platform': 'eu-dev' };

/** As the catalog module writes them. @internal */
export const entities = {
  request: anEntity('Resource', 'eu-dev.payments.postgresql.orders-db', {
    ...platform,
    'kratix.io/type': 'resource',
    'kratix.io/name': 'orders-db',
    'kratix.io/namespace': 'payments',
    'kratix.io/promise-name': 'postgresql',
    'kratix-portal.io/crd': 'postgresqls.data.example.com',
  }),
  /** As other generators write them: without the platform and the CRD. */
  foreignRequest: anEntity('Component', 'orders-db', {
    'kratix.io/type': 'resource',
    'kratix.io/name': 'orders-db',
    'kratix.io/namespace': 'payments',
    'kratix.io/promise-name': 'postgresql',
  }),
  namelessRequest: anEntity('Resource', 'what', {
    'kratix.io/type': 'resource',
  }),
  promise: anEntity('Component', 'eu-dev.postgresql', {
    ...platform,
    'kratix.io/type': 'promise',
    'kratix.io/name': 'postgresql',
  }),
  promiseApi: anEntity('API', 'eu-dev.postgresql', {
    ...platform,
    'kratix.io/type': 'promise',
    'kratix.io/name': 'postgresql',
  }),
  destination: anEntity('Resource', 'eu-dev.worker-1', {
    ...platform,
    'kratix.io/type': 'destination',
    'kratix.io/name': 'worker-1',
  }),
  platform: anEntity('Resource', 'kratix-eu-dev', {
    ...platform,
    'kratix.io/type': 'platform',
    'kratix.io/name': 'eu-dev',
  }),
  service: anEntity('Component', 'orders'),
  team: anEntity('Group', 'payments'),
};

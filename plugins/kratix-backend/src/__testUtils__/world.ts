import {
  aDestination,
  anObject,
  aPromise,
  aReadyRequest,
  aRequest,
  aStep,
  aStore,
} from '@kratix-portal/backstage-plugin-kratix-common/testUtils';
import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';

/** The CRD of Promise `redis`. */
export const crd = 'rediss.demo.kratix-portal.io';

/** The path of a request of Promise `redis` on `eu`. */
export const pathOf = (name: string, namespace = 'payments') =>
  `/requests/eu/${crd}/${namespace}/${name}`;

export const aNamespace = (name: string): KubeObject =>
  anObject('Namespace', { name }, 'v1');

/**
 * One Promise, a Destination, and requests of two teams: `cache` of payments
 * is ready, `broken` of payments has failed, `other` belongs to web.
 */
export function aWorld(): KubeObject[] {
  return [
    aPromise(),
    aStore(),
    aDestination(),
    aNamespace('payments'),
    aNamespace('web'),
    aReadyRequest({ name: 'cache', namespace: 'payments' }),
    aRequest({
      name: 'broken',
      namespace: 'payments',
      steps: [aStep('configure', 'Failed')],
    }),
    aReadyRequest({ name: 'other', namespace: 'web' }),
  ];
}

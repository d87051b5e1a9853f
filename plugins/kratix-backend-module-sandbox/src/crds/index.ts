import type { KubeObject } from '@kratix-portal/backstage-plugin-kratix-common';
import { destinationDefinitions } from './destinations';
import { promiseDefinitions } from './promises';
import { workDefinitions } from './works';

/**
 * Kratix's eleven CRDs.
 *
 * @public
 */
export function kratixDefinitions(): KubeObject[] {
  return [
    ...promiseDefinitions(),
    ...destinationDefinitions(),
    ...workDefinitions(),
  ];
}

import type {
  KubeObject,
  OfferedApi,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The identity of a Promise, under the names that Kratix portals share.
 *
 * @internal
 */
export function promiseAnnotations(
  promise: KubeObject,
  api: OfferedApi | undefined,
): Record<string, string | undefined> {
  const { name } = promise.metadata;
  return {
    'kratix.io/type': 'promise',
    'kratix.io/promise-name': name,
    'kratix.io/name': name,
    'kratix.io/api-name': api?.crd,
    'kratix.io/api-group': api?.group,
    'backstage.io/kubernetes-label-selector': `kratix.io/promise-name=${name}`,
  };
}

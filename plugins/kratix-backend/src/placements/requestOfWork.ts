import {
  kratixLabels,
  labelOf,
  namespaceOf,
  stringifyRequestRef,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * The keys under which the request of a Work may be known: by its labels, one
 * for each kind that its Promise brings. None for Works of Promises.
 *
 * @internal
 */
export function requestKeysOfWork(
  platform: Platform,
  work: KubeObject,
): string[] {
  const promise = labelOf(work, kratixLabels.promiseName);
  const name = labelOf(work, kratixLabels.resourceName);
  const type = labelOf(work, kratixLabels.workType);
  if (!promise || !name || (type && type !== 'resource')) return [];
  const namespace =
    labelOf(work, kratixLabels.resourceNamespace) ?? namespaceOf(work);
  return platform
    .requestKinds()
    .filter(kind => kind.promise === promise)
    .map(({ crd, namespaced }) =>
      stringifyRequestRef({
        platform: platform.id,
        crd,
        namespace: namespaced ? namespace : '-',
        name,
      }),
    );
}

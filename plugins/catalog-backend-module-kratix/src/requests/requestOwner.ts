import {
  annotationOf,
  kratixAnnotations,
  type KubeObject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { entityRefOf } from '../catalog';

/**
 * Who owns a request: what it says itself, what its namespace says, whose
 * namespace it is; in this order.
 *
 * @param groupOf - the Group that a namespace belongs to
 * @internal
 */
export function requestOwner(options: {
  request: KubeObject;
  namespace?: KubeObject;
  annotationPrefix: string;
  groupOf: (namespace: string) => string | undefined;
}): string | undefined {
  const { request, namespace, annotationPrefix, groupOf } = options;
  const key = `${annotationPrefix}owner`;
  const own =
    annotationOf(request, key) ??
    annotationOf(request, kratixAnnotations.backstageGroup);
  return (
    entityRefOf(own, 'group') ??
    entityRefOf(annotationOf(namespace, key), 'group') ??
    groupOf(request.metadata.namespace ?? '')
  );
}

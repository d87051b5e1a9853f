import { fullEntityRef } from '../catalog';
import { annotationOf, namespaceOf, type KubeObject } from '../kube';
import { kratixAnnotations } from '../kratixNames';

/**
 * Entity ref of a request's owner: what the request says itself, what its
 * namespace says, whose namespace it is, in this order. `undefined`: nobody.
 *
 * @public
 */
export function requestOwner(options: {
  request: KubeObject;
  /** The Namespace it lives in, where that is known. */
  namespace?: KubeObject;
  /** Of the portal's annotations, ending in a slash. */
  annotationPrefix: string;
  /** The Group that a namespace belongs to. */
  teamOf: (namespace: string) => string | undefined;
}): string | undefined {
  const { request, namespace, annotationPrefix, teamOf } = options;
  const owner = `${annotationPrefix}owner`;
  return (
    fullEntityRef(annotationOf(request, owner), 'group') ??
    fullEntityRef(
      annotationOf(request, kratixAnnotations.backstageGroup),
      'group',
    ) ??
    fullEntityRef(annotationOf(namespace, owner), 'group') ??
    teamOf(namespaceOf(request))
  );
}

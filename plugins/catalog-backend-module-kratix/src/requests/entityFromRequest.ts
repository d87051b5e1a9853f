import type { Entity } from '@backstage/catalog-model';
import {
  annotationOf,
  type KubeObject,
  parentsOf,
  promiseEntityRef,
  requestEntityName,
  requestEntityRef,
  fullEntityRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestKind } from '@kratix-portal/backstage-plugin-kratix-node';
import { entityMetadata, type EntityOptions, noOwner } from '../catalog';

/**
 * The entity of a request: who it is and what it belongs to, never how it is.
 *
 * @internal
 */
export function entityFromRequest(
  request: KubeObject,
  kind: RequestKind,
  options: EntityOptions & {
    /** Entity ref. */
    owner?: string;
  },
): Entity {
  const { platform, annotationPrefix, requestKind, owner } = options;
  const { name, namespace = '-' } = request.metadata;
  const service = fullEntityRef(
    annotationOf(request, `${annotationPrefix}for`),
    'component',
  );
  const system = fullEntityRef(
    annotationOf(request, `${annotationPrefix}system`),
    'system',
  );
  const usedBy = [
    ...(service ? [service] : []),
    ...parentsOf(request).map(parent =>
      requestEntityRef(
        { platform: platform.id, namespace: '-', ...parent },
        requestKind,
      ),
    ),
  ];
  const { promise } = kind;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: requestKind,
    metadata: entityMetadata(options, {
      name: requestEntityName({
        platform: platform.id,
        namespace,
        promise,
        name,
      }),
      title: name,
      location: `requests/${kind.crd}/${namespace}/${name}`,
      page: `requests/${platform.id}/${kind.crd}/${namespace}/${name}`,
      annotations: {
        'kratix.io/type': 'resource',
        'kratix.io/promise-name': promise,
        'kratix.io/group': kind.group,
        'kratix.io/version': kind.version,
        'kratix.io/kind': kind.kind,
        'kratix.io/name': name,
        'kratix.io/namespace': request.metadata.namespace,
        [`${annotationPrefix}crd`]: kind.crd,
        'backstage.io/kubernetes-namespace': request.metadata.namespace,
        'backstage.io/kubernetes-label-selector': `kratix.io/promise-name=${promise},kratix.io/resource-name=${name}`,
      },
    }),
    spec: {
      type: promise,
      owner: owner ?? noOwner,
      ...(requestKind === 'Component' && { lifecycle: 'production' }),
      ...(system && { system }),
      dependsOn: [promiseEntityRef('component', platform.id, promise)],
      ...(usedBy.length > 0 && { dependencyOf: [...new Set(usedBy)] }),
    },
  };
}

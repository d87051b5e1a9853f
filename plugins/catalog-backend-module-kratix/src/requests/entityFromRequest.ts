import type { Entity } from '@backstage/catalog-model';
import {
  annotationOf,
  kratixLabels,
  type KubeObject,
  labelOf,
  promiseEntityRef,
  requestEntityName,
  requestEntityRef,
  fullEntityRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestKind } from '@kratix-portal/backstage-plugin-kratix-node';
import { entityMetadata, type EntityOptions, noOwner } from '../catalog';

/** The two families of labels that make a request part of another. */
const parentLabels = [
  [
    kratixLabels.componentOfPromise,
    kratixLabels.componentOfName,
    kratixLabels.componentOfNamespace,
  ],
  [
    kratixLabels.parentPromise,
    kratixLabels.parentName,
    kratixLabels.parentNamespace,
  ],
] as const;

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
    ...parentsOf(request, options),
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

/** The requests that this one is part of. */
function parentsOf(
  request: KubeObject,
  { platform, requestKind }: EntityOptions,
): string[] {
  return parentLabels.flatMap(([promiseLabel, nameLabel, namespaceLabel]) => {
    const promise = labelOf(request, promiseLabel);
    const name = labelOf(request, nameLabel);
    const namespace =
      labelOf(request, namespaceLabel) ?? request.metadata.namespace ?? '-';
    return promise && name
      ? [
          requestEntityRef(
            { platform: platform.id, namespace, promise, name },
            requestKind,
          ),
        ]
      : [];
  });
}

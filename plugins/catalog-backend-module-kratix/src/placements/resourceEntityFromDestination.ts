import type { Entity } from '@backstage/catalog-model';
import {
  annotationOf,
  destinationEntityName,
  type KubeObject,
  platformEntityRef,
  fullEntityRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { entityMetadata, type EntityOptions, noOwner } from '../catalog';

/** @internal */
export function resourceEntityFromDestination(
  destination: KubeObject,
  options: EntityOptions,
): Entity {
  const { platform, annotationPrefix } = options;
  const { name } = destination.metadata;
  const owner = annotationOf(destination, `${annotationPrefix}owner`);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: entityMetadata(options, {
      name: destinationEntityName(platform.id, name),
      title: annotationOf(destination, `${annotationPrefix}title`) ?? name,
      location: `destinations/${name}`,
      page: `operate/destinations/${platform.id}/${name}`,
      annotations: {
        'kratix.io/type': 'destination',
        'kratix.io/name': name,
      },
    }),
    spec: {
      type: 'kratix-destination',
      owner: fullEntityRef(owner, 'group') ?? platform.owner ?? noOwner,
      dependencyOf: [platformEntityRef(platform.id)],
    },
  };
}

import type { Entity } from '@backstage/catalog-model';
import { platformEntityName } from '@kratix-portal/backstage-plugin-kratix-common';
import { entityMetadata, type EntityOptions, noOwner } from '../catalog';

/** The entity of a platform; known from config, so it never comes or goes. @internal */
export function resourceEntityFromPlatform(options: EntityOptions): Entity {
  const { id, title, owner } = options.platform;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: entityMetadata(options, {
      name: platformEntityName(id),
      title,
      description: 'A Kubernetes cluster that runs Kratix',
      location: 'platform',
      page: `operate/platforms/${id}`,
      annotations: { 'kratix.io/type': 'platform' },
    }),
    spec: { type: 'kratix-platform', owner: owner ?? noOwner },
  };
}

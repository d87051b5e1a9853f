import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_KRATIX_REQUEST,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What a rule may look at when it decides about a request.
 *
 * @public
 */
export interface KratixRequestResource {
  ref: RequestRef;
  /** `metadata.name` of the Promise. */
  promise: string;
  /** Entity ref of the owner; absent where nobody owns it. */
  owner?: string;
}

/**
 * A condition as the list understands it: the property is one of the values.
 * A plain value, so that ten thousand rows are checked without running rules.
 *
 * @public
 */
export interface KratixRequestFilter {
  property: 'owner' | 'namespace' | 'platform' | 'promise';
  values: string[];
}

/**
 * For rules of one's own about requests.
 *
 * @public
 */
export const kratixRequestResourceRef = createPermissionResourceRef<
  KratixRequestResource,
  KratixRequestFilter
>().with({
  pluginId: 'kratix',
  resourceType: RESOURCE_TYPE_KRATIX_REQUEST,
});

/** The property of a resource that a filter speaks of. @internal */
export function propertyOf(
  resource: KratixRequestResource,
  property: KratixRequestFilter['property'],
): string | undefined {
  switch (property) {
    case 'owner':
      return resource.owner;
    case 'promise':
      return resource.promise;
    case 'namespace':
      return resource.ref.namespace;
    case 'platform':
      return resource.ref.platform;
    default:
      return property satisfies never;
  }
}

import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of requests in conditional decisions. @public */
export const RESOURCE_TYPE_KRATIX_REQUEST = 'kratix-request';

/** @public */
export const kratixPlatformReadPermission = createPermission({
  name: 'kratix.platform.read',
  attributes: { action: 'read' },
});

/** @public */
export const kratixPromiseReadPermission = createPermission({
  name: 'kratix.promise.read',
  attributes: { action: 'read' },
});

/** @public */
export const kratixDestinationReadPermission = createPermission({
  name: 'kratix.destination.read',
  attributes: { action: 'read' },
});

/** @public */
export const kratixRequestReadPermission = createPermission({
  name: 'kratix.request.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_KRATIX_REQUEST,
});

/** Not about a resource: there is none yet. @public */
export const kratixRequestCreatePermission = createPermission({
  name: 'kratix.request.create',
  attributes: { action: 'create' },
});

/** @public */
export const kratixRequestUpdatePermission = createPermission({
  name: 'kratix.request.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_KRATIX_REQUEST,
});

/** @public */
export const kratixRequestDeletePermission = createPermission({
  name: 'kratix.request.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_KRATIX_REQUEST,
});

/** Every permission of the suite. @public */
export const kratixPermissions = [
  kratixPlatformReadPermission,
  kratixPromiseReadPermission,
  kratixDestinationReadPermission,
  kratixRequestReadPermission,
  kratixRequestCreatePermission,
  kratixRequestUpdatePermission,
  kratixRequestDeletePermission,
];

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

/** What could be installed: sources and their listings. @public */
export const kratixMarketplaceReadPermission = createPermission({
  name: 'kratix.marketplace.read',
  attributes: { action: 'read' },
});

/**
 * Installing a Promise is the power of a cluster's administrator: its pipelines
 * run with the rights that they ask for (reference §18).
 *
 * @public
 */
export const kratixPromiseInstallPermission = createPermission({
  name: 'kratix.promise.install',
  attributes: { action: 'create' },
});

/** As much power as installing. @public */
export const kratixPromiseUpgradePermission = createPermission({
  name: 'kratix.promise.upgrade',
  attributes: { action: 'update' },
});

/** Takes every request for the Promise along. @public */
export const kratixPromiseUninstallPermission = createPermission({
  name: 'kratix.promise.uninstall',
  attributes: { action: 'delete' },
});

/** Every permission of the suite. @public */
export const kratixPermissions = [
  kratixPlatformReadPermission,
  kratixPromiseReadPermission,
  kratixMarketplaceReadPermission,
  kratixPromiseInstallPermission,
  kratixPromiseUpgradePermission,
  kratixPromiseUninstallPermission,
  kratixDestinationReadPermission,
  kratixRequestReadPermission,
  kratixRequestCreatePermission,
  kratixRequestUpdatePermission,
  kratixRequestDeletePermission,
];

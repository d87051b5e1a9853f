import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** Home. @public */
export const rootRouteRef = createRouteRef({ id: 'kratix' });

/** The list of requests. @public */
export const requestsRouteRef = createSubRouteRef({
  id: 'kratix/requests',
  parent: rootRouteRef,
  path: '/requests',
});

/** One request; `namespace` is `-` for cluster-scoped ones. @public */
export const requestRouteRef = createSubRouteRef({
  id: 'kratix/request',
  parent: rootRouteRef,
  path: '/requests/:platform/:crd/:namespace/:name',
});

/** The form that changes a request. @public */
export const editRequestRouteRef = createSubRouteRef({
  id: 'kratix/edit-request',
  parent: rootRouteRef,
  path: '/requests/:platform/:crd/:namespace/:name/edit',
});

/** The form that makes another request like this one. @public */
export const cloneRequestRouteRef = createSubRouteRef({
  id: 'kratix/clone-request',
  parent: rootRouteRef,
  path: '/requests/:platform/:crd/:namespace/:name/clone',
});

/** The installed Promises. @public */
export const promisesRouteRef = createSubRouteRef({
  id: 'kratix/promises',
  parent: rootRouteRef,
  path: '/promises',
});

/** What could be installed, from all sources. @public */
export const marketplaceRouteRef = createSubRouteRef({
  id: 'kratix/marketplace',
  parent: rootRouteRef,
  path: '/promises/marketplace',
});

/** One listing of the marketplace. @public */
export const listingRouteRef = createSubRouteRef({
  id: 'kratix/listing',
  parent: rootRouteRef,
  path: '/promises/marketplace/:source/:entry',
});

/** Installs a listing, or upgrades to it: `?platform=`. @public */
export const installListingRouteRef = createSubRouteRef({
  id: 'kratix/install-listing',
  parent: rootRouteRef,
  path: '/promises/marketplace/:source/:entry/install',
});

/** One Promise. @public */
export const promiseRouteRef = createSubRouteRef({
  id: 'kratix/promise',
  parent: rootRouteRef,
  path: '/promises/:platform/:name',
});

/**
 * The form that requests from a Promise. Its query prefills it:
 * `?name=&team=&for=&platform=&values=`.
 *
 * @public
 */
export const newRequestRouteRef = createSubRouteRef({
  id: 'kratix/new-request',
  parent: rootRouteRef,
  path: '/promises/:platform/:name/new',
});

/** The Destinations of all platforms. @public */
export const destinationsRouteRef = createSubRouteRef({
  id: 'kratix/destinations',
  parent: rootRouteRef,
  path: '/operate/destinations',
});

/** One Destination. @public */
export const destinationRouteRef = createSubRouteRef({
  id: 'kratix/destination',
  parent: rootRouteRef,
  path: '/operate/destinations/:platform/:name',
});

/** All platforms. @public */
export const platformsRouteRef = createSubRouteRef({
  id: 'kratix/platforms',
  parent: rootRouteRef,
  path: '/operate/platforms',
});

/** One platform. @public */
export const platformRouteRef = createSubRouteRef({
  id: 'kratix/platform',
  parent: rootRouteRef,
  path: '/operate/platforms/:platform',
});

/** An entity's page, in the catalog. @public */
export const entityRouteRef = createExternalRouteRef({
  id: 'catalog-entity',
  params: ['namespace', 'kind', 'name'],
  optional: true,
  defaultTarget: 'catalog.catalogEntity',
});

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

/** The installed Promises. @public */
export const promisesRouteRef = createSubRouteRef({
  id: 'kratix/promises',
  parent: rootRouteRef,
  path: '/promises',
});

/** One Promise. @public */
export const promiseRouteRef = createSubRouteRef({
  id: 'kratix/promise',
  parent: rootRouteRef,
  path: '/promises/:platform/:name',
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

/** The form of a Template, in the scaffolder. @public */
export const templateRouteRef = createExternalRouteRef({
  id: 'scaffolder-template',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** An entity's page, in the catalog. @public */
export const entityRouteRef = createExternalRouteRef({
  id: 'catalog-entity',
  params: ['namespace', 'kind', 'name'],
  optional: true,
  defaultTarget: 'catalog.catalogEntity',
});

import {
  cloneRequestRouteRef,
  destinationRouteRef,
  destinationsRouteRef,
  editRequestRouteRef,
  entityRouteRef,
  installListingRouteRef,
  listingRouteRef,
  marketplaceRouteRef,
  newRequestRouteRef,
  platformRouteRef,
  platformsRouteRef,
  promiseRouteRef,
  promisesRouteRef,
  requestRouteRef,
  requestsRouteRef,
  rootRouteRef,
} from './routes';

/** Every page of the plugin, as both frontend systems offer them to apps. @internal */
export const kratixRoutes = {
  root: rootRouteRef,
  requests: requestsRouteRef,
  request: requestRouteRef,
  editRequest: editRequestRouteRef,
  cloneRequest: cloneRequestRouteRef,
  promises: promisesRouteRef,
  marketplace: marketplaceRouteRef,
  listing: listingRouteRef,
  installListing: installListingRouteRef,
  promise: promiseRouteRef,
  newRequest: newRequestRouteRef,
  destinations: destinationsRouteRef,
  destination: destinationRouteRef,
  platforms: platformsRouteRef,
  platform: platformRouteRef,
};

/** Pages of others that ours lead to. @internal */
export const kratixExternalRoutes = { entity: entityRouteRef };

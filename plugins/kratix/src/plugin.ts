import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  kratixApiRef,
  KratixBrowserClient,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { rootRouteRef } from './routes';
import { kratixExternalRoutes, kratixRoutes } from './routeTable';

/** The plugin in the legacy frontend system. @public */
export const kratixPlugin = createPlugin({
  id: 'kratix',
  apis: [
    createApiFactory({
      api: kratixApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new KratixBrowserClient(deps),
    }),
  ],
  routes: kratixRoutes,
  externalRoutes: kratixExternalRoutes,
});

/** Something for an entity's page, which knows the entity itself. @public */
export type EntityElement = () => JSX.Element | null;

/** Every page; mounted at `/kratix`. @public */
export const KratixPage: () => JSX.Element = kratixPlugin.provide(
  createRoutableExtension({
    name: 'KratixPage',
    component: () => import('./shell/KratixPage').then(m => m.KratixPage),
    mountPoint: rootRouteRef,
  }),
);

/** @public */
export const EntityKratixRequestCard: EntityElement = kratixPlugin.provide(
  createComponentExtension({
    name: 'EntityKratixRequestCard',
    component: {
      lazy: () => import('./entities/cards').then(m => m.RequestStatusCard),
    },
  }),
);

/** @public */
export const EntityKratixRequestContent: EntityElement = kratixPlugin.provide(
  createComponentExtension({
    name: 'EntityKratixRequestContent',
    component: {
      lazy: () => import('./entities/cards').then(m => m.RequestEntityContent),
    },
  }),
);

/** @public */
export const EntityKratixPromiseCard: EntityElement = kratixPlugin.provide(
  createComponentExtension({
    name: 'EntityKratixPromiseCard',
    component: {
      lazy: () => import('./entities/cards').then(m => m.PromiseCard),
    },
  }),
);

/** @public */
export const EntityKratixPromiseContent: EntityElement = kratixPlugin.provide(
  createComponentExtension({
    name: 'EntityKratixPromiseContent',
    component: {
      lazy: () => import('./entities/cards').then(m => m.PromiseEntityContent),
    },
  }),
);

/** @public */
export const EntityKratixPromiseApiContent: EntityElement =
  kratixPlugin.provide(
    createComponentExtension({
      name: 'EntityKratixPromiseApiContent',
      component: {
        lazy: () =>
          import('./entities/cards').then(m => m.PromiseApiEntityContent),
      },
    }),
  );

/** @public */
export const EntityKratixInfrastructureCard: EntityElement =
  kratixPlugin.provide(
    createComponentExtension({
      name: 'EntityKratixInfrastructureCard',
      component: {
        lazy: () => import('./entities/cards').then(m => m.InfrastructureCard),
      },
    }),
  );

/** @public */
export const EntityKratixTeamCard: EntityElement = kratixPlugin.provide(
  createComponentExtension({
    name: 'EntityKratixTeamCard',
    component: {
      lazy: () => import('./entities/cards').then(m => m.TeamRequestsCard),
    },
  }),
);

/** @public */
export const EntityKratixDestinationCard: EntityElement = kratixPlugin.provide(
  createComponentExtension({
    name: 'EntityKratixDestinationCard',
    component: {
      lazy: () => import('./entities/cards').then(m => m.DestinationStateCard),
    },
  }),
);

/** @public */
export const EntityKratixDestinationContent: EntityElement =
  kratixPlugin.provide(
    createComponentExtension({
      name: 'EntityKratixDestinationContent',
      component: {
        lazy: () =>
          import('./entities/cards').then(m => m.DestinationEntityContent),
      },
    }),
  );

/** @public */
export const EntityKratixPlatformCard: EntityElement = kratixPlugin.provide(
  createComponentExtension({
    name: 'EntityKratixPlatformCard',
    component: {
      lazy: () => import('./entities/cards').then(m => m.PlatformStateCard),
    },
  }),
);

/** @public */
export const EntityKratixPlatformContent: EntityElement = kratixPlugin.provide(
  createComponentExtension({
    name: 'EntityKratixPlatformContent',
    component: {
      lazy: () => import('./entities/cards').then(m => m.PlatformEntityContent),
    },
  }),
);

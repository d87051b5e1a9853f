import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  kratixApiRef,
  KratixBrowserClient,
} from '@kratix-portal/backstage-plugin-kratix-react';
import { RiStackLine } from '@remixicon/react';
import {
  canHaveInfrastructure,
  isKratixDestination,
  isKratixPlatform,
  isKratixPromise,
  isKratixPromiseApi,
  isKratixRequest,
  isTeam,
} from './entities/entityKinds';
import { rootRouteRef } from './routes';
import { kratixExternalRoutes, kratixRoutes } from './routeTable';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: kratixApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new KratixBrowserClient(deps),
    }),
});

// The header is ours: it holds the platform filter, the state of the live
// connection and a page's own `h1`, in both frontend systems alike.
const page = PageBlueprint.make({
  params: {
    path: '/kratix',
    title: 'Kratix',
    icon: <RiStackLine />,
    routeRef: rootRouteRef,
    noHeader: true,
    loader: () => import('./shell/KratixPage').then(m => <m.KratixPage />),
  },
});

const requestCard = EntityCardBlueprint.make({
  name: 'request',
  params: {
    type: 'content',
    filter: isKratixRequest,
    loader: () => import('./entities/cards').then(m => <m.RequestStatusCard />),
  },
});

const requestContent = EntityContentBlueprint.make({
  name: 'request',
  params: {
    path: '/kratix',
    title: 'Kratix',
    filter: isKratixRequest,
    loader: () =>
      import('./entities/cards').then(m => <m.RequestEntityContent />),
  },
});

const promiseCard = EntityCardBlueprint.make({
  name: 'promise',
  params: {
    type: 'content',
    filter: isKratixPromise,
    loader: () => import('./entities/cards').then(m => <m.PromiseCard />),
  },
});

const promiseContent = EntityContentBlueprint.make({
  name: 'promise',
  params: {
    path: '/kratix',
    title: 'Kratix',
    filter: isKratixPromise,
    loader: () =>
      import('./entities/cards').then(m => <m.PromiseEntityContent />),
  },
});

const promiseApiContent = EntityContentBlueprint.make({
  name: 'promise-api',
  params: {
    path: '/kratix-fields',
    title: 'Fields',
    filter: isKratixPromiseApi,
    loader: () =>
      import('./entities/cards').then(m => <m.PromiseApiEntityContent />),
  },
});

const infrastructureCard = EntityCardBlueprint.make({
  name: 'infrastructure',
  params: {
    type: 'content',
    filter: canHaveInfrastructure,
    loader: () =>
      import('./entities/cards').then(m => <m.InfrastructureCard />),
  },
});

const teamCard = EntityCardBlueprint.make({
  name: 'team',
  params: {
    type: 'content',
    filter: isTeam,
    loader: () => import('./entities/cards').then(m => <m.TeamRequestsCard />),
  },
});

const destinationCard = EntityCardBlueprint.make({
  name: 'destination',
  params: {
    type: 'content',
    filter: isKratixDestination,
    loader: () =>
      import('./entities/cards').then(m => <m.DestinationStateCard />),
  },
});

const destinationContent = EntityContentBlueprint.make({
  name: 'destination',
  params: {
    path: '/kratix',
    title: 'Kratix',
    filter: isKratixDestination,
    loader: () =>
      import('./entities/cards').then(m => <m.DestinationEntityContent />),
  },
});

const platformCard = EntityCardBlueprint.make({
  name: 'platform',
  params: {
    type: 'content',
    filter: isKratixPlatform,
    loader: () => import('./entities/cards').then(m => <m.PlatformStateCard />),
  },
});

const platformContent = EntityContentBlueprint.make({
  name: 'platform',
  params: {
    path: '/kratix',
    title: 'Kratix',
    filter: isKratixPlatform,
    loader: () =>
      import('./entities/cards').then(m => <m.PlatformEntityContent />),
  },
});

/** The plugin in the new frontend system; found by discovery. @alpha */
export default createFrontendPlugin({
  pluginId: 'kratix',
  title: 'Kratix',
  icon: <RiStackLine />,
  info: { packageJson: () => import('../package.json') },
  routes: kratixRoutes,
  externalRoutes: kratixExternalRoutes,
  extensions: [
    api,
    page,
    requestCard,
    requestContent,
    promiseCard,
    promiseContent,
    promiseApiContent,
    infrastructureCard,
    teamCard,
    destinationCard,
    destinationContent,
    platformCard,
    platformContent,
  ],
});

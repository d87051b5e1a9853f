import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { mockApis } from '@backstage/test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { kratixApiRef } from '@kratix-portal/backstage-plugin-kratix-react';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import * as plugin from '.';
import { entities } from './__testUtils__/entities';
import { aFakeKratix } from './__testUtils__/world';

const { rootRouteRef, KratixPage } = plugin;

function inLegacyApp(element: JSX.Element, at: string) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [kratixApiRef, aFakeKratix()],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      {element}
    </TestApiProvider>,
    { routeEntries: [at], mountedRoutes: { '/kratix': rootRouteRef } },
  );
}

describe('in the legacy frontend system', () => {
  it('the page is a routable extension', async () => {
    await inLegacyApp(
      <Routes>
        <Route path="/kratix/*" element={<KratixPage />} />
      </Routes>,
      '/kratix/promises',
    );
    expect(
      await screen.findByRole('heading', { level: 1, name: /^Promises/ }),
    ).toBeVisible();
    expect(await screen.findByText('PostgreSQL')).toBeVisible();
  });

  it.each([
    ['request', <plugin.EntityKratixRequestCard />, /did not go through/],
    ['request', <plugin.EntityKratixRequestContent />, 'Your settings'],
    ['promise', <plugin.EntityKratixPromiseCard />, 'Available'],
    ['promise', <plugin.EntityKratixPromiseContent />, 'What you get'],
    ['promiseApi', <plugin.EntityKratixPromiseApiContent />, 'spec.size'],
    ['service', <plugin.EntityKratixInfrastructureCard />, 'Infrastructure'],
    ['team', <plugin.EntityKratixTeamCard />, 'Requests of the team'],
    ['destination', <plugin.EntityKratixDestinationCard />, 'env=dev'],
    [
      'destination',
      <plugin.EntityKratixDestinationContent />,
      'Promises that match',
    ],
    ['platform', <plugin.EntityKratixPlatformCard />, 'Connected'],
    ['platform', <plugin.EntityKratixPlatformContent />, 'Hide kinds'],
  ] as const)('a %s has its card or tab', async (entity, card, text) => {
    await inLegacyApp(
      <EntityProvider entity={entities[entity]}>{card}</EntityProvider>,
      '/',
    );
    expect((await screen.findAllByText(text))[0]).toBeVisible();
  });
});

it('exports both routes and cards under names that stay', () => {
  expect(Object.keys(plugin).sort()).toMatchInlineSnapshot(`
    [
      "EntityKratixDestinationCard",
      "EntityKratixDestinationContent",
      "EntityKratixInfrastructureCard",
      "EntityKratixPlatformCard",
      "EntityKratixPlatformContent",
      "EntityKratixPromiseApiContent",
      "EntityKratixPromiseCard",
      "EntityKratixPromiseContent",
      "EntityKratixRequestCard",
      "EntityKratixRequestContent",
      "EntityKratixTeamCard",
      "KratixPage",
      "canHaveInfrastructure",
      "cloneRequestRouteRef",
      "destinationRouteRef",
      "destinationsRouteRef",
      "editRequestRouteRef",
      "entityRouteRef",
      "installListingRouteRef",
      "isKratixDestination",
      "isKratixPlatform",
      "isKratixPromise",
      "isKratixPromiseApi",
      "isKratixRequest",
      "isTeam",
      "kratixApiRef",
      "kratixPlugin",
      "kratixTranslationRef",
      "listingRouteRef",
      "marketplaceRouteRef",
      "newRequestRouteRef",
      "platformRouteRef",
      "platformsRouteRef",
      "promiseRouteRef",
      "promisesRouteRef",
      "requestRouteRef",
      "requestsRouteRef",
      "rootRouteRef",
    ]
  `);
});

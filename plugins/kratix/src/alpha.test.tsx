import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { kratixApiRef } from '@kratix-portal/backstage-plugin-kratix-react';
import { screen } from '@testing-library/react';
import kratixPlugin from './alpha';
import { entities } from './__testUtils__/entities';
import { aFakeKratix } from './__testUtils__/world';

describe('in the new frontend system', () => {
  it('the page is there once the plugin is found', async () => {
    renderTestApp({
      features: [kratixPlugin],
      apis: [[kratixApiRef, aFakeKratix()]],
      initialRouteEntries: ['/kratix/promises'],
    });
    expect(
      await screen.findByRole('heading', { level: 1, name: /^Promises/ }),
    ).toBeVisible();
    expect(await screen.findByText('PostgreSQL')).toBeVisible();
  });

  it('navigation gets its title and icon from the page', () => {
    expect(kratixPlugin.getExtension('page:kratix')).toBeDefined();
  });

  it.each([
    ['request', 'entity-card:kratix/request'],
    ['promise', 'entity-card:kratix/promise'],
    ['service', 'entity-card:kratix/infrastructure'],
    ['team', 'entity-card:kratix/team'],
    ['destination', 'entity-card:kratix/destination'],
    ['platform', 'entity-card:kratix/platform'],
  ] as const)('the page of a %s has its card', async (entity, id) => {
    const texts = {
      request: 'The latest change did not go through',
      promise: 'Available',
      service: 'Infrastructure',
      team: 'Requests of the team',
      destination: 'env=dev',
      platform: 'Connected',
    };
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: entities[entity] }),
        kratixPlugin.getExtension(id),
        kratixPlugin.getExtension('page:kratix'),
      ],
      apis: [[kratixApiRef, aFakeKratix()]],
    });
    expect((await screen.findAllByText(texts[entity]))[0]).toBeVisible();
  });
});

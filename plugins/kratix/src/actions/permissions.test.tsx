import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  aRequestDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { InfrastructureCard } from '../entities/cards';
import { entities } from '../__testUtils__/entities';
import { renderKratix, renderPage } from '../__testUtils__/renderKratix';
import { aFakeKratix, aWorld } from '../__testUtils__/world';

// In a file of their own: permission decisions are remembered between tests.
const denied = [
  'kratix.request.create',
  'kratix.request.delete',
  'kratix.promise.install',
  'kratix.destination.read',
  'kratix.platform.read',
  'kratix.marketplace.read',
];

const request =
  '/kratix/requests/eu-dev/postgresqls.data.example.com/payments/orders-db';

/** Pressed with its reason: nothing opens. */
async function pressed(name: string, reason: RegExp) {
  const button = await screen.findByRole('button', {
    name,
    description: reason,
  });
  await userEvent.click(button);
  return {
    off: button.getAttribute('aria-disabled'),
    dialog: screen.queryByRole('dialog'),
  };
}

const nothing = { off: 'true', dialog: null };

describe('what one may not do stays in reach and says why', () => {
  it('Add on a service', async () => {
    renderKratix(
      <EntityProvider entity={entities.service}>
        <InfrastructureCard />
      </EntityProvider>,
      aFakeKratix(),
      { denied },
    );
    expect(
      await pressed(
        'Add',
        /needs permission kratix\.request\.create\. Ask: the platform team/,
      ),
    ).toEqual(nothing);
  });

  it('New request and Request', async () => {
    renderPage('/kratix/promises', aFakeKratix(), { denied });
    expect(await pressed('New request', /kratix\.request\.create/)).toEqual(
      nothing,
    );
    expect(
      await pressed('Request PostgreSQL', /kratix\.request\.create/),
    ).toEqual(nothing);
  });

  it('Delete of a request of others', async () => {
    const requests = [
      aRequestDetail({ allowed: { update: false, delete: false } }),
    ];
    const kratix = new FakeKratix({ ...aWorld(), requests });
    renderPage(request, kratix, { denied });
    expect(await pressed('Delete', /kratix\.request\.delete/)).toEqual(nothing);
  });

  it('Edit and Clone of a request of others', async () => {
    const requests = [
      aRequestDetail({ allowed: { update: false, delete: false } }),
    ];
    const kratix = new FakeKratix({ ...aWorld(), requests });
    renderPage(request, kratix, { denied });
    expect(await pressed('Edit', /kratix\.request\.update/)).toEqual(nothing);
    expect(await pressed('Clone', /kratix\.request\.create/)).toEqual(nothing);
  });

  it('the form of a new request', async () => {
    renderPage('/kratix/promises/eu-dev/postgresql/new', aFakeKratix(), {
      denied,
    });
    expect(
      await screen.findByText('Needs permission kratix.request.create.'),
    ).toBeVisible();
  });

  it('Delete in the menu of a row', async () => {
    renderPage('/kratix/requests', aFakeKratix(), { denied });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for ledger-db' }),
    );
    const item = await screen.findByRole('menuitem', { name: 'Delete' });
    expect(item).toHaveAttribute('aria-disabled', 'true');
    expect(item).toHaveAttribute('title', expect.stringMatching(/delete/));
    // The last one, as arrows go round.
    await userEvent.keyboard('{ArrowUp}');
    expect(item).toHaveFocus();
  });
});

it('does not offer a section that is denied altogether', async () => {
  renderPage('/kratix', aFakeKratix(), { denied });
  const sections = await screen.findByRole('navigation', { name: 'Sections' });
  await screen.findByRole('heading', { level: 1 });
  expect(sections).toHaveTextContent('HomeRequestsPromises');
});

it('does not lead from Home to what one may not install', async () => {
  renderPage('/kratix', aFakeKratix(), { denied });
  const promises = await screen.findByRole('region', {
    name: /^Promises for you \(/,
  });
  expect(promises).toHaveTextContent(/Browse all Promises$/);
});

it('does not offer the marketplace where it is denied', async () => {
  const kratix = aFakeKratix();
  renderPage('/kratix/promises', kratix, { denied });
  expect(await screen.findByText('PostgreSQL')).toBeVisible();
  expect(screen.queryByText('Marketplace')).toBeNull();
  expect(kratix.calls.map(({ method }) => method)).not.toContain(
    'listListings',
  );
});

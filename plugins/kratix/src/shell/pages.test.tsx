import { screen, waitFor } from '@testing-library/react';
import {
  aPromiseDetail,
  aRefusal,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { axeFindings } from '../__testUtils__/axe';
import { shownPages } from '../__testUtils__/pages';
import { renderPage } from '../__testUtils__/renderKratix';
import { aFakeKratix, aWorld, aWorldWithOneDown } from '../__testUtils__/world';

async function settled() {
  await waitFor(() =>
    expect(screen.queryByTestId('loading')).not.toBeInTheDocument(),
  );
}

describe('every page has one name and nothing that axe finds', () => {
  it.each(shownPages)('%s', async (_page, address, name) => {
    const { container } = renderPage(address, aFakeKratix());
    expect(
      await screen.findByRole('heading', { level: 1, name }),
    ).toBeInTheDocument();
    await settled();
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('every page stands while a platform is down', () => {
  it.each(shownPages.filter(([page]) => !page.startsWith('an unknown')))(
    '%s',
    async (_page, address, name) => {
      const kratix = new FakeKratix(aWorldWithOneDown());
      const { container } = renderPage(address, kratix);
      await screen.findByRole('heading', { level: 1, name });
      await settled();
      expect(await axeFindings(container)).toEqual([]);
    },
  );
});

describe('a region that fails says so and leaves the page standing', () => {
  it.each([
    [
      'Requests, backend down',
      '/kratix/requests',
      'listRequests',
      500,
      'The portal could not answer',
    ],
    [
      'Requests, forbidden',
      '/kratix/requests',
      'listRequests',
      403,
      'You can’t see requests',
    ],
    [
      'Requests, signed out',
      '/kratix/requests',
      'listRequests',
      401,
      'You are not signed in any more',
    ],
    [
      'Promises, forbidden',
      '/kratix/promises',
      'listPromises',
      403,
      'You can’t see Promises',
    ],
    [
      'a Promise, platform away',
      '/kratix/promises/eu-dev/postgresql',
      'getPromise',
      503,
      'The platform can’t be reached',
    ],
    [
      'the marketplace, forbidden',
      '/kratix/promises/marketplace',
      'listListings',
      403,
      'You can’t see the marketplace',
    ],
    [
      'a listing, forbidden',
      '/kratix/promises/marketplace/community/redis',
      'getListing',
      403,
      'You can’t see this listing',
    ],
    [
      'a listing, backend down',
      '/kratix/promises/marketplace/community/redis',
      'getListing',
      500,
      'The portal could not answer',
    ],
    [
      'Destinations, too slow',
      '/kratix/operate/destinations',
      'listDestinations',
      504,
      'The answer took too long',
    ],
    [
      'Platforms, forbidden',
      '/kratix/operate/platforms',
      'listPlatforms',
      403,
      'You can’t see platforms',
    ],
  ] as const)('%s', async (_what, address, method, status, text) => {
    const kratix = aFakeKratix().failing(
      method,
      aRefusal(status, 'No such luck'),
    );
    const { container } = renderPage(address, kratix);
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(screen.getByRole('navigation', { name: 'Sections' })).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('what one may not see', () => {
  const forbidding = (method: 'listRequests' | 'getRequest') =>
    aFakeKratix().failing(method, aRefusal(403, 'No such luck'));

  it('offers nothing to search, to filter or to count', async () => {
    renderPage('/kratix/requests', forbidding('listRequests'));
    expect(await screen.findByText('You can’t see requests')).toBeVisible();
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Mine/ })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Export CSV' })).toBeNull();
  });

  it('is not said to be nothing', async () => {
    const promises = [aPromiseDetail({ counts: undefined })];
    const kratix = new FakeKratix({ ...aWorld(), promises }).failing(
      'listRequests',
      aRefusal(403, 'No such luck'),
    );
    renderPage('/kratix/promises/eu-dev/postgresql/requests', kratix);
    expect(await screen.findByText('You can’t see requests')).toBeVisible();
    expect(screen.queryByText('No one has requested this yet')).toBeNull();
  });

  it.each([
    ['/kratix/requests?chip=all', 'No requests yet'],
    [
      '/kratix/promises/eu-dev/postgresql/requests',
      'No one has requested this yet',
    ],
  ])('nor where only some of it may be seen: %s', async (address, none) => {
    const counts = { requests: 0, attention: 0, inProgress: 0 };
    const promise = aPromiseDetail({
      counts: { ...counts, ready: 0, outdated: 0 },
    });
    const world = { ...aWorld(), promises: [promise], requests: [] };
    const { unmount } = renderPage(address, new FakeKratix(world));
    expect(await screen.findByText(none)).toBeVisible();
    unmount();
    renderPage(address, new FakeKratix({ ...world, partial: true }));
    expect(
      await screen.findByText('No requests that you can see'),
    ).toBeVisible();
    expect(screen.queryByText(none)).toBeNull();
  });

  it('still names the window', async () => {
    renderPage(
      '/kratix/requests/eu-dev/postgresqls.data.example.com/payments/orders-db',
      forbidding('getRequest'),
    );
    expect(await screen.findByText('You can’t see this request')).toBeVisible();
    expect(document.title).toBe('orders-db · Kratix');
  });
});

it('an address that leads nowhere names the window too', async () => {
  renderPage('/kratix/nowhere', aFakeKratix());
  expect(await screen.findByText('Nothing is at this address.')).toBeVisible();
  expect(document.title).toBe('No such page · Kratix');
});

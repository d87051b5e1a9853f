import {
  aFreshness,
  aPlatformView,
  aRequestDescription,
  aRequestDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../__testUtils__/renderKratix';
import { aFakeKratix, aWorld } from '../__testUtils__/world';

const running = aRequestDescription({ label: 'in-progress', tone: 'progress' });

describe('Home', () => {
  it('counts what one has and what is coming, as ways to the list', async () => {
    const requests = [
      aRequestDetail({ name: 'one-db' }),
      aRequestDetail({ name: 'two-db' }),
      aRequestDetail({ name: 'new-db', description: running }),
    ];
    renderPage('/kratix', new FakeKratix({ ...aWorld(), requests }));
    const mine = await screen.findByRole('region', { name: /^My requests/ });
    expect(
      await within(mine).findByRole('link', { name: 'Ready 2' }),
    ).toHaveAttribute('href', '/kratix/requests?chip=mine&status=ready');
    expect(
      within(mine).getByRole('link', { name: 'In progress 1' }),
    ).toBeInTheDocument();
    expect(
      within(mine).getByRole('link', { name: 'See all 3' }),
    ).toBeInTheDocument();
  });

  it('leads to the marketplace where nothing is published', async () => {
    renderPage('/kratix', new FakeKratix({ ...aWorld(), promises: [] }));
    const promises = await screen.findByRole('region', {
      name: 'Promises for you',
    });
    expect(
      await within(promises).findByRole('button', {
        name: 'See what could be installed',
      }),
    ).toBeInTheDocument();
    expect(promises).toHaveTextContent('the platform team');
  });

  it('is one press from the marketplace for who may install', async () => {
    renderPage('/kratix', aFakeKratix());
    expect(
      await screen.findByRole('link', { name: 'See what could be installed' }),
    ).toHaveAttribute('href', '/kratix/promises/marketplace');
  });

  it('says to somebody without a team why nothing is theirs', async () => {
    renderPage('/kratix', new FakeKratix({ ...aWorld(), requests: [] }));
    expect(await screen.findByText(/You are in no team/)).toBeInTheDocument();
  });

  it('marks what is known of a platform that went', async () => {
    const gone = aFreshness({ platform: 'us-dev', label: 'unreachable' });
    const requests = [
      aRequestDetail({ name: 'here-db' }),
      aRequestDetail({ platform: 'us-dev', name: 'far-db', freshness: gone }),
    ];
    const platforms = [
      aPlatformView(),
      aPlatformView({ id: 'us-dev', freshness: gone }),
    ];
    renderPage('/kratix', new FakeKratix({ ...aWorld(), requests, platforms }));
    const mine = await screen.findByRole('list', { name: 'My requests' });
    const rows = within(mine).getAllByRole('listitem');
    const rowOf = (name: string) =>
      rows.find(row => within(row).queryByRole('link', { name }));
    expect(rowOf('far-db')).toHaveTextContent('Last known: Ready');
    expect(rowOf('here-db')).not.toHaveTextContent('Last known');
  });
});

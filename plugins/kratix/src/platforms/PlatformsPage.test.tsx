import {
  aFreshness,
  aPlatformDescription,
  aPlatformView,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../__testUtils__/renderKratix';
import { aFakeKratix } from '../__testUtils__/world';

describe('a platform', () => {
  it('has its name once on its own page, and a way back', async () => {
    renderPage('/kratix/operate/platforms/eu-dev', aFakeKratix());
    const heading = await screen.findByRole('heading', {
      level: 1,
      name: 'EU development',
    });
    expect(heading).toBeInTheDocument();
    const panel = await screen.findByRole('region', { name: 'Connection' });
    expect(
      within(panel).queryByRole('link', { name: 'EU development' }),
    ).not.toBeInTheDocument();
    // One in the rail, and the way back above the heading.
    const ways = screen.getAllByRole('link', { name: 'Platforms' });
    expect(ways.map(way => way.getAttribute('href'))).toEqual([
      '/kratix/operate/platforms',
      '/kratix/operate/platforms',
    ]);
  });

  it('leads to what is on it', async () => {
    renderPage('/kratix/operate/platforms', aFakeKratix());
    const panel = await screen.findByRole('region', { name: 'EU development' });
    const links = within(panel)
      .getAllByRole('link')
      .map(link => link.getAttribute('href'));
    expect(links).toEqual(
      expect.arrayContaining([
        '/kratix/promises?platform=eu-dev&kind=all',
        '/kratix/requests?platform=eu-dev&chip=all',
        '/kratix/operate/destinations?platform=eu-dev',
      ]),
    );
  });

  it('says since when and why it is away, and sends nobody to where they are', async () => {
    const description = aPlatformDescription({
      label: 'unreachable',
      tone: 'error',
      reason: 'The connection is refused',
      causes: [
        {
          id: 'stale',
          params: { platform: 'EU development' },
          responsible: 'platform-team',
          since: '2026-03-02T09:03:00Z',
          evidence: [],
        },
      ],
    });
    const freshness = aFreshness({ label: 'unreachable' });
    const platforms = [aPlatformView({ description, freshness })];
    renderPage('/kratix/operate/platforms', new FakeKratix({ platforms }));
    const panel = await screen.findByRole('region', { name: 'EU development' });
    expect(panel).toHaveTextContent(/No contact with EU development since/);
    expect(panel).toHaveTextContent('Why: The connection is refused');
    expect(panel).not.toHaveTextContent('see Platforms');
  });
});

import {
  aPlatformView,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen } from '@testing-library/react';
import { renderPage } from '../__testUtils__/renderKratix';
import { aWorld } from '../__testUtils__/world';

const nothing = { ...aWorld(), requests: [], promises: [] };

it('a portal that knows no platform says so, and where to read how to name one', async () => {
  renderPage('/kratix', new FakeKratix({ ...nothing, platforms: [] }));
  expect(
    await screen.findByRole('link', { name: 'How to name one' }),
  ).toHaveAttribute('href', '/kratix/operate/platforms');
  expect(screen.getByText('No platform is configured')).toBeInTheDocument();
  expect(
    screen.queryByText('Get something from the platform'),
  ).not.toBeInTheDocument();
});

it('one that knows a platform invites to request from it', async () => {
  const platforms = [aPlatformView()];
  renderPage('/kratix', new FakeKratix({ ...nothing, platforms }));
  expect(
    await screen.findByText('Get something from the platform'),
  ).toBeInTheDocument();
  expect(
    screen.queryByText('No platform is configured'),
  ).not.toBeInTheDocument();
});

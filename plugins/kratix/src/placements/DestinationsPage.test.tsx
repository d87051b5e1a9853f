import {
  aDestinationDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen } from '@testing-library/react';
import { renderPage } from '../__testUtils__/renderKratix';
import { aWorld } from '../__testUtils__/world';

it('has room on a laptop: fewer columns, and no failure is lost', async () => {
  const failing = aDestinationDetail({
    counts: { placements: 12, failing: 2 },
  });
  renderPage(
    '/kratix/operate/destinations',
    new FakeKratix({ ...aWorld(), destinations: [failing] }),
  );
  expect(await screen.findByText('12 (2 failing)')).toBeVisible();
  const titles = screen
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent);
  expect(titles).toEqual([
    'State',
    'Name',
    'Platform',
    'Store',
    'Labels',
    'Placements',
    'Last write',
  ]);
});

import {
  aDestinationDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen, within } from '@testing-library/react';
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

it('keeps a name whole, with what sets it apart on one line below', async () => {
  const destination = aDestinationDetail({
    name: 'edge',
    strict: true,
    counts: { placements: 0, failing: 0 },
  });
  const plain = aDestinationDetail({ name: 'plain' });
  renderPage(
    '/kratix/operate/destinations',
    new FakeKratix({ ...aWorld(), destinations: [destination, plain] }),
  );
  const [row, other] = await screen.findAllByRole('rowheader');
  const tags = within(row).getByRole('list');
  expect(within(row).getByRole('link', { name: 'edge' })).not.toContainElement(
    tags,
  );
  expect(tags).toHaveTextContent('Strict labelsUnused');
  expect(getComputedStyle(tags).gridTemplateColumns).toBe(
    'repeat(2, max-content)',
  );
  expect(within(other).queryByRole('list')).toBeNull();
});

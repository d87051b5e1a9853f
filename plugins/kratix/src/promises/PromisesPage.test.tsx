import {
  aPromiseDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../__testUtils__/renderKratix';
import { aWorld } from '../__testUtils__/world';

/** PostgreSQL on both platforms, Redis on one, and one that takes no requests. */
function onTwoPlatforms(): FakeKratix {
  const world = aWorld();
  return new FakeKratix({
    ...world,
    promises: [
      ...(world.promises ?? []),
      aPromiseDetail({ platform: 'us-dev' }),
    ],
  });
}

/** The same, as the first page of many. */
async function withMore(total: number): Promise<FakeKratix> {
  const kratix = onTwoPlatforms();
  const page = await kratix.listPromises();
  jest.spyOn(kratix, 'listPromises').mockResolvedValue({ ...page, total });
  return kratix;
}

async function heads(text: string) {
  await waitFor(
    () =>
      expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(text),
    { timeout: 5000 },
  );
}

describe('the heading counts what is shown', () => {
  it('cards, not the rows they are made of', async () => {
    renderPage('/kratix/promises', onTwoPlatforms());
    await heads('Promises 2');
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(2);
  });

  it('also where those that take no requests are shown', async () => {
    renderPage('/kratix/promises?kind=all', onTwoPlatforms());
    await heads('Promises 3');
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(3);
  });

  it('rows in a table, called rows where they are not the Promises', async () => {
    renderPage('/kratix/promises?view=table', onTwoPlatforms());
    await heads('Promises 3 rows');
    expect(screen.getAllByRole('rowheader')).toHaveLength(3);
  });

  it('this page alone where there are others', async () => {
    renderPage('/kratix/promises', await withMore(150));
    await heads('Promises 2 on this page');
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(2);
  });
});

it('where nothing is installed leads to what could be', async () => {
  renderPage('/kratix/promises', new FakeKratix({ ...aWorld(), promises: [] }));
  expect(
    await screen.findByRole('button', { name: 'See what could be installed' }),
  ).toHaveAttribute('href', '/kratix/promises/marketplace');
});

describe('Home counts what can be requested', () => {
  it('by name', async () => {
    renderPage('/kratix', onTwoPlatforms());
    expect(await screen.findByText('Promises for you (1)')).toBeVisible();
  });

  it('and does not pretend that this is all', async () => {
    renderPage('/kratix', await withMore(150));
    expect(
      await screen.findByText('Promises for you (1 or more)'),
    ).toBeVisible();
  });
});

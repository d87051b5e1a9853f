import {
  aPromiseDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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

describe('the table', () => {
  const asked = (kratix: FakeKratix) =>
    kratix.calls.filter(({ method }) => method === 'listPromises').at(-1)
      ?.argument;
  const head = (name: string) => screen.findByRole('columnheader', { name });
  const press = async (name: string) =>
    userEvent.click(within(await head(name)).getByRole('button'));

  it('is sorted by the backend, which knows the other pages', async () => {
    const kratix = onTwoPlatforms();
    renderPage('/kratix/promises?view=table', kratix);
    expect(await head('Promise')).toHaveAttribute('aria-sort', 'ascending');
    expect(await head('Version')).not.toHaveAttribute('aria-sort');
    await press('Requests');
    await waitFor(() =>
      expect(asked(kratix)).toMatchObject({ sort: 'requests', dir: 'asc' }),
    );
    await press('Requests');
    await waitFor(() =>
      expect(asked(kratix)).toMatchObject({ sort: 'requests', dir: 'desc' }),
    );
    expect(await head('Requests')).toHaveAttribute('aria-sort', 'descending');
    await press('State');
    await waitFor(() =>
      expect(asked(kratix)).toMatchObject({ sort: 'status', dir: 'asc' }),
    );
  });

  it('is by name where an old link asks for what means nothing', async () => {
    const kratix = onTwoPlatforms();
    renderPage('/kratix/promises?view=table&sort=colour', kratix);
    await head('Promise');
    expect(asked(kratix)).toMatchObject({ sort: 'name', dir: 'asc' });
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

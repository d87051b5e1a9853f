import {
  aRequestDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeFindings } from '../__testUtils__/axe';
import { renderPage } from '../__testUtils__/renderKratix';
import { onATelephone } from '../__testUtils__/telephone';
import { aFakeKratix, aWorld } from '../__testUtils__/world';

const path =
  '/kratix/requests/eu-dev/postgresqls.data.example.com/payments/orders-db';

const pageActions = { name: 'Actions for orders-db' };

/** The address of what an item of the open menu leads to. */
const itemTo = (name: string) =>
  screen.getByRole('menuitem', { name }).getAttribute('href');

describe('on a telephone', () => {
  onATelephone();

  it('a request keeps its first action, and the others are behind it', async () => {
    renderPage(path, aFakeKratix());
    const more = await screen.findByRole('button', pageActions);
    expect(screen.getByRole('button', { name: 'Edit' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Clone' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
    await userEvent.click(more);
    expect(itemTo('Clone')).toBe(`${path}/clone`);
    expect(await axeFindings(screen.getByRole('menu'))).toEqual([]);
    await userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    expect(
      await screen.findByRole('dialog', { name: 'Delete request orders-db' }),
    ).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
  });

  it('what may not be done with it still says why', async () => {
    const requests = [
      aRequestDetail({ allowed: { update: true, delete: false } }),
    ];
    renderPage(path, new FakeKratix({ ...aWorld(), requests }));
    await userEvent.click(await screen.findByRole('button', pageActions));
    const item = screen.getByRole('menuitem', { name: 'Delete' });
    expect(item).toHaveAttribute('aria-disabled', 'true');
    expect(item).toHaveAttribute('title', expect.stringMatching(/delete/));
    await userEvent.click(item);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('a card of the list has what its row would have', async () => {
    renderPage('/kratix/requests', aFakeKratix());
    const cards = await screen.findByRole('list', { name: 'Requests' });
    expect(screen.queryByRole('table')).toBeNull();
    const card = within(cards)
      .getByRole('link', { name: 'ledger-db' })
      .closest('li');
    if (!card) throw new Error('No card of ledger-db');
    await userEvent.click(
      within(card).getByRole('button', { name: 'Actions for ledger-db' }),
    );
    expect(itemTo('Edit')).toMatch(/ledger-db\/edit$/);
    expect(screen.getByRole('menuitem', { name: 'Delete' })).toBeVisible();
  });
});

it('a request shows all of its actions where there is room', async () => {
  renderPage(path, aFakeKratix());
  expect(await screen.findByRole('button', { name: 'Clone' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Delete' })).toBeVisible();
  expect(screen.queryByRole('button', pageActions)).toBeNull();
});

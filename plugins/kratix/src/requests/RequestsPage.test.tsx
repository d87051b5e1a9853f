import {
  aRequestDescription,
  aRequestDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../__testUtils__/renderKratix';
import { aFakeKratix, aWorld } from '../__testUtils__/world';

const lists = (kratix: FakeKratix) =>
  kratix.calls.filter(({ method }) => method === 'listRequests');

const lastQuery = (kratix: FakeKratix) => lists(kratix).at(-1)?.argument;

const ref = {
  platform: 'eu-dev',
  crd: 'postgresqls.data.example.com',
  namespace: 'payments',
};

async function rowOf(name: string) {
  const link = await screen.findByRole('link', { name });
  const row = link.closest('tr');
  if (!row) throw new Error(`No row of ${name}`);
  return row;
}

describe('the list asks what its address says', () => {
  it('filters, sort and page, and nothing that means nothing', async () => {
    const kratix = aFakeKratix();
    renderPage(
      '/kratix/requests?q=db&team=payments&status=failed,melted&sort=age&dir=desc&page=x&size=7',
      kratix,
    );
    await screen.findByRole('heading', { level: 1 });
    await waitFor(() =>
      expect(lastQuery(kratix)).toMatchObject({
        q: 'db',
        team: ['payments'],
        status: ['failed'],
        sort: 'age',
        dir: 'desc',
        page: 1,
        size: 50,
      }),
    );
  });

  it('is of oneself where nothing is said', async () => {
    const kratix = aFakeKratix();
    renderPage('/kratix/requests', kratix);
    await rowOf('ledger-db');
    expect(lastQuery(kratix)).toMatchObject({ chip: ['mine'] });
    expect(screen.getByRole('button', { name: /^Mine/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('changes with a click on a set, a header and a filter', async () => {
    const kratix = aFakeKratix();
    renderPage('/kratix/requests?chip=all', kratix);
    await rowOf('ledger-db');
    await userEvent.click(
      screen.getByRole('button', { name: /^Needs attention/ }),
    );
    await waitFor(() =>
      expect(lastQuery(kratix)).toMatchObject({ chip: ['attention'] }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Name' }));
    await waitFor(() =>
      expect(lastQuery(kratix)).toMatchObject({ sort: 'name', dir: 'asc' }),
    );
    expect(
      await screen.findByRole('columnheader', { name: 'Name' }),
    ).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(screen.getByRole('button', { name: /^Promise All/ }));
    await userEvent.click(
      screen.getByRole('menuitemcheckbox', { name: /postgresql/ }),
    );
    await waitFor(() =>
      expect(lastQuery(kratix)).toMatchObject({ promise: ['postgresql'] }),
    );
  });
});

describe('three kinds of nothing', () => {
  it('nothing matches: the way back', async () => {
    const kratix = aFakeKratix();
    renderPage('/kratix/requests?q=nothing-of-that-name', kratix);
    expect(await screen.findByText('No request matches')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await rowOf('ledger-db')).toBeVisible();
  });

  it('nothing exists: what it would be, and how to get one', async () => {
    renderPage(
      '/kratix/requests?chip=all',
      new FakeKratix({ ...aWorld(), requests: [] }),
    );
    expect(await screen.findByText('No requests yet')).toBeVisible();
    expect(
      screen.getAllByRole('button', { name: 'New request' }).length,
    ).toBeGreaterThan(0);
  });
});

describe('live rows', () => {
  const failed = aRequestDescription({ label: 'paused', tone: 'warn' });

  it('change in place at once', async () => {
    const kratix = aFakeKratix();
    renderPage('/kratix/requests?chip=all', kratix);
    const row = await rowOf('ledger-db');
    expect(row).toHaveTextContent('Ready');
    const view = aRequestDetail({ name: 'ledger-db', description: failed });
    act(() =>
      kratix.live.emit({
        type: 'request',
        change: 'updated',
        ref: { ...ref, name: 'ledger-db' },
        view,
      }),
    );
    expect(await rowOf('ledger-db')).toHaveTextContent('Paused');
  });

  it('keep their places while somebody points at them', async () => {
    const kratix = aFakeKratix();
    renderPage('/kratix/requests?chip=all', kratix);
    await userEvent.hover(await rowOf('ledger-db'));
    const added = aRequestDetail({ name: 'brand-new' });
    kratix.world.requests?.unshift(added);
    const before = lists(kratix).length;
    act(() =>
      kratix.live.emit({
        type: 'request',
        change: 'added',
        ref: { ...ref, name: 'brand-new' },
        view: added,
      }),
    );
    expect(await screen.findByText('1 update')).toBeVisible();
    expect(lists(kratix)).toHaveLength(before);
    await userEvent.click(screen.getByRole('button', { name: 'Apply order' }));
    expect(await rowOf('brand-new')).toBeVisible();
    await waitFor(() =>
      expect(screen.queryByText('1 update')).not.toBeInTheDocument(),
    );
  });

  it('follow by themselves where nobody does', async () => {
    const kratix = aFakeKratix();
    renderPage('/kratix/requests?chip=all', kratix);
    await rowOf('ledger-db');
    kratix.world.requests?.shift();
    act(() =>
      kratix.live.emit({
        type: 'request',
        change: 'removed',
        ref: { ...ref, name: 'orders-db' },
      }),
    );
    await waitFor(() =>
      expect(
        screen.queryByRole('link', { name: 'orders-db' }),
      ).not.toBeInTheDocument(),
    );
  });
});

it('remembers which columns somebody wants', async () => {
  renderPage('/kratix/requests?chip=all', aFakeKratix());
  await rowOf('ledger-db');
  await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
  await userEvent.click(
    screen.getByRole('menuitemcheckbox', { name: 'Requester' }),
  );
  await userEvent.keyboard('{Escape}');
  const table = await screen.findByRole('table');
  expect(
    within(table).getByRole('columnheader', { name: 'Requester' }),
  ).toBeVisible();
});

describe('what one has just pressed stays, and focus with it', () => {
  it('a header, while the rows in their new order are awaited', async () => {
    renderPage('/kratix/requests?chip=all', aFakeKratix());
    await rowOf('ledger-db');
    const header = screen.getByRole('button', { name: 'Age' });
    header.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('columnheader', { name: 'Age' })).toHaveAttribute(
        'aria-sort',
        'ascending',
      ),
    );
    await rowOf('ledger-db');
    expect(header).toBeInTheDocument();
    expect(header).toHaveFocus();
  });

  it('an entry of a filter, ticked and not ticked again', async () => {
    renderPage('/kratix/requests?chip=all', aFakeKratix());
    await rowOf('ledger-db');
    screen.getByRole('button', { name: /^Status All/ }).focus();
    await userEvent.keyboard('{Enter}');
    await screen.findAllByRole('menuitemcheckbox');
    await userEvent.keyboard('{ArrowDown}');
    const entry = document.activeElement;
    for (const ticked of ['true', 'false']) {
      await userEvent.keyboard('{Enter}');
      await waitFor(() =>
        expect(entry).toHaveAttribute('aria-checked', ticked),
      );
      await act(() => new Promise(done => setTimeout(done, 50)));
      expect(entry).toHaveFocus();
    }
  });
});

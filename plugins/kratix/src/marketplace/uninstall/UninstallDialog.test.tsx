import {
  aCause,
  anImpact,
  anInstallation,
  aPromiseDescription,
  aPromiseDetail,
  aRefusal,
  FakeKratix,
  type FakeWorld,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeFindings } from '../../__testUtils__/axe';
import { renderPage } from '../../__testUtils__/renderKratix';
import { aWorld } from '../../__testUtils__/world';

const page = '/kratix/promises/eu-dev/postgresql';
const ref = (name: string) => ({
  platform: 'eu-dev',
  crd: 'postgresqls.data.example.com',
  namespace: 'payments',
  name,
});

const used = anImpact({
  name: 'postgresql',
  title: 'PostgreSQL',
  target: { kind: 'PromiseRelease', name: 'pg-release' },
  requests: {
    total: 118,
    byOwner: [
      { owner: 'group:default/payments', count: 100 },
      { owner: '', count: 18 },
    ],
    hidden: 16,
    items: Array.from({ length: 102 }, (_, index) => ({
      ref: ref(`db-${index}`),
      owner: 'group:default/payments',
    })),
  },
  children: { total: 1, items: [ref('part')] },
  dependents: {
    total: 2,
    items: [
      {
        name: 'app-stack',
        title: 'App stack',
        owner: 'group:default/web',
        requests: 3,
      },
      { name: 'site', title: 'site' },
    ],
  },
  works: {
    total: 130,
    items: [
      { namespace: 'kratix', name: 'pg-deps', destinations: [] },
      ...Array.from({ length: 24 }, (_, index) => ({
        namespace: 'payments',
        name: `pg-work-${index}`,
        request: ref(index < 2 ? 'db-0' : `db-${index}`),
        destinations: ['worker-1', 'worker-2'],
      })),
    ],
  },
  destinations: ['worker-1', 'worker-2'],
  risks: [
    { id: 'shared-api', params: { by: 'other-pg', crd: 'x' } },
    { id: 'no-api-hang', params: {} },
    {
      id: 'store-not-ready',
      params: { destination: 'worker-2', store: 'default' },
    },
    { id: 'paused', params: { requests: 2 } },
    { id: 'delete-steps', params: { steps: 'backup' } },
    { id: 'release-returns', params: { release: 'pg-release' } },
    { id: 'could-not-check', params: { what: 'state-stores' } },
    { id: 'could-not-check', params: { what: 'the moon' } },
  ],
  confirm: 'delete 118 requests',
});

function aKratix(given: Partial<FakeWorld> = {}) {
  return new FakeKratix({
    ...aWorld(),
    impacts: { 'eu-dev/postgresql': used },
    ...given,
  });
}

const removals = (kratix: FakeKratix) =>
  kratix.calls.filter(({ method }) => method === 'uninstallPromise');

async function open(kratix: FakeKratix) {
  renderPage(page, kratix);
  await userEvent.click(
    await screen.findByRole('button', { name: 'More actions for PostgreSQL' }),
  );
  await userEvent.click(
    await screen.findByRole('menuitem', { name: 'Uninstall' }),
  );
  return screen.findByRole('dialog');
}

const groupOf = (dialog: HTMLElement, name: string) => {
  const title = within(dialog).getByText(name);
  return title.nextElementSibling?.textContent ?? '';
};

it('says what goes, breaks, may wait and runs before it asks', async () => {
  const dialog = await open(aKratix());
  await within(dialog).findByText(/118 requests with all/);
  expect(dialog).toHaveTextContent(
    'Deletes the PromiseRelease pg-release: deleting only the Promise would bring it back.',
  );
  const away = groupOf(dialog, 'Goes away');
  expect(away).toContain('payments: 100 requests');
  expect(away).toContain('No owner: 18 requests');
  expect(away).toContain('1 part of other Promises: part');
  expect(away).toContain('130 deliveries to worker-1 and worker-2');
  expect(away).toContain('other-pg declares the same API');
  const broken = groupOf(dialog, 'Breaks');
  expect(broken).toContain(
    'App stack (app-stack) of web, which requires it: 3 requests',
  );
  expect(broken).toContain('site, which requires it and has no owner');
  const block = groupOf(dialog, 'May block');
  expect(block).toContain('hang');
  expect(block).toContain('worker-2 is not ready');
  expect(block).toContain('2 of its requests are paused');
  expect(groupOf(dialog, 'First runs')).toContain('backup');
  expect(groupOf(dialog, 'Could not check')).toBe('State storesthe moon');
  expect(await axeFindings(dialog)).toEqual([]);
});

it('lists the requests it may name, and counts the others', async () => {
  const dialog = await open(aKratix());
  expect(
    within(
      await within(dialog).findByRole('list', {
        name: 'Requests that go away',
      }),
    ).getAllByRole('link'),
  ).toHaveLength(20);
  await userEvent.click(
    await within(dialog).findByRole('button', { name: 'Show 102 requests' }),
  );
  const list = within(dialog).getByRole('list', {
    name: 'Requests that go away',
  });
  expect(within(list).getAllByRole('link')).toHaveLength(100);
  expect(list).toHaveTextContent('and 2 more');
  expect(list).toHaveTextContent('and 16 you can’t see');
});

it('heads its lists, for those who see them too', async () => {
  const dialog = await open(aKratix());
  await within(dialog).findByRole('list', { name: 'Works that go away' });
  const headings = within(dialog)
    .getAllByRole('heading', { level: 3 })
    .map(({ textContent }) => textContent);
  expect(headings).toEqual(['Requests that go away', 'Works that go away']);
  expect(await axeFindings(dialog)).toEqual([]);
});

it('lists the Works under their requests, and counts the others', async () => {
  const dialog = await open(aKratix());
  const list = await within(dialog).findByRole('list', {
    name: 'Works that go away',
  });
  const own = within(list).getByText('Of PostgreSQL itself');
  expect(own).toHaveTextContent('kratix / pg-deps');
  const first = within(list).getByRole('link', { name: 'payments / db-0' });
  const ofFirst = within(
    within(first.closest('li') ?? list).getByRole('list'),
  ).getAllByRole('listitem');
  expect(ofFirst.map(({ textContent }) => textContent)).toEqual([
    'payments / pg-work-0 from worker-1 and worker-2',
    'payments / pg-work-1 from worker-1 and worker-2',
  ]);
  expect(list).not.toHaveTextContent('pg-work-19');
  expect(list).toHaveTextContent('and 110 more');
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Show 25 Works' }),
  );
  expect(list).toHaveTextContent('pg-work-23');
  expect(list).toHaveTextContent('and 105 more');
});

it('names twenty Promises that require it, and counts the others', async () => {
  const items = Array.from({ length: 20 }, (_, index) => ({
    name: `app-${index}`,
    title: `app-${index}`,
  }));
  const impact = { ...used, dependents: { total: 25, items } };
  const dialog = await open(
    aKratix({ impacts: { 'eu-dev/postgresql': impact } }),
  );
  await within(dialog).findByText('Breaks');
  const broken = groupOf(dialog, 'Breaks');
  expect(broken).toContain('app-19,');
  expect(broken).not.toContain('app-20,');
  expect(broken).toContain('and 5 more');
});

it('shows what goes along by now where that was refused', async () => {
  const kratix = aKratix();
  const dialog = await open(kratix);
  const field = await within(dialog).findByLabelText(/^Type delete 118/);
  const now = 'It now takes 119 requests along; look again';
  kratix.failing('uninstallPromise', aRefusal(409, now));
  kratix.world = {
    ...kratix.world,
    impacts: {
      'eu-dev/postgresql': { ...used, confirm: 'delete 119 requests' },
    },
  };
  await userEvent.type(field, ' delete 118 requests {Enter}');
  expect(await within(dialog).findByText(new RegExp(now))).toBeVisible();
  const again = await within(dialog).findByLabelText(
    'Type delete 119 requests to confirm',
  );
  kratix.heal();
  await userEvent.type(again, '{Enter}');
  expect(dialog).toHaveTextContent('Type delete 119 requests exactly.');
  await userEvent.clear(again);
  await userEvent.type(again, 'delete 119 requests{Enter}');
  const sent = removals(kratix).map(({ argument }) => argument);
  expect(sent).toMatchObject([
    { confirm: 'delete 118 requests' },
    { confirm: 'delete 119 requests' },
  ]);
});

it('removes nothing under another text', async () => {
  const kratix = aKratix();
  const dialog = await open(kratix);
  const field = await within(dialog).findByLabelText(
    'Type delete 118 requests to confirm',
  );
  await userEvent.type(field, 'postgresql{Enter}');
  expect(within(dialog).getByRole('alert')).toHaveTextContent(
    'Type delete 118 requests exactly.',
  );
  expect(removals(kratix)).toHaveLength(0);
});

it('removes nothing while nobody knows what goes with it', async () => {
  const kratix = aKratix().failing('getUninstallImpact', aRefusal(503, 'Away'));
  const dialog = await open(kratix);
  await within(dialog).findByText('Could not find out what goes with it.');
  await userEvent.type(
    within(dialog).getByLabelText('Type postgresql to confirm'),
    'postgresql{Enter}',
  );
  expect(dialog).toHaveTextContent('Find out first what goes with it.');
  expect(removals(kratix)).toHaveLength(0);
});

it('removes it once, and follows until it is gone', async () => {
  const kratix = aKratix({
    installations: {
      'eu-dev/postgresql': anInstallation({
        name: 'postgresql',
        state: 'removing',
        finalizers: [
          'kratix.io/resource-request-cleanup',
          'kratix.io/api-crd-cleanup',
        ],
      }),
    },
  });
  const dialog = await open(kratix);
  await userEvent.type(
    await within(dialog).findByLabelText(/^Type delete 118/),
    'delete 118 requests{Enter}',
  );
  expect(removals(kratix)).toEqual([
    {
      method: 'uninstallPromise',
      argument: {
        ref: { platform: 'eu-dev', name: 'postgresql' },
        confirm: 'delete 118 requests',
        dryRun: false,
      },
    },
  ]);
  expect(await screen.findByText(/delete its requests/)).toBeVisible();
  expect(screen.getByText(/remove its API/)).toBeVisible();

  kratix.world = {
    ...kratix.world,
    promises: [],
    installations: {
      'eu-dev/postgresql': anInstallation({
        name: 'postgresql',
        state: 'absent',
        finalizers: [],
      }),
    },
  };
  kratix.live.emit({
    type: 'promise',
    change: 'removed',
    ref: { platform: 'eu-dev', name: 'postgresql' },
  });
  expect(await screen.findByText('postgresql is uninstalled')).toBeVisible();
  await waitFor(() =>
    expect(screen.queryByText('This was not found')).toBeNull(),
  );
});

it('explains what holds a removal up to whoever opens the page', async () => {
  const kratix = aKratix({
    promises: [
      aPromiseDetail({
        description: aPromiseDescription({
          label: 'deletion-blocked',
          tone: 'error',
        }),
      }),
    ],
    installations: {
      'eu-dev/postgresql': anInstallation({
        name: 'postgresql',
        state: 'removal-blocked',
        finalizers: ['kratix.io/dependencies-cleanup'],
        causes: [
          aCause({
            id: 'delete-store',
            params: { dest: 'worker-2', store: 'default' },
          }),
        ],
      }),
    },
  });
  renderPage(page, kratix);
  expect(await screen.findByText('Removal is held up')).toBeVisible();
  expect(screen.getByText(/store default is not ready/)).toBeVisible();
  expect(screen.getByText(/remove what it installed/)).toBeVisible();
  await userEvent.click(
    screen.getByRole('button', { name: 'More actions for PostgreSQL' }),
  );
  const item = await screen.findByRole('menuitem', { name: 'Uninstall' });
  expect(item).toHaveAttribute('aria-disabled', 'true');
  expect(item).toHaveAttribute('title', 'It is being deleted already.');
});

it('says why to those who may not, and opens nothing', async () => {
  const promises = [
    aPromiseDetail({
      allowed: { upgrade: false, uninstall: false },
      updates: [{ source: 'community', entry: 'pg', version: 'v2.0.0' }],
    }),
  ];
  renderPage(page, aKratix({ promises }));
  const upgrade = await screen.findByRole('button', {
    name: 'Upgrade to v2.0.0',
  });
  expect(upgrade).toHaveAccessibleDescription(/kratix\.promise\.upgrade/);
  await userEvent.click(
    screen.getByRole('button', { name: 'More actions for PostgreSQL' }),
  );
  const item = await screen.findByRole('menuitem', { name: 'Uninstall' });
  expect(item).toHaveAttribute('title', expect.stringMatching(/uninstall/));
  await userEvent.click(item);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('leads to the newer listing on the same platform', async () => {
  const promises = [
    aPromiseDetail({
      allowed: { upgrade: true, uninstall: true },
      updates: [{ source: 'community', entry: 'pg', version: 'v2.0.0' }],
    }),
  ];
  renderPage(page, aKratix({ promises }));
  expect(
    await screen.findByRole('button', { name: 'Upgrade to v2.0.0' }),
  ).toHaveAttribute(
    'href',
    '/kratix/promises/marketplace/community/pg/install?platform=eu-dev',
  );
});

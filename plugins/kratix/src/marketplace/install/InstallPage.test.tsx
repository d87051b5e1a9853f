import {
  aCause,
  aFinding,
  aListingDetail,
  anInstallation,
  anUpgrade,
  aPreflightReport,
  aRefusal,
  FakeKratix,
  type FakeWorld,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeFindings } from '../../__testUtils__/axe';
import { renderPage } from '../../__testUtils__/renderKratix';
import { aWorld } from '../../__testUtils__/world';

const page = '/kratix/promises/marketplace/community/redis/install';
const preflight = `${page}?platform=eu-dev&step=preflight`;

const redis = aListingDetail({
  promiseUrl: undefined,
  installs: [
    { platform: 'eu-dev', state: 'not-installed' },
    { platform: 'us-dev', state: 'update', version: 'v0.1.0' },
  ],
});
const wide = aFinding({
  check: 'rights-wide',
  level: 'warning',
  params: { count: 1 },
  details: ['promise.configure/install: get secrets in all namespaces'],
});

function aKratix(given: Partial<FakeWorld> = {}) {
  return new FakeKratix({
    ...aWorld(),
    listings: [redis],
    preflights: { 'eu-dev/community/redis': aPreflightReport() },
    installations: { 'eu-dev/redis': anInstallation() },
    ...given,
  });
}

const withFindings = (...findings: ReturnType<typeof aFinding>[]) =>
  aKratix({
    preflights: {
      'eu-dev/community/redis': aPreflightReport({ findings }),
    },
  });

const callsOf = (kratix: FakeKratix, name: string) =>
  kratix.calls
    .filter(({ method }) => method === name)
    .map(({ argument }) => argument);

const button = (name: string) => screen.findByRole('button', { name });

const submit = () => button('Install Redis');

it('leads from a platform over its preflight to an available Promise', async () => {
  const kratix = withFindings(aFinding(), wide);
  renderPage(page, kratix);

  const next = await button('Next: preflight');
  expect(next).toHaveAccessibleDescription('Choose a platform.');
  const platforms = screen.getByRole('radiogroup', { name: 'Platform' });
  expect(platforms).toHaveTextContent('EU development');
  expect(platforms).toHaveTextContent('US development');
  await userEvent.click(within(platforms).getAllByRole('radio')[0]);
  await userEvent.click(await button('Next: preflight'));

  const heading = await screen.findByRole('heading', {
    level: 2,
    name: 'Preflight',
  });
  expect(heading).toHaveFocus();
  expect(await submit()).toHaveAccessibleDescription(
    '1 warning waits for your tick.',
  );
  const tick = screen.getByRole('checkbox', { name: /I have read this/ });
  await userEvent.click(tick);
  await userEvent.click(await submit());

  await waitFor(() =>
    expect(callsOf(kratix, 'installPromise')).toEqual([
      {
        platform: 'eu-dev',
        body: {
          source: 'community',
          entry: 'redis',
          method: 'promise',
          acknowledged: ['rights-wide'],
          seal: aPreflightReport().seal,
        },
        dryRun: false,
      },
    ]),
  );
  expect(
    await screen.findByRole('list', { name: 'Stages of Redis' }),
  ).toHaveTextContent('Created: done');
  expect(
    await screen.findByRole('button', { name: 'Request one from Redis' }),
  ).toHaveAttribute('href', '/kratix/promises/eu-dev/redis/new');
});

it('says so once all of a plan is there', async () => {
  const kratix = aKratix();
  renderPage(`${page}?platform=eu-dev&step=progress&plan=redis`, kratix);
  expect(
    await screen.findByText('All Promises of this plan are available.'),
  ).toBeVisible();
});

it('shows details only when asked, and says what Redis would bring', async () => {
  renderPage(preflight, withFindings(wide));
  const details = await button(
    'Show 1 line: Asks for 1 right in all namespaces',
  );
  expect(screen.queryByText(/get secrets/)).not.toBeInTheDocument();
  await userEvent.click(details);
  expect(screen.getByText(/get secrets in all namespaces/)).toBeVisible();
  expect(screen.getByText('Promise: redis')).toBeVisible();
});

it('lets no tick help against a blocker', async () => {
  const taken = aFinding({
    check: 'name',
    level: 'blocker',
    params: { name: 'redis' },
    platformSays: 'already exists',
  });
  const kratix = withFindings(taken, wide);
  renderPage(preflight, kratix);
  const main = await submit();
  await waitFor(() =>
    expect(main).toHaveAccessibleDescription('1 finding is in the way.'),
  );
  expect(main).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByText('The name redis is taken here')).toBeVisible();
  expect(screen.getByText('Platform says: already exists')).toBeVisible();
  await userEvent.click(main);
  expect(callsOf(kratix, 'installPromise')).toHaveLength(0);
});

it('forgets ticks when it is checked again', async () => {
  const kratix = withFindings(wide);
  renderPage(preflight, kratix);
  await userEvent.click(await screen.findByRole('checkbox'));
  await userEvent.click(await button('Check again'));
  await waitFor(() => expect(callsOf(kratix, 'preflight')).toHaveLength(2));
  expect(await screen.findByRole('checkbox')).not.toBeChecked();
});

it('says where a preflight could not be made', async () => {
  const kratix = aKratix().failing('preflight', aRefusal(503, 'It is away'));
  renderPage(preflight, kratix);
  expect(await screen.findByText('The portal says: It is away')).toBeVisible();
  expect(await submit()).toHaveAccessibleDescription(
    'A preflight could not be made.',
  );
});

describe('a Promise that needs others', () => {
  const needs = (required: string) =>
    aFinding({
      id: `requirement:${required}`,
      check: 'requirement',
      level: 'warning',
      params: { required, state: 'not-installed', offered: 'team/pg' },
    });
  const step = { source: 'team', entry: 'pg' };
  const stack = () =>
    aKratix({
      listings: [redis, aListingDetail({ ...step, name: 'postgresql' })],
      preflights: {
        'eu-dev/community/redis': aPreflightReport({
          findings: [needs('postgresql'), needs('kafka')],
          plan: [
            {
              ...step,
              name: 'postgresql',
              requiredBy: 'redis',
              release: true,
            },
            { name: 'kafka', version: 'v3', requiredBy: 'redis' },
            { name: 'redis', source: 'community', entry: 'redis' },
          ],
        }),
        'eu-dev/team/pg': aPreflightReport({ ...step, findings: [wide] }),
      },
      installations: {
        'eu-dev/redis': anInstallation({ state: 'absent', stages: [] }),
        'eu-dev/postgresql': anInstallation({ name: 'postgresql' }),
      },
    });

  async function plan() {
    const [add] = await screen.findAllByRole('button', {
      name: 'Add to plan: postgresql',
    });
    await userEvent.click(add);
    await screen.findByText('Preflight of postgresql');
    for (const box of await screen.findAllByRole('checkbox')) {
      await userEvent.click(box);
    }
    return button('Install 2 Promises');
  }

  it('names what no source has, and checks what is added', async () => {
    const kratix = stack();
    renderPage(preflight, kratix);
    expect(await screen.findByText('No source has kafka at v3.')).toBeVisible();
    const main = await plan();
    expect(main).not.toHaveAttribute('aria-disabled');
    expect(screen.getByText('Requires postgresql: in the plan')).toBeVisible();
  });

  it('creates what is required first', async () => {
    const kratix = stack();
    renderPage(preflight, kratix);
    await userEvent.click(await plan());
    await waitFor(() =>
      expect(callsOf(kratix, 'installPromise')).toMatchObject([
        {
          body: {
            entry: 'pg',
            method: 'release',
            acknowledged: ['rights-wide'],
            seal: aPreflightReport().seal,
          },
        },
        {
          body: {
            entry: 'redis',
            acknowledged: ['requirement:postgresql', 'requirement:kafka'],
          },
        },
      ]),
    );
  });

  it('says what was created where the second is refused', async () => {
    const kratix = stack();
    const install = kratix.installPromise.bind(kratix);
    kratix.installPromise = async (platform, body) => {
      if (body.entry === 'redis') throw aRefusal(409, 'Somebody was faster');
      return install(platform, body);
    };
    renderPage(preflight, kratix);
    await userEvent.click(await plan());
    const alert = (
      await screen.findByText('Changed meanwhile, check again')
    ).closest('[role="alert"]');
    expect(alert).toHaveTextContent('The portal says: Somebody was faster');
    expect(alert).toHaveTextContent('Created: postgresql.');
    expect(alert).toHaveTextContent('Not created: redis.');
    expect(await button('Undo the install of postgresql')).toBeVisible();
    const asked = callsOf(kratix, 'preflight').length;
    await userEvent.click(await button('Go on with the preflight'));
    await screen.findByText('Preflight of Redis v0.2.0');
    await waitFor(() =>
      expect(callsOf(kratix, 'preflight').length).toBeGreaterThan(asked),
    );
  });
});

describe('an upgrade', () => {
  const upgrading = () =>
    aKratix({
      preflights: {
        'eu-dev/community/redis': aPreflightReport({
          kind: 'upgrade',
          upgrade: anUpgrade(),
        }),
      },
    });

  it('says what changes, breaking first, and for whom', async () => {
    renderPage(preflight, upgrading());
    expect(await screen.findByText('Version v0.1.0 → v0.2.0')).toBeVisible();
    const [, first] = within(
      screen.getByRole('table', { name: 'API' }),
    ).getAllByRole('row');
    expect(first).toHaveTextContent('spec.sizeTakes fewer values Breaking');
    expect(screen.getByRole('link', { name: /sessions/ })).toHaveAttribute(
      'href',
      '/kratix/requests/eu-dev/redis.marketplace.example.com/payments/sessions',
    );
    expect(screen.getByText(/must be one of small, large/)).toBeVisible();
    expect(screen.getByText('No owner')).toHaveTextContent(
      'No owner 1 request',
    );
    await userEvent.click(screen.getByRole('tab', { name: 'As YAML' }));
    const diff = screen.getByRole('list', { name: 'Changes of the manifest' });
    expect(diff).toHaveTextContent('Removed:');
    expect(diff).toHaveTextContent('Added:');
    expect(await axeFindings(document.body)).toEqual([]);
  });

  it('leads from the warning to each request that it names', async () => {
    const finding = aFinding({
      check: 'requests-refused',
      level: 'warning',
      params: { refused: 2, total: 3 },
      details: ['payments/sessions', 'payments/of-a-later-page'],
    });
    const report = aPreflightReport({
      kind: 'upgrade',
      upgrade: anUpgrade(),
      findings: [finding],
    });
    renderPage(
      preflight,
      aKratix({ preflights: { 'eu-dev/community/redis': report } }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /^Show 2 lines/ }),
    );
    expect(
      screen.getByRole('link', { name: 'payments/sessions' }),
    ).toHaveAttribute(
      'href',
      '/kratix/requests/eu-dev/redis.marketplace.example.com/payments/sessions',
    );
    expect(screen.getByText('payments/of-a-later-page').tagName).toBe('LI');
  });

  it('sends what its preflight was about, and offers no undo', async () => {
    const kratix = upgrading();
    renderPage(preflight, kratix);
    await userEvent.click(await button('Upgrade Redis to v0.2.0'));
    await waitFor(() =>
      expect(callsOf(kratix, 'upgradePromise')).toMatchObject([
        { ref: { platform: 'eu-dev', name: 'redis' }, body: { generation: 7 } },
      ]),
    );
    await screen.findByRole('list', { name: 'Stages of Redis' });
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  });
});

describe('the manifest', () => {
  it('is sent as it was edited, and then never by a release', async () => {
    const kratix = aKratix({
      listings: [{ ...redis, promiseUrl: 'https://git.example.com/p.yaml' }],
    });
    renderPage(`${page}?platform=eu-dev`, kratix);
    const version = await screen.findByLabelText('Version label');
    await userEvent.type(version, 'v9');
    expect(version).toHaveFocus();
    expect(
      screen.getByText('Not possible: you edited the manifest.'),
    ).toBeVisible();
    await userEvent.click(await button('Next: preflight'));
    await waitFor(() =>
      expect(callsOf(kratix, 'preflight')).toMatchObject([
        {
          body: {
            method: 'promise',
            manifest: {
              metadata: { labels: { 'kratix.io/promise-version': 'v9' } },
            },
          },
        },
      ]),
    );
  });

  it('keeps one where it is while a label can’t be read', async () => {
    renderPage(`${page}?platform=eu-dev`, aKratix());
    await userEvent.type(
      await screen.findByLabelText('Destination selectors'),
      'environment',
    );
    expect(screen.getByRole('alert')).toHaveTextContent(/^environment: write/);
    expect(await button('Next: preflight')).toHaveAccessibleDescription(
      'The manifest has a problem. Fix it first.',
    );
  });

  it('is not forgotten in silence', async () => {
    renderPage(`${preflight}&edited=true`, aKratix());
    expect(
      await screen.findByText(/^Your edits of the manifest are gone/),
    ).toBeVisible();
    expect(await button('Next: preflight')).toBeVisible();
  });

  it('prefers a release where Kratix can fetch it', async () => {
    const kratix = aKratix({
      listings: [{ ...redis, promiseUrl: 'https://git.example.com/p.yaml' }],
    });
    renderPage(preflight, kratix);
    expect(await screen.findByText('Method: PromiseRelease')).toBeVisible();
  });
});

describe('progress', () => {
  const follow = `${page}?platform=eu-dev&step=progress&plan=redis&fresh=redis`;

  it.each([
    ['installing', 'Installing'],
    ['available', 'Available'],
    ['failed', 'Failed'],
    ['absent', 'Not there'],
    ['removing', 'Being removed'],
    ['removal-blocked', 'Removal is held up'],
  ] as const)('shows %s to whoever opens its address', async (state, words) => {
    const installation = anInstallation({
      state,
      finalizers: state.startsWith('remov')
        ? ['kratix.io/api-crd-cleanup', 'example.com/own']
        : [],
      causes: [
        aCause({ id: 'step-image', params: { step: 'install', image: 'x' } }),
      ],
    });
    renderPage(
      follow,
      aKratix({ installations: { 'eu-dev/redis': installation } }),
    );
    expect(await screen.findByText(words)).toBeVisible();
    expect(await axeFindings(document.body)).toEqual([]);
    const undo = screen.queryByRole('button', {
      name: 'Undo the install of Redis',
    });
    const isThere = ['installing', 'available', 'failed'].includes(state);
    expect(undo !== null).toBe(isThere);
    const reason = screen.queryByText(/could not be pulled/);
    expect(reason !== null).toBe(
      ['installing', 'failed', 'removal-blocked'].includes(state),
    );
    const left = screen.queryByText(/remove its API/);
    expect(left !== null).toBe(state.startsWith('remov'));
  });

  it('moves on as the platform does', async () => {
    const kratix = aKratix({
      installations: {
        'eu-dev/redis': anInstallation({ state: 'installing' }),
      },
    });
    renderPage(follow, kratix);
    await screen.findByText('Installing');
    kratix.world.installations = { 'eu-dev/redis': anInstallation() };
    kratix.live.emit({
      type: 'promise',
      change: 'updated',
      ref: { platform: 'eu-dev', name: 'redis' },
    });
    expect(await screen.findByText('Available')).toBeVisible();
  });

  it('may be followed by whoever may not install', async () => {
    const listing = {
      ...redis,
      allowed: { install: false, upgrade: false, uninstall: false },
    };
    renderPage(follow, aKratix({ listings: [listing] }));
    const undo = await button('Undo the install of Redis');
    expect(undo).toHaveAccessibleDescription(/kratix\.promise\.uninstall/);
  });
});

it('offers no install to those who may not', async () => {
  const listing = {
    ...redis,
    allowed: { install: false, upgrade: false, uninstall: false },
  };
  renderPage(page, aKratix({ listings: [listing] }));
  expect(
    await screen.findByText('Needs permission kratix.promise.install.'),
  ).toBeVisible();
  expect(screen.queryByRole('radiogroup')).toBeNull();
});

it('does not offer what is broken', async () => {
  const listing = { ...redis, problem: 'promise.yaml: no YAML' };
  renderPage(page, aKratix({ listings: [listing] }));
  expect(
    await screen.findByText('This listing can’t be installed'),
  ).toBeVisible();
});

it('has nothing for axe to find', async () => {
  renderPage(page, aKratix());
  await screen.findByLabelText('Version label');
  expect(await axeFindings(document.body)).toEqual([]);
});

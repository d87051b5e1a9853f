import {
  aFreshness,
  aListingDetail,
  aPlatformView,
  aSourceView,
  FakeKratix,
  type FakeWorld,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeFindings } from '../__testUtils__/axe';
import { renderPage } from '../__testUtils__/renderKratix';
import { aFakeKratix, aWorld } from '../__testUtils__/world';

const address = '/kratix/promises/marketplace';

function show(world: Partial<FakeWorld> = {}, query = '') {
  const kratix = new FakeKratix({ ...aWorld(), ...world });
  return { kratix, ...renderPage(`${address}${query}`, kratix) };
}

const card = (name: string) => screen.findByRole('article', { name });

it('a card says what it is, where from, and who has it', async () => {
  show();
  const redis = await card('Redis');
  expect(redis).toHaveTextContent('data · Community · v0.2.0');
  expect(redis).toHaveTextContent('An in-memory store.');
  expect(redis).toHaveTextContent('Requestable');
  expect(redis).toHaveTextContent('Installs software');
  expect(redis).toHaveTextContent('Same name as 1 other');
  expect(redis).toHaveTextContent('Update v0.2.0 on EU development');
  expect(redis).toHaveTextContent('Not installed on US development');
  const app = await card('App as a service');
  expect(app).toHaveTextContent('No version');
  expect(app).toHaveTextContent('Needs 2 others');
  expect(app).toHaveTextContent('Could not check on US development');
});

it('leads to the listing, to its install and to its upgrade', async () => {
  show();
  const redis = within(await card('Redis'));
  const links = ['Redis', 'Install Redis', 'Upgrade Redis'].map(name =>
    redis
      .getByRole(name === 'Redis' ? 'link' : 'button', { name })
      .getAttribute('href'),
  );
  expect(links).toEqual([
    `${address}/community/redis`,
    `${address}/community/redis/install?platform=us-dev`,
    `${address}/community/redis/install?platform=eu-dev`,
  ]);
});

it('speaks of the chosen platform alone', async () => {
  show({}, '?platform=us-dev');
  const redis = await card('Redis');
  await waitFor(() => expect(redis).toHaveTextContent('Not installed'));
  expect(redis).not.toHaveTextContent('Update v0.2.0');
  expect(redis).not.toHaveTextContent('on US development');
});

it('offers no install where nothing is left to do', async () => {
  show();
  const runtime = await card('Runtime');
  expect(runtime).toHaveTextContent('Name taken on all platforms');
  expect(within(runtime).getAllByRole('button')).toHaveLength(1);
});

it('offers no install to those who may not', async () => {
  show({ mayInstall: false });
  const redis = within(await card('Redis'));
  expect(redis.queryByRole('button', { name: 'Install Redis' })).toBeNull();
  expect(redis.getByRole('button', { name: 'Details: Redis' })).toBeVisible();
});

it('shows a broken listing as broken, with the reason', async () => {
  show({
    listings: [
      aListingDetail({ problem: 'The Promise has no name.', installs: [] }),
    ],
  });
  expect(await card('Redis')).toHaveTextContent(
    'Broken: The Promise has no name.',
  );
  expect(screen.queryByRole('button', { name: 'Install Redis' })).toBeNull();
});

it('draws the logo that a listing brings', async () => {
  show({
    listings: [aListingDetail({ logo: 'redis/logo.svg' })],
    files: {
      'community/redis/redis/logo.svg': new Blob(['<svg/>'], {
        type: 'image/svg+xml',
      }),
    },
  });
  const redis = await card('Redis');
  await waitFor(() =>
    expect(redis.querySelector('img')).toHaveAttribute(
      'src',
      `data:image/svg+xml;base64,${btoa('<svg/>')}`,
    ),
  );
});

it('asks the backend for what is searched, filtered and ordered', async () => {
  const { kratix } = show();
  await card('Redis');
  await userEvent.click(screen.getByRole('button', { name: /^Source/ }));
  await userEvent.click(
    await screen.findByRole('menuitemcheckbox', { name: /Team promises/ }),
  );
  await userEvent.keyboard('{Escape}');
  await waitFor(() =>
    expect(screen.queryByText('App as a service')).toBeNull(),
  );
  expect(await card('Runtime')).toBeVisible();
  await userEvent.selectOptions(
    await screen.findByRole('combobox', { name: 'Order by' }),
    'State',
  );
  await userEvent.type(
    screen.getByRole('searchbox', { name: /^Search title/ }),
    'run',
  );
  await waitFor(() =>
    expect(kratix.calls.at(-1)?.argument).toMatchObject({
      q: 'run',
      source: ['team'],
      sort: 'state',
    }),
  );
});

it('says that nothing matches, and how to see all again', async () => {
  show({}, '?q=nowhere');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Clear filters' }),
  );
  expect(await card('Redis')).toBeVisible();
});

it('has the installed Promises beside it, each with its count', async () => {
  show();
  const tabs = await screen.findByRole('navigation', {
    name: 'Promises here and elsewhere',
  });
  await waitFor(() =>
    expect(tabs).toHaveTextContent('Installed 3Marketplace 3'),
  );
  const [installed, marketplace] = within(tabs).getAllByRole('link');
  expect(installed).toHaveAttribute('href', '/kratix/promises');
  expect(marketplace).toHaveAttribute('aria-current', 'page');
});

describe('sources', () => {
  const failed = aSourceView({
    id: 'team',
    title: 'Team promises',
    state: 'failed',
    listings: 12,
    failingSince: '2026-03-02T14:02:00Z',
    problem: 'The host refuses the connection.',
  });

  it('each say how many listings, how old and how they are', async () => {
    show({ sources: [aSourceView({ broken: 2 }), failed] });
    const sources = await screen.findByRole('list', { name: 'Sources' });
    expect(sources).toHaveTextContent('Community · 12 listings · 2 broken');
    expect(sources).toHaveTextContent('Team promises · Failed');
  });

  it('that fail hide no other, and their listings stay', async () => {
    const { container } = show({ sources: [aSourceView(), failed] });
    expect(
      await screen.findByText(
        /^Team promises could not be read since .*; its 12 listings are as last read\.$/,
      ),
    ).toBeVisible();
    expect(screen.getByText('The host refuses the connection.')).toBeVisible();
    expect(await card('Redis')).toBeVisible();
    expect(await card('Runtime')).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
  });

  it.each([
    [
      'none is configured',
      { sources: [], listings: [] },
      'No source of Promises is configured',
    ],
    [
      'all are still to be read',
      { sources: [aSourceView({ state: 'waiting' })], listings: [] },
      'The sources are being read for the first time',
    ],
    [
      'none could be read ever',
      { sources: [{ ...failed, readAt: undefined }], listings: [] },
      'No source could be read so far',
    ],
    [
      'they are empty',
      { sources: [aSourceView()], listings: [] },
      'The sources hold no Promise',
    ],
  ] as const)('%s', async (_when, world, title) => {
    const { container } = show({
      sources: [...world.sources],
      listings: [...world.listings],
    });
    expect(await screen.findByText(title)).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('what to configure is for those who may, whom to ask for others', async () => {
    show({ sources: [], listings: [], mayInstall: false });
    expect(await screen.findByText(/Ask: the platform team/)).toBeVisible();
    expect(screen.queryByText(/kratix:/)).toBeNull();
  });

  it('show as soon as they are read', async () => {
    const { kratix } = show({
      sources: [aSourceView({ state: 'waiting' })],
      listings: [],
    });
    await screen.findByText('The sources are being read for the first time');
    kratix.world = aWorld();
    expect(await card('Redis')).toBeVisible();
  });
});

it('says of which platforms it can’t tell', async () => {
  show({
    platforms: [
      aPlatformView(),
      aPlatformView({
        id: 'us-dev',
        title: 'US development',
        freshness: aFreshness({
          platform: 'us-dev',
          title: 'US development',
          label: 'unreachable',
        }),
      }),
    ],
  });
  expect(
    await screen.findByText(/^US development is unreachable/),
  ).toBeVisible();
});

it('follows what becomes of a Promise on a platform', async () => {
  const { kratix } = show();
  await card('Redis');
  const [redis, ...others] = kratix.world.listings ?? [];
  kratix.world.listings = [
    { ...redis, installs: [{ platform: 'eu-dev', state: 'installed' }] },
    ...others,
  ];
  const ref = { platform: 'eu-dev', name: 'redis' };
  kratix.live.emit({ type: 'promise', change: 'removed', ref });
  await waitFor(async () =>
    expect(await card('Redis')).toHaveTextContent('Installed on all platforms'),
  );
});

it('an address without its end leads to the source', async () => {
  renderPage(`${address}/team`, aFakeKratix());
  expect(await card('Runtime')).toBeVisible();
  expect(screen.queryByText('App as a service')).toBeNull();
});

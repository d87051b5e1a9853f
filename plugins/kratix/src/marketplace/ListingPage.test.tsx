import {
  aListingDetail,
  aRefusal,
  aSourceView,
  FakeKratix,
  type FakeWorld,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axeFindings } from '../__testUtils__/axe';
import { renderPage } from '../__testUtils__/renderKratix';
import { aWorld } from '../__testUtils__/world';

const marketplace = '/kratix/promises/marketplace';

function show(at: string, world: Partial<FakeWorld> = {}) {
  const kratix = new FakeKratix({ ...aWorld(), ...world });
  return { kratix, ...renderPage(`${marketplace}/${at}`, kratix) };
}

async function region(name: string) {
  return within(await screen.findByRole('region', { name }));
}

describe('its head', () => {
  it('upgrades first where a platform has an older one', async () => {
    show('community/redis');
    const upgrade = await screen.findByRole('button', {
      name: 'Upgrade Redis',
    });
    expect(upgrade).toHaveAttribute(
      'href',
      `${marketplace}/community/redis/install?platform=eu-dev`,
    );
    expect(
      screen.getByRole('button', { name: 'Install Redis' }),
    ).toHaveAttribute(
      'href',
      `${marketplace}/community/redis/install?platform=us-dev`,
    );
  });

  it('leaves the choice of a platform where there are several', async () => {
    const installs = ['eu-dev', 'us-dev'].map(platform => ({
      platform,
      state: 'not-installed' as const,
    }));
    show('community/redis', { listings: [aListingDetail({ installs })] });
    expect(
      await screen.findByRole('button', { name: 'Install Redis' }),
    ).toHaveAttribute('href', `${marketplace}/community/redis/install`);
  });

  it.each([
    [
      'one may not',
      {
        allowed: { install: false, upgrade: false, uninstall: false },
      },
      /needs permission kratix\.promise\.install\. Ask: the platform team/,
    ],
    [
      'the name is taken',
      { installs: [{ platform: 'eu-dev', state: 'name-taken' as const }] },
      /with another API is on every platform/,
    ],
    ['it is broken', { problem: 'No API.' }, /broken listing can’t/],
    ['no platform can be seen', { installs: [] }, /No platform can be seen/],
  ])('says why it can’t be installed: %s', async (_why, given, reason) => {
    show('community/redis', { listings: [aListingDetail(given)] });
    const button = await screen.findByRole('button', {
      name: 'Install Redis',
      description: reason,
    });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).not.toHaveAttribute('href');
  });

  it('tells those who may install what power that is, and nobody else', async () => {
    const power = /as powerful as administering the cluster/;
    show('community/redis');
    expect(await screen.findByText(power)).toBeVisible();
  });

  it('bothers nobody else with it, nor with what the reader found', async () => {
    const allowed = { install: false, upgrade: false, uninstall: false };
    show('community/redis', { listings: [aListingDetail({ allowed })] });
    await screen.findByText('A store of your', { exact: false });
    expect(screen.queryByText(/as powerful as/)).toBeNull();
    expect(screen.queryByText('What the reader found')).toBeNull();
  });
});

describe('About', () => {
  it('shows the README, where it is from and who has it', async () => {
    show('community/redis');
    expect(
      await screen.findByRole('heading', { level: 3, name: 'Redis' }),
    ).toBeVisible();
    const facts = await region('Facts');
    expect(facts.getByRole('link', { name: 'Community' })).toHaveAttribute(
      'href',
      `${marketplace}?source=community`,
    );
    expect(
      facts.getByRole('link', { name: /^redis\/promise\.yaml/ }),
    ).toHaveAttribute('rel', 'noopener noreferrer nofollow');
    const platforms = await region('On the platforms');
    expect(platforms.getByText('Update v0.2.0')).toBeVisible();
    expect(platforms.getByText(/v0\.1\.0 is installed\./)).toBeVisible();
    expect(
      platforms.getByRole('link', { name: 'Open redis on EU development' }),
    ).toHaveAttribute('href', '/kratix/promises/eu-dev/redis');
  });

  it('names others of the same name and what the reader found', async () => {
    show('community/redis');
    const others = await region('Others of this name');
    expect(others.getByRole('link', { name: 'Redis' })).toHaveAttribute(
      'href',
      `${marketplace}/team/redis`,
    );
    const found = await region('What the reader found');
    expect(found.getByText('It has no summary.')).toBeVisible();
    expect(found.getByText('redis/promise.yaml, line 3')).toBeVisible();
  });

  it('says how it knows that this listing is what is there', async () => {
    show('community/app');
    const platforms = await region('On the platforms');
    expect(platforms.getByText(/Known from the install\./)).toBeVisible();
  });

  it('does without a README', async () => {
    show('team/runtime');
    expect(
      await screen.findByText('Its source has no README for it.'),
    ).toBeVisible();
  });

  it('follows no address of a file that runs something', async () => {
    const listing = aListingDetail({
      webUrl: ['javascript', 'alert(1)'].join(':'),
    });
    const { container } = show('community/redis', { listings: [listing] });
    await region('Facts');
    expect(container.querySelector('a[href^="javascript"]')).toBeNull();
  });
});

describe('API', () => {
  it('is shown as for an installed Promise', async () => {
    show('community/redis/api');
    expect(
      await screen.findByRole('group', { name: 'Fields' }),
    ).toHaveTextContent('spec.size');
    expect(screen.getByText(/# theirs/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Full' }));
    expect(screen.getByText(/size: large/)).toBeVisible();
  });

  it('as the form that one would get', async () => {
    show('community/redis/api');
    await userEvent.click(await screen.findByRole('button', { name: /form/i }));
    expect(
      await screen.findByText(/^As people see it who request this/),
    ).toBeVisible();
  });

  it('is not offered where nothing can be requested', async () => {
    show('team/runtime/api');
    expect(await screen.findByRole('tab', { name: 'About' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(screen.queryByRole('tab', { name: 'API' })).toBeNull();
  });

  it('tells several examples apart by their files', async () => {
    const examples = {
      byAuthor: [
        { path: 'redis/small.yaml', yaml: 'a: 1\n' },
        { path: 'redis/large.yaml', yaml: 'b: 2\n' },
      ],
    };
    show('community/redis/api', { listings: [aListingDetail({ examples })] });
    await userEvent.click(
      await screen.findByRole('button', { name: 'large.yaml' }),
    );
    expect(screen.getByText(/b: 2/)).toBeVisible();
  });
});

describe('What it installs', () => {
  it('makes far-reaching rights stand out in words', async () => {
    show('community/redis/contents');
    const rights = await region('Rights it asks for');
    expect(rights.getByText('1 right counts in all namespaces.')).toBeVisible();
    expect(rights.getByText('1 right reads Secrets.')).toBeVisible();
    expect(rights.getByText('get and list')).toBeVisible();
    expect(rights.getByText('All namespaces')).toBeVisible();
    expect(rights.getByText('Reads Secrets')).toBeVisible();
  });

  it('marks images that may change', async () => {
    const pipelineImages = [
      {
        image: 'registry.example.com/a:latest',
        pipeline: 'promise.configure/install',
        container: 'create',
        mutable: true,
      },
    ];
    show('community/redis/contents', {
      listings: [aListingDetail({ pipelineImages })],
    });
    const steps = await region('Steps and their images');
    expect(steps.getByText('registry.example.com/a:latest')).toBeVisible();
    expect(steps.getByText('May change')).toBeVisible();
  });

  it('says what comes to which Destinations', async () => {
    show('community/redis/contents');
    const installs = await region('Installed on Destinations');
    expect(installs.getByText('2 × Deployment')).toBeVisible();
    expect(installs.getByText('environment=dev')).toBeVisible();
  });

  it('leads from what it requires to who offers it', async () => {
    show('community/app/contents');
    const requires = await region('Requires');
    expect(
      await requires.findByRole('link', { name: 'redis v0.2.0' }),
    ).toHaveAttribute('href', `${marketplace}/community/redis`);
    expect(
      await requires.findByText(/postgresql v9\.0\.0 · No source offers it\./),
    ).toBeVisible();
  });

  it('says where there is nothing', async () => {
    const { container } = show('community/redis/contents', {
      listings: [aListingDetail({ pipelineImages: [], requires: [] })],
    });
    expect(
      await screen.findByText(
        'Its steps ask for no rights on the cluster of their own.',
      ),
    ).toBeVisible();
    expect(screen.getByText('It runs no steps.')).toBeVisible();
    expect(screen.getByText('It requires no other Promise.')).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
  });
});

it('shows the manifest, and no more of it than can be read', async () => {
  const manifest = `kind: Promise # ${'x'.repeat(300 * 1024)}`;
  show('community/redis/manifest', {
    listings: [aListingDetail({ manifest })],
  });
  expect(await screen.findByText(/^kind: Promise/)).toBeVisible();
  expect(
    screen.getByText(/Only the beginning is shown; it has 301 KB/),
  ).toBeVisible();
});

describe('a listing that is not there', () => {
  it('is said to be gone from its source', async () => {
    const { container } = show('team/old~one');
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'old~one is not in Team promises any more',
      }),
    ).toBeVisible();
    expect(await axeFindings(container)).toEqual([]);
  });

  it('is said to be broken where it is a broken file', async () => {
    const file = aListingDetail({
      entry: 'broken',
      title: 'redis/broken.yaml',
      problem: 'Line 3 is no YAML.',
      installs: [],
    });
    const { kratix } = show('community/broken', {
      listings: [file],
      sources: [aSourceView()],
    });
    kratix.failing('getListing', aRefusal(404, 'It is broken'));
    expect(await screen.findByText('Broken: Line 3 is no YAML.')).toBeVisible();
  });
});

import type {
  PlatformCheck,
  PlatformFeature,
  PlatformView,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aPlatformDescription,
  aPlatformView,
  aRefusal,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../__testUtils__/renderKratix';

const unreachable = aPlatformView({
  description: aPlatformDescription({
    label: 'unreachable',
    tone: 'error',
    writable: false,
    reason: 'The connection is refused',
  }),
});

/** The panel of the one platform there is, on a page of its own. */
async function panelOf(
  platform: PlatformView,
  kratix = new FakeKratix({ platforms: [platform] }),
) {
  renderPage(`/kratix/operate/platforms/${platform.id}`, kratix);
  const panel = await screen.findByRole('region', { name: 'Connection' });
  return { panel, kratix };
}

const said = (panel: HTMLElement) =>
  within(panel)
    .getAllByRole('status')
    .map(status => status.textContent);

const checkButton = () =>
  screen.getByRole('button', { name: 'Check now: EU development' });

describe('Check now', () => {
  it('shows at once what came of it, and says so politely', async () => {
    const { panel, kratix } = await panelOf(unreachable);
    expect(said(panel)).toContain('Unreachable');
    let answer = (_check: PlatformCheck) => {};
    const check = jest
      .spyOn(kratix, 'checkPlatform')
      .mockReturnValue(new Promise(resolve => (answer = resolve)));
    await userEvent.click(checkButton());
    expect(checkButton()).toHaveAttribute('aria-busy', 'true');
    // A second press while it runs does nothing.
    await userEvent.click(checkButton());
    expect(check).toHaveBeenCalledTimes(1);

    await act(async () =>
      answer({ outcome: 'checked', platform: aPlatformView() }),
    );
    expect(checkButton()).not.toHaveAttribute('aria-busy', 'true');
    expect(said(panel)).toEqual(
      expect.arrayContaining(['Connected', 'Checked: Connected.']),
    );
    expect(panel).not.toHaveTextContent('The connection is refused');
  });

  it.each([
    ['trying', 'Accepted. The platform has not answered yet'],
    ['recent', 'Checked a moment ago: Unreachable.'],
  ] as const)('says so where it is %s', async (checked, words) => {
    const kratix = new FakeKratix({ platforms: [unreachable], checked });
    const { panel } = await panelOf(unreachable, kratix);
    await userEvent.click(checkButton());
    expect(said(panel).join()).toContain(words);
  });

  it('believes what it is told later', async () => {
    const { panel, kratix } = await panelOf(aPlatformView());
    jest
      .spyOn(kratix, 'checkPlatform')
      .mockResolvedValue({ outcome: 'checked', platform: unreachable });
    await userEvent.click(checkButton());
    expect(said(panel)).toContain('Unreachable');
    const view = aPlatformView({ apiServerVersion: 'v1.35.0' });
    await act(async () => kratix.live.emit({ type: 'platform', view }));
    expect(said(panel)).toContain('Connected');
  });

  it('goes on saying what was found, but not that it waits for an answer that came', async () => {
    const kratix = new FakeKratix({
      platforms: [unreachable],
      checked: 'trying',
    });
    const { panel } = await panelOf(unreachable, kratix);
    await userEvent.click(checkButton());
    expect(said(panel).join()).toContain('has not answered yet');
    const view = aPlatformView();
    await act(async () => kratix.live.emit({ type: 'platform', view }));
    expect(said(panel).join()).not.toContain('has not answered yet');

    kratix.world = { platforms: [view], checked: 'checked' };
    await userEvent.click(checkButton());
    await act(async () =>
      kratix.live.emit({ type: 'platform', view: unreachable }),
    );
    expect(said(panel)).toEqual(
      expect.arrayContaining(['Unreachable', 'Checked: Connected.']),
    );
  });

  it('says why it could not be asked', async () => {
    const { panel, kratix } = await panelOf(unreachable);
    kratix.failing('checkPlatform', aRefusal(503, 'Try again later'));
    await userEvent.click(checkButton());
    expect(await within(panel).findByRole('alert')).toHaveTextContent(
      'Try again later',
    );
    // What is known of the platform stays.
    expect(said(panel)).toContain('Unreachable');
  });
});

describe('what still works', () => {
  it.each<
    [string, Partial<PlatformView['description']>, number | undefined, string]
  >([
    [
      'of what was counted',
      { label: 'unreachable', writable: false },
      31,
      '31 requests as last seen; writing is off.',
    ],
    [
      'where nothing may be counted',
      { label: 'refused', writable: false },
      undefined,
      'What was known is shown as last seen; writing is off.',
    ],
    [
      'while it may still be written to',
      { label: 'last-known', writable: true },
      31,
      'What was known is shown as last seen.',
    ],
  ])('is said %s', async (_what, description, requests, words) => {
    const { panel } = await panelOf(
      aPlatformView({
        description: aPlatformDescription(description),
        counts: { requests },
      }),
    );
    expect(within(panel).getByText(words)).toBeInTheDocument();
  });

  it('is not said of a platform that is well', async () => {
    const { panel } = await panelOf(aPlatformView());
    expect(panel).not.toHaveTextContent('as last seen');
  });
});

describe('features', () => {
  const open = async (feature: PlatformFeature, name: string) => {
    const { panel } = await panelOf(aPlatformView({ features: [feature] }));
    const button = within(panel).getByRole('button', { name });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    return panel;
  };
  const crd = 'healthrecords.platform.kratix.io';

  it('that are not there say how to get them, with a line to copy', async () => {
    const panel = await open(
      { id: 'health-records', state: 'absent', crd },
      'How to get health',
    );
    expect(panel).toHaveTextContent('health: not found');
    expect(panel).toHaveTextContent(`kubectl get crd ${crd}`);
    expect(panel).toHaveTextContent('Kratix runs no checks itself');
    expect(
      within(panel).getByRole('button', { name: 'Copy the lines for health' }),
    ).toBeInTheDocument();
  });

  it('that are off say what would put them on', async () => {
    const panel = await open(
      { id: 'dry-run', state: 'off', crd: 'dryruns.platform.kratix.io' },
      'How to get preview of files',
    );
    expect(panel).toHaveTextContent('kratix.io/dry-run=true');
    expect(panel).toHaveTextContent('dryRun: true');
  });

  it('that may not be seen are not said to be absent', async () => {
    const panel = await open(
      { id: 'health-records', state: 'refused', crd },
      'How to get health',
    );
    expect(panel).toHaveTextContent('health: could not check');
    expect(panel).toHaveTextContent(`may not read ${crd}`);
    expect(panel).not.toHaveTextContent('kubectl');
  });

  it.each(['found', 'unknown'] as const)(
    'leave nothing to do where they are %s',
    async state => {
      const { panel } = await panelOf(
        aPlatformView({ features: [{ id: 'health-records', state, crd }] }),
      );
      expect(
        within(panel).queryByRole('button', { name: /How to get/ }),
      ).not.toBeInTheDocument();
    },
  );
});

describe('rights', () => {
  it('are told by kind and verb, and a role gives what is missing', async () => {
    const { panel } = await panelOf(aPlatformView());
    const row = (name: RegExp) => within(panel).getByRole('row', { name });
    const cells = (name: RegExp) =>
      within(row(name))
        .getAllByRole('cell')
        .map(cell => cell.textContent);
    expect(
      within(panel)
        .getAllByRole('columnheader')
        .map(header => header.textContent)
        .slice(-6),
    ).toEqual(['List', 'Watch', 'Get', 'Create', 'Patch', 'Delete']);
    expect(cells(/^Watched Promise/).slice(-6)).toEqual(
      Array(6).fill('granted'),
    );
    expect(cells(/HealthRecord/).slice(-6)).toEqual([
      'missing',
      'missing',
      ...Array(4).fill('–not needed'),
    ]);
    expect(panel).toHaveTextContent('Rights are missing on 1 kind');
    expect(
      within(panel).getByRole('button', {
        name: 'Copy role that grants them',
      }),
    ).toBeInTheDocument();
    expect(
      within(panel).queryByRole('button', { name: /role for installing/ }),
    ).not.toBeInTheDocument();
  });

  it('of people are not taken for those of the account', async () => {
    const { panel } = await panelOf(
      aPlatformView({
        identity: 'impersonation',
        kinds: [
          {
            group: 'example.org',
            plural: 'caches',
            kind: 'Cache',
            state: 'watching',
            promise: 'cache',
            rights: {
              list: 'granted',
              watch: 'granted',
              get: 'unknown',
              create: 'person',
              patch: 'person',
              delete: 'person',
            },
          },
        ],
        rights: {
          askedAt: '2026-03-02T09:00:00Z',
          failed: false,
          impersonation: 'missing',
        },
      }),
    );
    expect(within(panel).getAllByText('as you')).toHaveLength(3);
    expect(within(panel).getAllByText('could not check')).toHaveLength(1);
    expect(panel).toHaveTextContent('Writes go out as you');
    expect(panel).toHaveTextContent('The account may not act as people');
    expect(panel).toHaveTextContent('Writes as you, by impersonation.');
    expect(panel).not.toHaveTextContent('Rights are missing on');
    expect(
      within(panel).getByRole('button', {
        name: 'Copy role that grants them',
      }),
    ).toBeInTheDocument();
  });

  it.each<[string, PlatformView['rights'], RegExp]>([
    ['nobody asked yet', undefined, /was not asked yet/],
    [
      'the platform did not say',
      { failed: true },
      /Could not check what the account may do/,
    ],
    [
      'it said so before, and not again',
      { failed: true, askedAt: '2026-03-02T09:00:00Z' },
      /Could not check again .* as the platform said/,
    ],
    [
      'it said so',
      { failed: false, askedAt: '2026-03-02T09:00:00Z' },
      /What the account may do is as the platform said/,
    ],
  ])('say how far they can be believed: %s', async (_how, rights, words) => {
    const { panel } = await panelOf(aPlatformView({ rights }));
    expect(panel).toHaveTextContent(words);
  });
});

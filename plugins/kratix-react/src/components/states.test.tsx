import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  requestLabelSchema,
  promiseLabelSchema,
  platformLabelSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../api';
import type { Loadable } from '../loadable';
import { PartialStrip } from '../platforms/PartialStrip';
import { PlatformStatus } from '../platforms/PlatformStatus';
import { PromiseStatus } from '../promises/PromiseStatus';
import { requestIcons } from '../requests/requestIcons';
import { RequestRail } from '../requests/RequestRail';
import { RequestStatus } from '../requests/RequestStatus';
import {
  aFailedDescription,
  aFreshness,
  aPlatformView,
  aPromiseDescription,
  aRefusal,
  aRequestDescription,
  FakeKratix,
} from '../testing';
import { CopyButton } from './CopyButton';
import { Loaded } from './Loaded';
import type { JSX } from 'react';

// Whom to ask has to be known without any right to read.
const kratix = new FakeKratix({ platforms: [aPlatformView()] }).failing(
  'listPlatforms',
  aRefusal(403, 'Denied'),
);

const config = {
  app: { baseUrl: 'http://localhost:3000' },
  backend: { baseUrl: 'http://localhost:7007' },
  kratix: { contact: 'the platform team' },
};

const show = (element: JSX.Element) =>
  renderInTestApp(element, { config, apis: [[kratixApiRef, kratix]] });

const noRetry = () => {};

describe('a region in each state', () => {
  const show1 = (of: Loadable<string>) =>
    show(
      <Loaded
        of={of}
        empty="nothing"
        forbidden={{ what: 'requests', permission: 'kratix.request.read' }}
      >
        {value => value}
      </Loaded>,
    );

  it('loading: bones, and said so', () => {
    show1({ state: 'loading' });
    expect(screen.getByText('Loading')).toBeInTheDocument();
  });

  it('ready: the value, also when a refresh failed', () => {
    show1({
      state: 'ready',
      value: 'orders-db',
      refreshing: false,
      failed: new Error('late'),
      asOf: 0,
      retry: noRetry,
    });
    expect(screen.getByText('orders-db')).toBeInTheDocument();
  });

  it('empty', () => {
    show1({ state: 'empty', retry: noRetry });
    expect(screen.getByText('nothing')).toBeInTheDocument();
  });

  it('error: in plain words, with a way to try again', async () => {
    const retry = jest.fn();
    show1({ state: 'error', error: aRefusal(503, 'eu is away'), retry });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The platform can’t be reached',
    );
    expect(screen.getByText('The portal says: eu is away')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('forbidden: which right is missing and whom to ask', async () => {
    const error = aRefusal(403, 'Denied');
    show1({ state: 'error', error, retry: noRetry });
    expect(screen.getByText('You can’t see requests')).toBeVisible();
    expect(
      screen.getByText('Needs permission kratix.request.read.'),
    ).toBeVisible();
    expect(await screen.findByText('Ask: the platform team')).toBeVisible();
    expect(screen.getByText('The portal says: Denied')).toBeVisible();
  });

  it.each([
    [
      { platform: 'eu', verb: 'get', resource: 'redis', namespace: 'payments' },
      'The platform refused: get on redis in payments.',
    ],
    [
      { platform: 'eu', verb: 'list', resource: 'works' },
      'The platform refused: list on works.',
    ],
    [{ platform: 'eu' }, 'The platform eu refused it.'],
  ])('forbidden by the platform: %p is no permission', (refused, text) => {
    const error = aRefusal(403, 'Not allowed on platform');
    Object.assign(error.cause as Error, { refused });
    show1({ state: 'error', error, retry: noRetry });
    expect(screen.getByText(text)).toBeVisible();
    expect(screen.queryByText(/Needs permission/)).toBeNull();
    expect(screen.getByText('Ask: the platform team')).toBeVisible();
  });

  it('forbidden: the missing right is named once', async () => {
    const error = aRefusal(403, 'It needs the permission kratix.request.read');
    show1({ state: 'error', error, retry: noRetry });
    expect(await screen.findByText('Ask: the platform team')).toBeVisible();
    expect(screen.getAllByText(/kratix\.request\.read/)).toHaveLength(1);
  });
});

describe('every state has a word and a shape of its own', () => {
  it.each(requestLabelSchema.options)('request %s', label => {
    show(<RequestStatus description={aRequestDescription({ label })} />);
    expect(document.querySelector('svg')).toHaveAttribute(
      'aria-hidden',
      'true',
    );
    expect(document.body.textContent).not.toMatch(/request\.status/);
  });

  it('no two states of a request look alike', () => {
    const shapes = Object.values(requestIcons);
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it.each(promiseLabelSchema.options)('Promise %s', label => {
    show(<PromiseStatus description={aPromiseDescription({ label })} />);
    expect(document.body.textContent).not.toMatch(/promise\.status/);
  });

  it.each(platformLabelSchema.options)('platform %s', label => {
    show(<PlatformStatus label={label} />);
    expect(document.body.textContent).not.toMatch(/platform\.status/);
  });

  it('says of an older state that it is one', () => {
    const description = aRequestDescription({ flags: ['last-known'] });
    show(<RequestStatus description={description} />);
    expect(screen.getByText('Last known: Ready')).toBeVisible();
  });
});

it('reads the rail as an ordered list that says where it stands', () => {
  show(<RequestRail rail={aFailedDescription().rail} />);
  const items = screen.getAllByRole('listitem');
  expect(items).toHaveLength(6);
  expect(items[1]).toHaveAttribute('aria-current', 'step');
  expect(items[1]).toHaveTextContent(/Steps: 0 of 3, failed/);
});

describe('platforms that do not answer', () => {
  it('are named with the time since when', () => {
    const failingSince = '2026-03-02T14:02:00Z';
    show(
      <PartialStrip
        freshness={[
          aFreshness(),
          aFreshness({
            platform: 'us',
            title: 'US',
            label: 'unreachable',
            failingSince,
          }),
        ]}
      />,
    );
    const said = screen.getByRole('status');
    expect(said).toHaveTextContent(/^US is unreachable since/);
    expect(said).not.toHaveTextContent('EU');
  });

  it('are not mentioned where all answer', () => {
    show(<PartialStrip freshness={[aFreshness()]} />);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });
});

it.each([
  ['Copied', () => Promise.resolve()],
  ['Could not copy', () => Promise.reject(new Error('denied'))],
])('says of a copy: %s', async (said, write) => {
  const user = userEvent.setup();
  const writeText = jest
    .spyOn(navigator.clipboard, 'writeText')
    .mockImplementation(write);
  show(<CopyButton text="kubectl" name="command" label="Copy" />);
  await user.click(screen.getByRole('button', { name: 'Copy command' }));
  expect(writeText).toHaveBeenCalledWith('kubectl');
  expect(await screen.findByRole('status')).toHaveTextContent(said);
});

import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { kratixApiRef, type LiveState } from '../api';
import { FakeKratix } from '../testing';
import { FreshnessChip } from './FreshnessChip';

type Of = ComponentProps<typeof FreshnessChip>['of'];

function show(live: LiveState, of: Of) {
  const kratix = new FakeKratix();
  kratix.live.become(live);
  renderInTestApp(<FreshnessChip of={of} />, {
    apis: [[kratixApiRef, kratix]],
  });
}

const asOf = Date.now() - 20_000;

it.each<[string, LiveState, Of, string | RegExp]>([
  ['the stream is open', 'live', { state: 'ready', asOf }, 'Live'],
  ['it is being opened', 'connecting', { state: 'loading' }, 'Connecting'],
  ['the tab is hidden', 'paused', { state: 'ready', asOf }, 'Paused'],
  ['the page asks', 'polling', { state: 'ready', asOf }, /^Refreshed .* ago$/],
  ['the page is asked for', 'polling', { state: 'loading' }, 'Connecting'],
  ['the page has nothing to ask', 'polling', undefined, 'Not live'],
  [
    'a refresh failed',
    'polling',
    { state: 'ready', asOf, failed: new Error('down') },
    /^Last known, .* ago$/,
  ],
])('%s', (_situation, live, of, said) => {
  show(live, of);
  expect(screen.getByText(said)).toBeVisible();
});

it('does not say for ever that it connects where nothing may be told', () => {
  show('polling', { state: 'error' });
  expect(screen.queryByText(/Connecting|Live|Refreshed/)).toBeNull();
});

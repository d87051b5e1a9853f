import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { VersionTag } from './VersionTag';

it.each([
  ['never ran', { state: 'latest', pinned: false }, 'Follows latest'],
  [
    'on the latest',
    { state: 'latest', applied: 'v1.3.0', pinned: false },
    'v1.3.0',
  ],
  [
    'behind it',
    { state: 'outdated', applied: 'v1.2.0', pinned: false },
    'v1.2.0Outdated',
  ],
  ['never ran, pinned', { state: 'pinned', pinned: true }, 'Pinned'],
] as const)('a request that is %s', async (_what, version, text) => {
  renderInTestApp(
    <p data-testid="version">
      <VersionTag version={version} />
    </p>,
  );
  expect((await screen.findByTestId('version')).textContent).toBe(text);
});

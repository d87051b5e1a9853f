import { iconsApiRef } from '@backstage/frontend-plugin-api';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { PromiseIcon } from './PromiseIcon';

const icons = {
  icon: (key: string) => (key === 'database' ? <i>drawn</i> : undefined),
  getIcon: () => undefined,
  listIconKeys: () => ['database'],
};

const show = (icon?: string) =>
  renderInTestApp(
    <TestApiProvider apis={[[iconsApiRef, icons]]}>
      <PromiseIcon promise={{ title: 'PostgreSQL', icon }} />
    </TestApiProvider>,
  );

it('draws the icon that the app has by that name', () => {
  show('database');
  expect(screen.getByText('drawn')).toBeInTheDocument();
});

it.each([undefined, 'unheard-of', 'https://example.com/x.png', ''])(
  'draws the first letter for %p',
  icon => {
    const { container } = show(icon);
    expect(screen.getByText('P')).toBeInTheDocument();
    expect(container.querySelector('img')).toBeNull();
  },
);

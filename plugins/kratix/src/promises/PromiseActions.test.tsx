import {
  aPromiseDetail,
  FakeKratix,
} from '@kratix-portal/backstage-plugin-kratix-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../__testUtils__/renderKratix';
import { onATelephone } from '../__testUtils__/telephone';
import { aWorld } from '../__testUtils__/world';

const path = '/kratix/promises/eu-dev/postgresql';
const upgradeable = {
  updates: [{ source: 'community', entry: 'pg', version: 'v2.0.0' }],
};
const install =
  '/kratix/promises/marketplace/community/pg/install?platform=eu-dev';

function show(parts: Parameters<typeof aPromiseDetail>[0] = upgradeable) {
  const promises = [aPromiseDetail(parts)];
  renderPage(path, new FakeKratix({ ...aWorld(), promises }));
  return screen.findByRole('button', { name: /^More/ });
}

const upgrade = { name: 'Upgrade to v2.0.0' };
const request = { name: 'Request PostgreSQL' };

it('an upgrade has a button of its own where there is room', async () => {
  const more = await show();
  expect(screen.getByRole('button', upgrade)).toHaveAttribute('href', install);
  await userEvent.click(more);
  expect(screen.queryByRole('menuitem', upgrade)).toBeNull();
});

describe('on a telephone', () => {
  onATelephone();

  it('the button is for requesting, and an upgrade is behind it', async () => {
    const more = await show();
    expect(screen.getByRole('button', request)).toBeVisible();
    await waitFor(() =>
      expect(screen.queryByRole('button', upgrade)).toBeNull(),
    );
    await userEvent.click(more);
    const item = screen.getByRole('menuitem', upgrade);
    expect(item).toHaveAttribute('href', install);
    expect(item).toHaveFocus();
  });

  it('an upgrade that may not be made says why', async () => {
    const allowed = { upgrade: false, uninstall: true };
    await userEvent.click(await show({ ...upgradeable, allowed }));
    const item = screen.getByRole('menuitem', upgrade);
    expect(item).toHaveAttribute('aria-disabled', 'true');
    expect(item).not.toHaveAttribute('href');
    expect(item).toHaveAttribute('title', expect.stringMatching(/upgrade/));
  });

  it('of what takes no requests the upgrade is the button', async () => {
    const more = await show({ ...upgradeable, api: undefined });
    expect(screen.getByRole('button', upgrade)).toBeVisible();
    await userEvent.click(more);
    expect(screen.queryByRole('menuitem', upgrade)).toBeNull();
  });
});

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage } from '../__testUtils__/renderKratix';
import { aFakeKratix } from '../__testUtils__/world';

const heading = (name: string | RegExp) =>
  screen.findByRole('heading', { level: 1, name });

describe('the focus on a page that was just opened', () => {
  it('is on its heading, where what was pressed is gone', async () => {
    renderPage('/kratix/promises', aFakeKratix());
    await userEvent.click(
      await screen.findByRole('link', { name: 'PostgreSQL' }),
    );
    const title = await heading('PostgreSQL');
    await waitFor(() => expect(title).toHaveFocus());
  });

  it('stays on what was pressed where that is still there', async () => {
    renderPage('/kratix', aFakeKratix());
    await heading('Home');
    const tab = screen.getByRole('link', { name: 'Promises' });
    await userEvent.click(tab);
    await heading(/^Promises/);
    expect(tab).toHaveFocus();
  });

  it('is left to the browser on the first page of all', async () => {
    renderPage('/kratix/promises/eu-dev/postgresql', aFakeKratix());
    await heading('PostgreSQL');
    await screen.findByRole('tab', { name: 'About' });
    expect(document.body).toHaveFocus();
  });
});

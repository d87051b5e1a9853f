import { test } from 'node:test';
import { screenshot } from '../support/screenshots';
import { signIn } from '../support/signIn';
import { withPage } from '../support/world';

const patience = { timeout: 60_000 };

test(
  'the stock page of templates offers what Promises do',
  { timeout: 120_000 },
  async () => {
    await withPage(async page => {
      await signIn(page, '/create');
      await page
        .getByRole('heading', { name: 'PostgreSQL', exact: true })
        .first()
        .waitFor(patience);
      await screenshot(page, 'templates');
    });
  },
);

import { test } from 'node:test';
import { screenshot } from '../support/screenshots';
import { settled } from '../support/settled';
import { signIn } from '../support/signIn';
import { withPage } from '../support/world';

const patience = { timeout: 90_000 };

test(
  'a platform that is gone is marked, the other works on, and a check finds it back',
  { timeout: 240_000 },
  async () => {
    await withPage(async (page, { usDev }) => {
      await signIn(page, '/kratix/operate/platforms');
      await settled(page);
      const platform = (title: string) =>
        page.getByRole('region', { name: title });
      await platform('EU development').getByText('Connected').waitFor();

      await usDev.stop();
      try {
        await platform('US development')
          .getByText(/Unreachable|Last known/)
          .first()
          .waitFor(patience);
        await platform('EU development').getByText('Connected').waitFor();
        await screenshot(page, 'platforms-one-down');

        await page.goto('/kratix/requests?status=ready');
        const rowOf = (title: string) =>
          page.getByRole('row').filter({
            has: page.getByRole('cell', { name: title, exact: true }),
          });
        await rowOf('EU development').getByText('Ready').first().waitFor();
        await rowOf('US development')
          .getByText('Last known: Ready')
          .first()
          .waitFor();
        await screenshot(page, 'requests-one-down');
      } finally {
        await usDev.start();
      }

      await page.goto('/kratix/operate/platforms');
      const back = platform('US development');
      await back.getByRole('button', { name: /^Check now/ }).click();
      // Also where the portal had found it by itself just before.
      await back.getByText(/^(Checked|Accepted)/).waitFor(patience);
      // Some of its kinds are not there, which is known a little later.
      await back.getByText(/^(Connected|Limited)$/).waitFor(patience);
      await screenshot(page, 'platforms-back');
    });
  },
);

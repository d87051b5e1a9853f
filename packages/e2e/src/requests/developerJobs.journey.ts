import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { inClicks } from '../support/clicks';
import { requestPostgresql } from '../support/requestForm';
import { withPage } from '../support/world';

const patience = { timeout: 60_000 };
const limit = { timeout: 180_000 };

const mine = (page: Page) => page.getByRole('list', { name: 'My requests' });

const attention = (page: Page) =>
  page.getByRole('list', { name: 'Needs my attention' });

test('whether anything of mine is broken is seen at once', limit, () =>
  withPage(page =>
    inClicks(page, 1, async () => {
      await page
        .getByRole('heading', { name: /^Needs my attention \(\d/ })
        .waitFor();
    }),
  ),
);

test(
  'why a request is not ready and who must act takes two clicks',
  limit,
  () =>
    withPage(page =>
      inClicks(page, 2, async by => {
        await by.click(attention(page).getByRole('link').first());
        for (const term of ['Why', 'Next']) {
          const said = page.getByRole('term').filter({ hasText: term }).first();
          await said.waitFor(patience);
          const words = said.locator('xpath=following-sibling::dd[1]');
          assert.notEqual(await words.innerText(), '', term);
        }
      }),
    ),
);

test('a database for a service is three clicks from its page', limit, () =>
  withPage(page =>
    inClicks(
      page,
      3,
      async by => {
        await by.click(page.getByRole('button', { name: 'Add', exact: true }));
        const dialog = page.getByRole('dialog');
        await by.click(
          dialog.getByRole('link', { name: /PostgreSQL/ }).first(),
        );
        await page.waitForURL('**/promises/*/postgresql/new?**');
        const name = page.getByRole('textbox', { name: /^Name/ });
        await name.waitFor(patience);
        assert.equal(await name.inputValue(), 'orders-postgresql');
        await page.getByText('This name is free.').waitFor();
      },
      '/catalog/default/component/orders',
    ),
  ),
);

test('how to connect takes two clicks', limit, () =>
  withPage(page =>
    inClicks(page, 2, async by => {
      await by.click(page.getByRole('link', { name: /^Ready \d/ }));
      await by.click(page.getByRole('link', { name: 'audit-db' }));
      const use = page.getByRole('region', { name: 'Use it' });
      await use.getByText('Host', { exact: true }).waitFor(patience);
      await use.getByRole('button', { name: /^Copy/ }).first().waitFor();
    }),
  ),
);

test('a changed size is compared three clicks later', limit, () =>
  withPage(page =>
    inClicks(page, 3, async by => {
      // Not of the newest, which are those of other journeys.
      await by.click(attention(page).getByRole('link', { name: 'ledger-db' }));
      await by.click(page.getByRole('button', { name: 'Edit', exact: true }));
      await page.getByRole('radio', { name: 'large' }).check(patience);
      await by.click(page.getByRole('button', { name: 'Review' }));
      await page
        .getByRole('row', { name: /^spec\.size \w+ large$/ })
        .waitFor(patience);
    }),
  ),
);

test('what the platform offers takes two clicks', limit, () =>
  withPage(page =>
    inClicks(page, 2, async by => {
      await by.click(page.getByRole('link', { name: 'Promises', exact: true }));
      await by.click(page.getByRole('link', { name: 'Redis', exact: true }));
      const offer = page.getByRole('region', { name: 'What you get' });
      await offer
        .getByRole('heading', { name: 'You will be asked for' })
        .waitFor(patience);
      await offer.getByRole('heading', { name: 'You get back' }).waitFor();
    }),
  ),
);

test('a request is deleted with three clicks and its name', limit, () =>
  withPage(async page => {
    const name = 'short-lived-db';
    await inClicks(page, 3, async by => {
      await requestPostgresql(page, name);
      await page.goto('/kratix');
      await by.click(mine(page).getByRole('link', { name }));
      await by.click(page.getByRole('button', { name: 'Delete', exact: true }));
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Goes away').waitFor(patience);
      await dialog.getByRole('textbox').fill(name);
      await by.click(dialog.getByRole('button', { name: 'Delete request' }));
      await page
        .getByRole('heading', { name: /^Deleting|is gone/ })
        .first()
        .waitFor(patience);
    });
  }),
);

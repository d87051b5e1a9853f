import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { hasFocus, press, tabTo } from '../support/focus';
import { settled } from '../support/settled';
import { signIn } from '../support/signIn';
import { withPage } from '../support/world';

const limit = { timeout: 180_000 };

async function openList(page: Page) {
  await signIn(page, '/kratix/requests?chip=all&size=25');
  await settled(page);
  await page.getByRole('table').waitFor();
}

test('a list is sorted and paged without a mouse', limit, () =>
  withPage(async page => {
    await openList(page);
    const head = page.getByRole('columnheader', { name: /^Name/ });
    await tabTo(page, head.getByRole('button'));
    for (const order of ['ascending', 'descending']) {
      await press(page, 'Enter');
      await page.waitForURL(/sort=name/);
      await page
        .locator(`th[aria-sort=${order}]`, { hasText: 'Name' })
        .waitFor();
      assert.ok(await hasFocus(head.getByRole('button')), order);
    }
    const second = page.getByRole('button', { name: /page 2$/i });
    await tabTo(page, second);
    await press(page, 'Enter');
    await page.getByText(/^26–/).waitFor();
    await press(page, 'Shift+Tab');
    await press(page, 'Tab');
    assert.ok(await hasFocus(second));
  }),
);

test('a list is searched and filtered without a mouse', limit, () =>
  withPage(async page => {
    await openList(page);
    await tabTo(page, page.getByRole('searchbox').first());
    await page.keyboard.type('db');
    await page.waitForURL(/q=db/);
    const filter = page.getByRole('button', { name: /^Promise / });
    await tabTo(page, filter);
    await press(page, 'Enter');
    const option = page.getByRole('menuitemcheckbox').first();
    await option.waitFor();
    await press(page, 'ArrowDown');
    await press(page, 'ArrowUp');
    await press(page, 'Enter');
    await page.waitForURL(/promise=/);
    assert.equal(await option.getAttribute('aria-checked'), 'true');
    await press(page, 'Escape');
    assert.ok(await hasFocus(filter));
  }),
);

test(
  'the menu of a row opens, is walked through and closes without a mouse',
  limit,
  () =>
    withPage(async page => {
      await openList(page);
      const menu = page.getByRole('button', { name: /^Actions for/ }).first();
      await tabTo(page, menu);
      await press(page, 'Enter');
      await page.getByRole('menu').waitFor();
      assert.ok(await hasFocus(page.getByRole('menuitem').first()));
      for (const _item of await page.getByRole('menuitem').all()) {
        await press(page, 'ArrowDown');
      }
      assert.ok(await hasFocus(page.getByRole('menuitem').first()));
      await press(page, 'Escape');
      assert.ok(await hasFocus(menu));
    }),
);

test('deleting is asked about and given up without a mouse', limit, () =>
  withPage(async page => {
    await signIn(page, '/kratix/requests?chip=mine&q=audit-db');
    await settled(page);
    const menu = page.getByRole('button', { name: 'Actions for audit-db' });
    await tabTo(page, menu);
    await press(page, 'Enter');
    const item = page.getByRole('menuitem', {
      name: 'Delete',
      disabled: false,
    });
    await item.waitFor();
    // The last one: arrows go round.
    await press(page, 'ArrowUp');
    assert.ok(await hasFocus(item));
    await press(page, 'Enter');
    await givenUp(page);
    assert.ok(await hasFocus(menu));

    await tabTo(
      page,
      page.getByRole('link', { name: 'audit-db' }),
      'Shift+Tab',
    );
    await press(page, 'Enter');
    const button = page.getByRole('button', { name: 'Delete', exact: true });
    await tabTo(page, button);
    await press(page, 'Enter');
    await givenUp(page);
    assert.ok(await hasFocus(button));
  }),
);

/** Begins at the title, asks for the name, and is left by Escape. */
async function givenUp(page: Page) {
  const dialog = page.getByRole('dialog');
  const title = dialog.getByRole('heading').first().locator('xpath=..');
  await title.waitFor();
  assert.ok(await hasFocus(title), 'the title has focus');
  await tabTo(page, dialog.getByRole('textbox'));
  await tabTo(page, dialog.getByRole('button', { name: 'Delete request' }));
  await press(page, 'Enter');
  await dialog.getByRole('alert').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

test('the parts of a request are walked through by arrows', limit, () =>
  withPage(async page => {
    await signIn(
      page,
      '/kratix/requests/eu-dev/postgresqls.databases.example.io/payments/audit-db',
    );
    await settled(page);
    const tab = (name: RegExp) => page.getByRole('tab', { name });
    await tabTo(page, tab(/^Overview/));
    await press(page, 'ArrowRight');
    assert.ok(await hasFocus(tab(/^Steps/)));
    await press(page, 'Enter');
    await page.waitForURL('**/steps');
    assert.ok(await hasFocus(tab(/^Steps/)));
    await press(page, 'ArrowRight');
    await press(page, 'Space');
    await page.waitForURL('**/placement');
    await press(page, 'Home');
    assert.ok(await hasFocus(tab(/^Overview/)));
    // Tab leaves them: into what is shown, not to the next of them.
    await press(page, 'End');
    await press(page, 'Tab');
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute('role')),
      null,
    );
  }),
);

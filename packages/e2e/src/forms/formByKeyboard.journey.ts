import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { checkFocus, hasFocus, press, tabTo } from '../support/focus';
import { postgresqlPath } from '../support/requestForm';
import { settled } from '../support/settled';
import { signIn } from '../support/signIn';
import { withPage } from '../support/world';

const limit = { timeout: 240_000 };
const patience = { timeout: 60_000 };

test('a request is made by Tab and Enter alone', limit, () =>
  withPage(async page => {
    await fillIn(page, 'tabbed-db');
    const review = page.getByRole('button', { name: 'Review' });
    await tabTo(page, review);
    await press(page, 'Enter');
    await isReviewed(page);
    const back = page.getByRole('button', { name: 'Back', exact: true });
    await tabTo(page, back);
    await press(page, 'Enter');
    await page.getByRole('textbox', { name: /^Name/ }).waitFor();
    await checkFocus(page, 'going back');
    await tabTo(page, review);
    await press(page, 'Enter');
    await isReviewed(page);
    await tabTo(page, page.getByRole('button', { name: 'Create now' }));
    await page.keyboard.press('Enter');
    await arrived(page, 'tabbed-db');
  }),
);

test('a request is made by Ctrl+Enter from wherever one is', limit, () =>
  withPage(async page => {
    await fillIn(page, 'quick-db');
    await press(page, 'Control+Enter');
    await isReviewed(page);
    await page.keyboard.press('Control+Enter');
    await arrived(page, 'quick-db');
  }),
);

test('what is wrong in a form is where the keyboard is led', limit, () =>
  withPage(async page => {
    await signIn(page, '/kratix/promises/eu-dev/postgresql/new');
    const name = page.getByRole('textbox', { name: /^Name/ });
    await name.waitFor(patience);
    await tabTo(page, name);
    await name.fill('Not A Name');
    await press(page, 'Control+Enter');
    await page.locator('[aria-invalid="true"]').first().waitFor();
    await press(page, 'Tab');
    assert.ok(await page.getByRole('button', { name: 'Review' }).isVisible());
  }),
);

async function fillIn(page: Page, request: string) {
  await signIn(page, '/kratix/promises/eu-dev/postgresql/new');
  await settled(page);
  const name = page.getByRole('textbox', { name: /^Name/ });
  await name.waitFor(patience);
  await tabTo(page, name);
  await press(page, 'Control+a');
  await page.keyboard.type(request);
  await page.getByText('This name is free.').waitFor();
  const size = page.getByRole('radio', { name: 'small' });
  await tabTo(page, size);
  await press(page, 'Space');
  assert.ok(await size.isChecked());
  await press(page, 'ArrowDown');
  await press(page, 'ArrowUp');
  assert.ok(await hasFocus(size));
}

async function isReviewed(page: Page) {
  await page.getByText('Valid by the platform’s own rules.').waitFor(patience);
  await checkFocus(page, 'going to the review');
}

async function arrived(page: Page, request: string) {
  await page.waitForURL(`**${postgresqlPath(request)}`, patience);
  await page
    .getByRole('heading', { level: 1, name: request })
    .waitFor(patience);
  await checkFocus(page, 'sending it');
}

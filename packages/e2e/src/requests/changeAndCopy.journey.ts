import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from '../support/accessibility';
import type { TestPlatforms } from '../support/platforms';
import { postgresqlPath, requestPostgresql } from '../support/requestForm';
import { screenshot } from '../support/screenshots';
import { settled } from '../support/settled';
import { signIn } from '../support/signIn';
import { withPage } from '../support/world';

const name = 'billing-db';
const copy = 'billing-db-copy';
const patience = { timeout: 90_000 };

test(
  'a request is changed in one field, copied, and arrives exactly',
  { timeout: 240_000 },
  async () => {
    await withPage(async (page, platforms) => {
      await signIn(page);
      await requestPostgresql(page, name);
      await isReady(page, name);
      const made = specOf(platforms, name);
      assert.equal(Object(made).size, 'small');

      await page.getByRole('button', { name: 'Edit', exact: true }).click();
      await settled(page);
      await page.getByRole('radio', { name: 'medium' }).check();
      await screenshot(page, 'form-edit');
      await checkAccessibility(page);
      await page.getByRole('button', { name: 'Review' }).click();
      await page
        .getByRole('row', { name: 'spec.size small medium' })
        .waitFor(patience);
      await page
        .getByText('Valid by the platform’s own rules.')
        .waitFor(patience);
      await screenshot(page, 'form-edit-review');
      await checkAccessibility(page);
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.waitForURL(`**${postgresqlPath(name)}`);
      await isReady(page, name);
      const changed = { ...Object(made), size: 'medium' };
      assert.deepEqual(specOf(platforms, name), changed);

      await page.getByRole('button', { name: 'Clone', exact: true }).click();
      await settled(page);
      assert.equal(
        await page.getByRole('textbox', { name: /^Name/ }).inputValue(),
        copy,
      );
      await screenshot(page, 'form-clone');
      await page.getByRole('button', { name: 'Review' }).click();
      await page.getByRole('button', { name: 'Create now' }).click(patience);
      await page.waitForURL(`**${postgresqlPath(copy)}`);
      await isReady(page, copy);
      assert.deepEqual(specOf(platforms, copy), changed);
    });
  },
);

async function isReady(page: Page, request: string) {
  await page
    .getByRole('heading', { level: 1, name: request, exact: true })
    .waitFor(patience);
  await page
    .getByRole('heading', { level: 2, name: 'Ready' })
    .waitFor(patience);
}

/** What is on the platform, with the defaults that it filled in. */
function specOf({ euDev }: TestPlatforms, request: string) {
  const object = euDev.store.get(
    'databases.example.io',
    'postgresqls',
    request,
    'payments',
  );
  return object?.spec;
}

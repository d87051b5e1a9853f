import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { checkAccessibility } from '../support/accessibility';
import { withEmptyPlatform } from '../support/emptyPlatform';
import { screenshot } from '../support/screenshots';
import { settled } from '../support/settled';
import { signIn } from '../support/signIn';

const name = 'session-cache';
const patience = { timeout: 90_000 };

test(
  'on an empty platform a Promise is found, judged, installed, requested and removed',
  { timeout: 300_000 },
  () =>
    withEmptyPlatform(async page => {
      await find(page);
      await install(page);
      await request(page);
      await uninstall(page);
    }),
);

async function find(page: Page) {
  await signIn(page, '/kratix/promises');
  await page
    .getByRole('button', { name: 'See what could be installed' })
    .click();
  await page
    .getByRole('link', { name: 'Redis', exact: true })
    .waitFor(patience);
  await settled(page);
  await screenshot(page, 'marketplace');
  await checkAccessibility(page);
  await page.getByRole('searchbox').fill('redis');
  await page.getByRole('link', { name: 'PostgreSQL', exact: true }).waitFor({
    state: 'detached',
  });
  await page.getByRole('link', { name: 'Redis', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /Redis/ }).waitFor();
  await settled(page);
  await screenshot(page, 'marketplace-listing');
  await checkAccessibility(page);
}

async function install(page: Page) {
  await page.getByRole('button', { name: 'Install Redis' }).click();
  await page.getByRole('radio', { name: /New development/ }).check();
  await screenshot(page, 'install-where');
  await checkAccessibility(page);
  await page.getByRole('button', { name: 'Next: preflight' }).click();
  await page.getByText('The platform accepted a rehearsal').waitFor(patience);
  await screenshot(page, 'install-preflight');
  await checkAccessibility(page);
  for (const tick of await page.getByRole('checkbox').all()) {
    await tick.check();
  }
  await page.getByRole('button', { name: 'Install Redis' }).click();
  await page
    .getByText('All Promises of this plan are available.')
    .waitFor(patience);
  await screenshot(page, 'install-progress');
  await checkAccessibility(page);
}

async function request(page: Page) {
  await page.getByRole('button', { name: 'Request one from Redis' }).click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByText('This name is free.').waitFor();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create now' }).click(patience);
  await page.getByRole('heading', { level: 1, name }).waitFor(patience);
  await page
    .getByRole('heading', { level: 2, name: 'Ready' })
    .waitFor(patience);
}

async function uninstall(page: Page) {
  await page.goto('/kratix/promises/new-dev/redis');
  await page.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: /^Uninstall/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(name).first().waitFor(patience);
  await screenshot(page, 'uninstall');
  await checkAccessibility(page, '[role=dialog]');
  await dialog.getByRole('textbox').fill('delete 1 request');
  await dialog.getByRole('button', { name: /^Uninstall/ }).click();
  await page
    .getByText(/is uninstalled$/)
    .first()
    .waitFor(patience);
  await screenshot(page, 'uninstalled');
}

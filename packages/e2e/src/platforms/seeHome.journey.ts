import assert from 'node:assert/strict';
import { test } from 'node:test';
import { screenshot } from '../support/screenshots';
import { signIn } from '../support/signIn';
import { withPage } from '../support/world';

test('a guest signs in and is at Home', { timeout: 120_000 }, async () => {
  await withPage(async page => {
    await signIn(page);
    await page.waitForURL('**/kratix');
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await screenshot(page, 'home');
    assert.match(await page.title(), /Kratix/);
  });
});

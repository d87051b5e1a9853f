import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAccessibility } from '../support/accessibility';
import { screenshot } from '../support/screenshots';
import { settled } from '../support/settled';
import { signIn } from '../support/signIn';
import { withPage } from '../support/world';

test(
  'a guest signs in and sees what is theirs',
  { timeout: 120_000 },
  async () => {
    await withPage(async page => {
      await signIn(page);
      await page.waitForURL('**/kratix');
      await settled(page);
      await page
        .getByRole('list', { name: 'My requests' })
        .getByRole('listitem')
        .first()
        .waitFor();
      await screenshot(page, 'home');
      assert.match(await page.title(), /Home · Kratix/);
      await checkAccessibility(page);
    });
  },
);

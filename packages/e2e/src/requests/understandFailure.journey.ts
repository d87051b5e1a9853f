import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requestPostgresql } from '../support/requestForm';
import { screenshot } from '../support/screenshots';
import { signIn } from '../support/signIn';
import { withPage } from '../support/world';

// The sandbox has the first step of a request with such a name fail.
const name = 'fails-at-once';
const patience = { timeout: 90_000 };

test(
  'a failed step says why and who has to act',
  { timeout: 240_000 },
  async () => {
    await withPage(async page => {
      await signIn(page);
      await requestPostgresql(page, name);
      await page
        .getByRole('heading', { level: 2, name: /^Failed/ })
        .waitFor(patience);
      const said = async (term: string) =>
        page
          .locator('dt', { hasText: term })
          .locator('xpath=following-sibling::dd[1]')
          .first()
          .innerText();
      assert.match(await said('Why'), /step .* stopped|ended with code/i);
      assert.notEqual(await said('Next'), '');
      await screenshot(page, 'request-failed');
    });
  },
);

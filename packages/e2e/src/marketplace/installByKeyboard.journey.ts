import { test } from 'node:test';
import { withEmptyPlatform } from '../support/emptyPlatform';
import { checkFocus, press, tabTo } from '../support/focus';
import { settled } from '../support/settled';
import { signIn } from '../support/signIn';

const patience = { timeout: 90_000 };

test(
  'a Promise is installed without a mouse, up to a request of it',
  { timeout: 300_000 },
  () =>
    withEmptyPlatform(async page => {
      const button = (name: string | RegExp) =>
        page.getByRole('button', { name });
      await signIn(page, '/kratix/promises/marketplace');
      await page
        .getByRole('link', { name: 'Redis', exact: true })
        .waitFor(patience);
      await settled(page);
      await tabTo(page, button('Install Redis'));
      await press(page, 'Enter');
      await page
        .getByRole('radio', { name: /New development/ })
        .waitFor(patience);
      await checkFocus(page, 'opening the wizard');
      await tabTo(page, button('Next: preflight'));
      await press(page, 'Enter');
      await page
        .getByText('The platform accepted a rehearsal')
        .waitFor(patience);
      await checkFocus(page, 'the preflight');
      for (const tick of await page.getByRole('checkbox').all()) {
        await tabTo(page, tick);
        await press(page, 'Space');
      }
      await tabTo(page, button('Install Redis'));
      await press(page, 'Enter');
      await page
        .getByText('All Promises of this plan are available.')
        .waitFor(patience);
      await checkFocus(page, 'the installation');
      await tabTo(page, button('Request one from Redis'));
      await press(page, 'Enter');
      await page.getByRole('textbox', { name: /^Name/ }).waitFor(patience);
      await checkFocus(page, 'the last button');
    }),
);

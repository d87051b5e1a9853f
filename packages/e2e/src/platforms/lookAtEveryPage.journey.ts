import { test } from 'node:test';
import { checkAccessibility } from '../support/accessibility';
import { pages } from '../support/pages';
import { screenshot } from '../support/screenshots';
import { settled } from '../support/settled';
import { signIn } from '../support/signIn';
import { withPage } from '../support/world';

for (const [name, path] of pages) {
  test(`the page ${name} is there for everyone`, { timeout: 60_000 }, () =>
    withPage(async page => {
      await signIn(page, path);
      await settled(page);
      await screenshot(page, name);
      await checkAccessibility(page);
    }),
  );
}

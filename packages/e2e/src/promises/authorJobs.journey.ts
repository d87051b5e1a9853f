import { test } from 'node:test';
import { inClicks } from '../support/clicks';
import { withPage } from '../support/world';

const patience = { timeout: 60_000 };
const limit = { timeout: 120_000 };

test('what keeps a Promise from working takes two clicks', limit, () =>
  withPage(page =>
    inClicks(page, 2, async by => {
      await by.click(page.getByRole('link', { name: 'Promises', exact: true }));
      const card = page.getByRole('article', { name: 'DNS record' });
      await card.getByText('API invalid').first().waitFor(patience);
      await by.click(
        card.getByRole('link', { name: 'DNS record', exact: true }),
      );
      await page.getByRole('term').filter({ hasText: 'Why' }).waitFor(patience);
    }),
  ),
);

test('where the requests of a Promise fail takes two clicks', limit, () =>
  withPage(page =>
    inClicks(page, 2, async by => {
      await by.click(page.getByRole('link', { name: 'Promises', exact: true }));
      const card = page.getByRole('article', { name: 'PostgreSQL' });
      await by.click(card.getByRole('link', { name: /needs? attention$/ }));
      await page.waitForURL('**/requests?promise=postgresql&chip=attention');
      await page
        .getByRole('cell', { name: /^Deletion blocked|^Failed/ })
        .first()
        .waitFor(patience);
    }),
  ),
);

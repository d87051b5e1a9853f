import { test } from 'node:test';
import { inClicks } from '../support/clicks';
import { withPage } from '../support/world';

const patience = { timeout: 90_000 };
const limit = { timeout: 240_000 };

test(
  'which platforms and Destinations are unwell takes two clicks',
  limit,
  () =>
    withPage(page =>
      inClicks(page, 2, async by => {
        await by.click(
          page.getByRole('link', { name: 'Operate', exact: true }),
        );
        await page
          .getByRole('cell', { name: 'Store missing' })
          .waitFor(patience);
        await by.click(
          page.getByRole('link', { name: 'Platforms', exact: true }),
        );
        // One has Promises whose kinds are not there: it is limited once that
        // is known.
        for (const [name, state] of [
          ['EU development', 'Connected'],
          ['US development', /^(Connected|Limited)$/],
        ] as const) {
          const platform = page.getByRole('region', { name });
          await platform
            .getByText(state, { exact: true })
            .first()
            .waitFor(patience);
        }
      }),
    ),
);

test(
  'where a request landed and what was written takes three clicks',
  limit,
  () =>
    withPage(page =>
      inClicks(page, 3, async by => {
        // Not of the newest, which are those of other journeys.
        const attention = page.getByRole('list', {
          name: 'Needs my attention',
        });
        await by.click(attention.getByRole('link', { name: 'gateway-db' }));
        await by.click(page.getByRole('tab', { name: /^Placement/ }));
        const panel = page.getByRole('tabpanel');
        await panel
          .getByRole('link', { name: 'worker-us-1' })
          .first()
          .waitFor(patience);
        await by.click(panel.getByRole('button', { name: /files?$/ }).first());
        await panel
          .getByText(/\.yaml$/)
          .first()
          .waitFor();
      }),
    ),
);

test('why something is not scheduled takes two clicks', limit, () =>
  withPage(page =>
    inClicks(page, 2, async by => {
      await by.click(page.getByRole('link', { name: 'Operate', exact: true }));
      const waiting = page.getByRole('region', { name: /^Not scheduled/ });
      await by.click(waiting.getByRole('button', { name: 'Why?' }).first());
      await waiting
        .getByRole('row', { name: /^worker-us-1/ })
        .filter({ hasText: /lacks/i })
        .waitFor(patience);
    }),
  ),
);

test('a Promise is installed, after a preflight, with four clicks', limit, () =>
  withPage(page =>
    inClicks(page, 4, async by => {
      await by.click(
        page.getByRole('link', { name: 'See what could be installed' }),
      );
      await by.click(page.getByRole('button', { name: 'Install CI runners' }));
      await page.getByRole('radio', { name: /EU development/ }).check(patience);
      await by.click(page.getByRole('button', { name: 'Next: preflight' }));
      await page
        .getByText('The platform accepted a rehearsal')
        .waitFor(patience);
      for (const tick of await page.getByRole('checkbox').all()) {
        await tick.check();
      }
      await by.click(page.getByRole('button', { name: 'Install CI runners' }));
      await page
        .getByText('All Promises of this plan are available.')
        .waitFor(patience);
    }),
  ),
);

import { test } from 'node:test';
import { requestPostgresql } from '../support/requestForm';
import { screenshot } from '../support/screenshots';
import { settled } from '../support/settled';
import { signIn } from '../support/signIn';
import { withPage } from '../support/world';

const name = 'invoices-db';
const patience = { timeout: 90_000 };

test(
  'a database is requested with the form and watched until it is ready',
  { timeout: 240_000 },
  async () => {
    await withPage(async page => {
      await signIn(page);
      await page.getByRole('link', { name: 'Promises', exact: true }).click();
      await page.getByRole('link', { name: 'PostgreSQL' }).first().click();
      await requestPostgresql(page, name);

      // The page is never loaded again: what changes on it came over the
      // stream.
      await page.getByRole('heading', { level: 1, name }).waitFor(patience);
      await page
        .getByRole('heading', { level: 2, name: 'Ready' })
        .waitFor(patience);
      await screenshot(page, 'request-ready');

      await page.goto(
        `/catalog/default/resource/eu-dev.payments.postgresql.${name}`,
      );
      await page.getByText('Delivery').first().waitFor(patience);
      await screenshot(page, 'request-entity');
      await page
        .getByRole('navigation', { name: 'Content navigation' })
        .getByRole('link', { name: 'Kratix' })
        .click();
      await page.getByRole('tab', { name: 'Steps' }).click();
      await settled(page);
      await screenshot(page, 'request-entity-steps');
      await page.getByRole('tab', { name: /Placement/ }).click();
      await page.getByText('worker-eu-1').first().waitFor(patience);
      await screenshot(page, 'request-entity-placements');
    });
  },
);

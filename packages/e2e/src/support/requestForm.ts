import type { Page } from 'playwright-core';

/**
 * From a Promise's page through the portal's own form to the page of the new
 * request.
 *
 * @internal
 */
export async function requestPostgresql(
  page: Page,
  name: string,
): Promise<void> {
  await page.goto('/kratix/promises/eu-dev/postgresql');
  await page
    .getByRole('button', { name: 'Request PostgreSQL' })
    .first()
    .click();
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByText('This name is free.').waitFor();
  await page.getByRole('radio', { name: 'small' }).check();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByText('Valid by the platform’s own rules.').waitFor();
  await page.getByRole('button', { name: 'Create now' }).click();
  await page.waitForURL(`**${postgresqlPath(name)}`);
}

/** Where a request of the guest's team has its page. @internal */
export function postgresqlPath(name: string): string {
  return `/kratix/requests/eu-dev/postgresqls.databases.example.io/payments/${name}`;
}

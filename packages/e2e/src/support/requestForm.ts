import type { Page } from 'playwright-core';

/**
 * From a Promise's page through the form to the running task. Leaves the page
 * at the task.
 *
 * @internal
 */
export async function requestPostgresql(
  page: Page,
  name: string,
): Promise<void> {
  await page.goto('/kratix/promises/eu-dev/postgresql');
  await page.getByRole('button', { name: 'Request PostgreSQL' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('radio', { name: 'small' }).check();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('cell', { name, exact: true }).waitFor();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.waitForURL('**/create/tasks/**');
}

/** Where a request of the guest's team has its page. @internal */
export function postgresqlPath(name: string): string {
  return `/kratix/requests/eu-dev/postgresqls.databases.example.io/payments/${name}`;
}

import type { Page } from 'playwright-core';

/** Opens the front page and enters as the guest. @internal */
export async function signIn(page: Page, path = '/'): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page.getByRole('link', { name: 'Front page' }).waitFor();
}

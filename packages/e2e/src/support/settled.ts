import type { Page } from 'playwright-core';

/** Waits until nothing on the page is a placeholder for what is to come. @internal */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(
    () => !document.querySelector('[data-testid="loading"]'),
  );
}

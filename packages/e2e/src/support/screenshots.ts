import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { repoPath } from './paths';

/**
 * Keeps a picture of the whole page under screenshots/, which is not
 * committed, for people to look at.
 *
 * @internal
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(repoPath('screenshots'), { recursive: true });
  await page.screenshot({
    path: repoPath(`screenshots/${name}.png`),
    fullPage: true,
    animations: 'disabled',
  });
}

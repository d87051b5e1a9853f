import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { repoPath } from './paths';

/**
 * Keeps a picture of the whole page under screenshots/, which is not
 * committed, for people to look at.
 *
 * Backstage scrolls its content inside the window, so the window is made as
 * high as the content while the picture is taken.
 *
 * @internal
 */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync(repoPath('screenshots'), { recursive: true });
  const before = page.viewportSize();
  if (before) {
    const height = await page.evaluate(() =>
      Math.max(
        ...Array.from(
          document.querySelectorAll('html, main, article'),
          ({ scrollHeight }) => scrollHeight,
        ),
      ),
    );
    const room = Math.min(Math.max(before.height, height + 120), 4000);
    await page.setViewportSize({ ...before, height: room });
  }
  await page.screenshot({
    path: repoPath(`screenshots/${name}.png`),
    animations: 'disabled',
  });
  if (before) {
    await page.setViewportSize(before);
  }
}

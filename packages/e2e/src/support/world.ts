import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { type Portal, startPortal } from './portal';
import { startPlatforms, stopPlatforms, type TestPlatforms } from './platforms';
import { screenshot } from './screenshots';

// Apart from each other: when one does not start, the others are still ended,
// and with them the process.
let platforms: TestPlatforms | undefined;
let portal: Portal | undefined;
let browser: Browser | undefined;

/**
 * Starts the platforms, one portal and one browser for all journeys and ends
 * them after the last. Called once.
 *
 * @internal
 */
export function shareWorld(): void {
  before(async () => {
    browser = await launchBrowser();
    platforms = await startPlatforms();
    portal = await startPortal(platforms);
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
    if (platforms) {
      await stopPlatforms(platforms);
    }
  });
}

/**
 * Runs a journey in a fresh browser profile, at a width people use. What the
 * page reported is part of the error when the journey fails.
 *
 * @internal
 */
export async function withPage(
  journey: (page: Page, at: TestPlatforms) => Promise<void>,
): Promise<void> {
  if (!platforms || !portal || !browser) {
    throw new Error('The journeys are run from src/index.ts');
  }
  const context = await browser.newContext({
    baseURL: portal.url,
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', error => complaints.push(String(error.stack)));
  page.on('console', message => {
    if (message.type() === 'error') {
      complaints.push(message.text());
    }
  });
  try {
    await journey(page, platforms);
  } catch (error) {
    await screenshot(page, 'failed');
    console.error(
      [`At ${page.url()}`, ...complaints.slice(-20), portal.log()].join('\n'),
    );
    throw error;
  } finally {
    await context.close();
  }
}

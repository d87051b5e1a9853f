import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { type Portal, startPortal } from './portal';
import {
  type NamedPlatform,
  namedPlatforms,
  startPlatforms,
  stopPlatforms,
  type TestPlatforms,
} from './platforms';
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
    portal = await startPortal(namedPlatforms(platforms));
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
  const at = platforms;
  if (!at || !portal) throw notFromIndex();
  await inPortal(portal, page => journey(page, at));
}

/**
 * The same on a portal of its own, for what should not happen to the platforms
 * of the other journeys.
 *
 * @internal
 */
export async function withOwnPortal(
  on: Record<string, NamedPlatform>,
  journey: (page: Page) => Promise<void>,
): Promise<void> {
  const own = await startPortal(on);
  try {
    await inPortal(own, journey);
  } finally {
    await own.stop();
  }
}

async function inPortal(
  { url, log }: Portal,
  journey: (page: Page) => Promise<void>,
): Promise<void> {
  if (!browser) throw notFromIndex();
  const context = await browser.newContext({
    baseURL: url,
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
    await journey(page);
  } catch (error) {
    await screenshot(page, 'failed');
    console.error(
      [`At ${page.url()}`, ...complaints.slice(-20), log()].join('\n'),
    );
    throw error;
  } finally {
    await context.close();
  }
}

function notFromIndex(): Error {
  return new Error('The journeys are run from src/index.ts');
}

import { after, before } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { type Portal, startPortal } from './portal';

interface World {
  portal: Portal;
  browser: Browser;
}

let world: World | undefined;

/**
 * Starts one portal and one browser for all journeys and ends them after the
 * last. Called once, before any journey is declared.
 *
 * @internal
 */
export function shareWorld(): void {
  before(async () => {
    const [portal, browser] = await Promise.all([
      startPortal(),
      launchBrowser(),
    ]);
    world = { portal, browser };
  });
  after(async () => {
    await world?.browser.close();
    await world?.portal.stop();
    world = undefined;
  });
}

/**
 * Runs a journey in a fresh browser profile, at a width people use. What the
 * page reported is part of the error when the journey fails.
 *
 * @internal
 */
export async function withPage(
  journey: (page: Page, portal: Portal) => Promise<void>,
): Promise<void> {
  if (!world) {
    throw new Error('The journeys are run from src/index.ts');
  }
  const { browser, portal } = world;
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
    await journey(page, portal);
  } catch (error) {
    console.error(
      [`At ${page.url()}`, ...complaints.slice(-20), portal.log()].join('\n'),
    );
    throw error;
  } finally {
    await context.close();
  }
}

import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { settled } from './settled';
import { signIn } from './signIn';

const patience = { timeout: 30_000 };

/** Somebody with a job to do and a mouse, who counts. @internal */
export interface Clicker {
  /** Presses what leads on; what a form asks for is not counted, as typing. */
  click(target: Locator): Promise<void>;
}

/**
 * Does a job from the front page of the portal, and fails when it took more
 * clicks than it may.
 *
 * @param job - ends once the answer is on the screen
 * @param from - where a job does not begin at the front
 * @internal
 */
export async function inClicks(
  page: Page,
  budget: number,
  job: (by: Clicker) => Promise<void>,
  from = '/',
): Promise<void> {
  if (page.url() === 'about:blank') await signIn(page, from);
  else await page.goto(from);
  await page.waitForURL(from === '/' ? '**/kratix' : `**${from}`);
  await settled(page);
  let clicks = 0;
  await job({
    click: async target => {
      clicks += 1;
      await target.click(patience);
    },
  });
  assert.ok(
    clicks <= budget,
    `It took ${clicks} clicks, and may take ${budget}`,
  );
}

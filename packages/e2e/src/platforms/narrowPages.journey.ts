import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { tabTo } from '../support/focus';
import { pages } from '../support/pages';
import { screenshot } from '../support/screenshots';
import { settled } from '../support/settled';
import { signIn } from '../support/signIn';
import { withPage } from '../support/world';

const limit = { timeout: 240_000 };

/** A telephone, and the least that a page has to bear. */
for (const width of [390, 320]) {
  test(`no page is wider than a window of ${width} pixels`, limit, () =>
    withPage(async page => {
      await signIn(page);
      await page.setViewportSize({ width, height: 844 });
      for (const [name, path] of pages) {
        await page.goto(path);
        await settled(page);
        await screenshot(page, `${name}-${width}`);
        assert.deepEqual(await tooWide(page), [], `${path} at ${width}`);
      }
    }),
  );
}

/** What reaches out of the window, unless it scrolls within something. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean => {
      if (!element || element.matches('main, article, body')) return false;
      const { overflowX } = getComputedStyle(element);
      return (
        ['auto', 'scroll', 'hidden'].includes(overflowX) ||
        scrolls(element.parentElement)
      );
    };
    return [...document.querySelectorAll('main *')]
      .filter(element => {
        const { right, left, width } = element.getBoundingClientRect();
        return width > 0 && (right > innerWidth + 1 || left < -1);
      })
      .filter(element => !scrolls(element.parentElement))
      .map(element => element.outerHTML.slice(0, 160));
  });
}

test(
  'what can be done with a Promise has one button on a telephone',
  limit,
  () =>
    withPage(async page => {
      // It has a newer listing in the marketplace.
      await signIn(page, '/kratix/promises/eu-dev/static-site');
      await page.setViewportSize({ width: 390, height: 844 });
      await settled(page);
      const request = page.getByRole('button', { name: 'Request Static site' });
      const more = page.getByRole('button', { name: /^More/ });
      const [one, other] = [
        await request.boundingBox(),
        await more.boundingBox(),
      ];
      assert.equal(one?.y, other?.y, 'both in one line');
      await more.click();
      const items = page.getByRole('menuitem');
      assert.match(
        (await items.allInnerTexts()).join(),
        /^Upgrade to.*,Uninstall/,
      );
      await screenshot(page, 'promise-more-390');
      await items.first().click();
      await page.waitForURL('**/install?platform=eu-dev');
    }),
);

test(
  'a form on a telephone has its way on in reach, also by keyboard',
  limit,
  () =>
    withPage(async page => {
      await signIn(page, '/kratix/promises/eu-dev/postgresql/new');
      await page.setViewportSize({ width: 390, height: 844 });
      await settled(page);
      const review = page.getByRole('button', { name: 'Review' });
      const place = await review.boundingBox();
      assert.ok(place && place.y + place.height < 844 - 56, 'above the bar');
      await tabTo(page, page.getByRole('textbox', { name: /^Name/ }));
      await tabTo(page, review);
    }),
);

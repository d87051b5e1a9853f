import type { Page } from 'playwright-core';
import { signIn } from '../support/signIn';
import { answered, loaded } from './stopwatch';

/** Milliseconds by what was done. @internal */
export type Timings = Record<string, number[]>;

const rounds = 10;

const row = 'main table tbody tr';
/** The state of a request, on its page. */
const requestHeadline = 'main h2';
const firstRow = `${row}:first-child th`;
const allRequests = '/kratix/requests?chip=all&sort=name';

/**
 * Opens the pages that many requests could make slow, and does in the list what
 * people do in lists. The first round warms up and does not count.
 *
 * @internal
 */
export async function timePages(
  page: Page,
  requests: number,
): Promise<Timings> {
  await signIn(page, '/kratix');
  const request = await hrefOfFirst(page);
  const found = Array.from({ length: requests }, (_, i) => `${i + 1}`).filter(
    number => number.startsWith('424'),
  ).length;
  const timings: Timings = {};
  for (let round = -1; round < rounds; round += 1) {
    const taken = {
      ...(await opened(page, request)),
      ...(await used(page, found)),
    };
    if (round < 0) continue;
    for (const [what, ms] of Object.entries(taken)) {
      (timings[what] ??= []).push(ms);
    }
  }
  return timings;
}

async function hrefOfFirst(page: Page): Promise<string> {
  await page.goto(allRequests);
  const href = await page.locator(`${firstRow} a`).first().getAttribute('href');
  if (!href) throw new Error('The list of requests has no link');
  return href;
}

/** Loaded anew each, as from a bookmark. */
async function opened(page: Page, request: string) {
  return {
    'open Promises': await loaded(page, '/kratix/promises', {
      selector: 'main article',
    }),
    'open a request': await loaded(page, request, {
      selector: requestHeadline,
    }),
    'open Requests': await loaded(page, allRequests, { selector: row }),
  };
}

/** On the page of all requests. */
async function used(page: Page, found: number) {
  const firstText = () => page.locator(firstRow).first().innerText();
  const search = page.getByRole('searchbox');
  const inFrame = { selector: 'main input[type="search"]' };
  const typed = await answered(page, () => search.press('i'), inFrame);
  await search.fill('instance-42');
  const searched = await answered(page, () => search.press('4'), {
    selector: row,
    count: found,
  });
  await page.goto(allRequests);
  const first = await firstText();
  const paged = await answered(
    page,
    () =>
      page.getByRole('button', { name: 'Go to page 2', exact: true }).click(),
    { selector: firstRow, unlike: first },
  );
  const second = await firstText();
  const sets = page.getByRole('list', { name: 'Sets of requests' });
  const filtered = await answered(
    page,
    () => sets.getByRole('button', { name: 'Ready' }).click(),
    { selector: firstRow, unlike: second },
  );
  const link = page.locator(`${firstRow} a`).first();
  const entered = await answered(page, () => link.click(), {
    selector: requestHeadline,
  });
  return {
    'a key in search': typed,
    'search → list': searched,
    'page → list': paged,
    'filter → list': filtered,
    'list → request': entered,
  };
}

import type { Page } from 'playwright-core';

/**
 * What shows that it is done. Data and no function: it is looked for in the
 * page.
 *
 * @internal
 */
export interface Seen {
  selector: string;
  /** How many there are; at least one unless told. */
  count?: number;
  /** The text that the first had before. */
  unlike?: string;
}

/**
 * Milliseconds from the start of the navigation until this is seen and the
 * page has drawn it and answers.
 *
 * @internal
 */
export async function loaded(page: Page, path: string, seen: Seen) {
  await page.goto(path, { waitUntil: 'commit' });
  return page.evaluate<number, Watch>(watch, { seen, from: 'navigation' });
}

/**
 * Milliseconds from the click or key that `act` makes until the expression is
 * true and the page has drawn it and answers. Both ends are taken in the page:
 * what it takes to drive the browser is not in it.
 *
 * @internal
 */
export async function answered(
  page: Page,
  act: () => Promise<unknown>,
  seen: Seen,
): Promise<number> {
  const [ms] = await Promise.all([
    page.evaluate<number, Watch>(watch, { seen, from: 'input' }),
    act(),
  ]);
  return ms;
}

interface Watch {
  seen: Seen;
  from: 'navigation' | 'input';
}

/** Runs in the page, without anything from around it. */
function watch(options: Watch): Promise<number> {
  const { selector, count, unlike } = options.seen;
  const isSeen = () => {
    const found = document.querySelectorAll(selector);
    if (count === undefined ? found.length === 0 : found.length !== count) {
      return false;
    }
    return unlike === undefined || found[0]?.textContent !== unlike;
  };
  return new Promise((resolve, reject) => {
    // Page loads count from the origin of this clock.
    let start = options.from === 'navigation' ? 0 : undefined;
    const begin = (event: Event) => {
      start ??= event.timeStamp;
    };
    if (start === undefined) {
      addEventListener('click', begin, { capture: true, once: true });
      addEventListener('keydown', begin, { capture: true, once: true });
    }
    const giveUpAt = performance.now() + 60_000;
    const look = () => {
      if (performance.now() > giveUpAt) {
        reject(new Error(`Not seen in time: ${selector}`));
      } else if (start === undefined || !isSeen()) {
        requestAnimationFrame(look);
      } else {
        const from = start;
        // After the frame, and after whatever else keeps the page busy.
        requestAnimationFrame(() =>
          setTimeout(() => resolve(performance.now() - from)),
        );
      }
    };
    look();
  });
}

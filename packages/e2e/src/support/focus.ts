import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';

/** More stops than any page has before what is looked for. */
const farthest = 120;

/**
 * Presses a key as somebody without a mouse does; afterwards the focus has to
 * be on something that can be seen.
 *
 * @internal
 */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await checkFocus(page, keys.join(' '));
}

/**
 * Tab by Tab to something, seeing where one is at every stop.
 *
 * @internal
 */
export async function tabTo(
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let stop = 0; stop < farthest; stop += 1) {
    if (await hasFocus(target)) return;
    await press(page, key);
  }
  throw new Error(`${target} is not reached by ${key}`);
}

/** @internal */
export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate(element => element === document.activeElement);
}

/**
 * Fails where somebody without a mouse would not know where they are: the focus
 * is nowhere, is drawn like everything else, or lies under something.
 *
 * @internal
 */
export async function checkFocus(page: Page, after: string): Promise<void> {
  // What follows a key may come with the next answer or the next frame.
  let problem: string | undefined;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    problem = await page.evaluate(focusProblem);
    if (!problem) return;
    await page.waitForTimeout(100);
  }
  assert.fail(`After ${after} at ${page.url()}: ${problem}`);
}

/** Runs in the page. */
function focusProblem(): string | undefined {
  const element = document.activeElement;
  if (!element || element === document.body) return 'nothing has focus';
  // What lies beside our pages is Backstage's.
  if (!element.closest('main, [role="dialog"], [role="menu"]'))
    return undefined;
  const words = (element.getAttribute('aria-label') ?? element.textContent)
    ?.trim()
    .slice(0, 60);
  const name = `<${element.tagName.toLowerCase()}> “${words}”`;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const shown = {
    left: Math.max(left, 0),
    top: Math.max(top, 0),
    right: Math.min(right, innerWidth),
    bottom: Math.min(bottom, innerHeight),
  };
  const isSmall = bottom - top < innerHeight / 2;
  if (shown.right - shown.left < 1 || shown.bottom - shown.top < 1) {
    return `${name} is outside of the window`;
  }
  if (isSmall && (top < -1 || bottom > innerHeight + 1)) {
    return `${name} is cut off by the window`;
  }
  // Not at the edges: corners are round, and borders belong to what is around.
  const at = (part: number) => ({
    x: shown.left + (shown.right - shown.left) * part,
    y: shown.top + (shown.bottom - shown.top) * part,
  });
  for (const { x, y } of [at(0.3), at(0.5), at(0.7)]) {
    const above = document.elementFromPoint(x, y);
    const isSame =
      above &&
      (element.contains(above) ||
        above.contains(element) ||
        // A hidden input lies below the box or the label that is drawn for it.
        above.closest('label')?.contains(element));
    if (!isSame) {
      return `${name} lies under <${above?.tagName.toLowerCase()} class="${above?.getAttribute(
        'class',
      )}">`;
    }
  }
  const isMarked = (one: Element | null | undefined) => {
    if (!one) return false;
    const style = getComputedStyle(one);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  // A text field is marked by its frame, a box to tick by what is drawn for it.
  const field = element.closest('[class*="MuiInputBase-root"]');
  const frame = field?.querySelector('[class*="notchedOutline"]');
  const marked =
    isMarked(element) ||
    isMarked(element.closest('.Mui-focusVisible')) ||
    isMarked(element.closest('.cm-editor')) ||
    (frame && parseFloat(getComputedStyle(frame).borderTopWidth) >= 2);
  return marked ? undefined : `${name} looks as if it had no focus`;
}

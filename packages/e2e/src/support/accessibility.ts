import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Fails with a readable list when axe finds what a keyboard or a screen reader
 * would stumble over. `within` limits the check to our own part of a page:
 * Backstage's frame has findings of its own.
 *
 * @internal
 */
export async function checkAccessibility(
  page: Page,
  within = 'main',
): Promise<void> {
  await page.evaluate(axe.source);
  const findings = await page.evaluate(async selector => {
    const { axe: runner } = window as unknown as { axe: typeof axe };
    const { violations } = await runner.run(selector, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html }) => `${id}: ${help}\n    ${html}`),
    );
  }, within);
  assert.deepEqual(findings, [], `Accessibility of ${page.url()}`);
}

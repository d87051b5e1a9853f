import axe from 'axe-core';

/**
 * What axe finds, one line each, so that a failing test names it. Colours are
 * not computed by jsdom; the browser tests look at those.
 *
 * @internal
 */
export async function axeFindings(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: {
      'color-contrast': { enabled: false },
      // Parts of a page are looked at without the page.
      region: { enabled: false },
    },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

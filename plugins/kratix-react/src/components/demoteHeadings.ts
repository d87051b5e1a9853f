/**
 * Markdown whose headings begin two levels lower, as it stands inside a card
 * of a page that has its own. Code blocks stay as they are. Pure.
 *
 * @internal
 */
export function demoteHeadings(markdown: string): string {
  let fence: string | undefined;
  return markdown
    .split('\n')
    .map(line => {
      const mark = /^ {0,3}(```+|~~~+)/.exec(line)?.[1];
      if (mark && !fence) fence = mark;
      else if (mark && fence && mark.startsWith(fence)) fence = undefined;
      if (fence) return line;
      return line.replace(
        /^( {0,3})(#{1,6})(?=\s)/,
        (_all, indent: string, marks: string) =>
          `${indent}${'#'.repeat(Math.min(6, marks.length + 2))}`,
      );
    })
    .join('\n');
}

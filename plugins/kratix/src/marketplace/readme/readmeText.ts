// Beyond these drawing takes seconds, in which the page stands still: what a
// Markdown reader does about brackets grows with the square of their number.
const limits = { characters: 60_000, marks: 1_000, cells: 3_000 };

const deep = /^[ \t]*(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+){20}/m;

/** A README as far as it is drawn. @internal */
export interface ReadmeText {
  text: string;
  /** It goes on where it comes from. */
  isCut: boolean;
  /** Made to be read by nobody: shown letter by letter. */
  isPlain: boolean;
}

/** What of a README is drawn, and how, so that none can stop the page. Pure. @internal */
export function readmeText(markdown: string): ReadmeText {
  const text = markdown.slice(0, limits.characters);
  const blocks = text.split(/\n[ \t]*\n/);
  const isPlain =
    deep.test(text) ||
    count(text, '|') > limits.cells ||
    blocks.some(block => count(block, '[') + count(block, '~') > limits.marks);
  return { text, isCut: text.length < markdown.length, isPlain };
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

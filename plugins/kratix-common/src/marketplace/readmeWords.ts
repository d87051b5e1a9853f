import { firstSentence } from '../promises';

/** What a README says about its subject in its first lines. @internal */
export interface ReadmeWords {
  title?: string;
  summary?: string;
}

/** A sentence ends before; brackets that nobody closes would cost time. */
const longestText = 2_000;

/** Headings that warn or greet and name nothing. */
const noTitle = /^(warning|caution|note|important|deprecated|readme)\b|[:!]$/i;

/**
 * Title and first sentence of a README. Plain words alone: a source is not
 * trusted, and a card has no place for links and images.
 *
 * @internal
 */
export function readmeWords(markdown: string): ReadmeWords {
  const lines = markdown.slice(0, 20_000).split(/\r?\n/);
  const at = lines.findIndex(line => /^#\s+\S/.test(line));
  const heading = at < 0 ? '' : plain(lines[at].replace(/^#\s+/, ''));
  const summary = firstSentence(firstParagraph(lines.slice(at + 1)));
  return {
    ...(heading && !noTitle.test(heading) && { title: heading }),
    ...(summary && { summary }),
  };
}

function firstParagraph(lines: string[]): string {
  const paragraph: string[] = [];
  let inCode = false;
  for (const line of lines) {
    if (/^\s*(```|~~~)/.test(line)) inCode = !inCode;
    const isText = !inCode && /^(?!\[!)[^\s#>|<!*+`~=-]/.test(line);
    if (isText) paragraph.push(line.trim());
    else if (paragraph.length > 0) break;
  }
  return plain(paragraph.join(' '));
}

function plain(markdown: string): string {
  return markdown
    .slice(0, longestText)
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

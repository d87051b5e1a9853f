import { charOf } from './charSet';
import { type PatternTree, patternTree } from './patternTree';

/** Longer than any text that a pattern could ask of a person. */
const maxLength = 300;

/**
 * A text that the pattern matches from end to end, of at least the length asked
 * for; else not empty, where the pattern allows that. Nothing where none was found; whether an edge of a
 * word is where it must be is for the caller to check.
 *
 * @internal
 */
export function patternSample(
  pattern: string,
  length: { min?: number } = {},
): string | undefined {
  const tree = patternTree(pattern);
  if (!tree) return undefined;
  const shortest = sampleOf(tree, 0);
  const wanted = Math.min(length.min ?? 1, maxLength);
  if (shortest === undefined || shortest.length >= wanted) return shortest;
  for (let more = 1; more <= wanted; more += 1) {
    const text = sampleOf(tree, more);
    if (text !== undefined && text.length >= wanted) return text;
  }
  return length.min === undefined ? shortest : undefined;
}

/** @param more - repetitions beyond those that are needed */
function sampleOf(tree: PatternTree, more: number): string | undefined {
  switch (tree.kind) {
    case 'char':
      return charOf(tree.set);
    case 'start':
    case 'end':
    case 'edge':
      return '';
    case 'seq':
      return joined(tree.parts.map(part => sampleOf(part, more)));
    case 'or':
      return tree.options
        .map(option => sampleOf(option, more))
        .filter(text => text !== undefined)
        .sort((a, b) => Number(b !== '') - Number(a !== ''))
        .at(0);
    case 'repeat': {
      const count = Math.min(tree.min + more, tree.max);
      if (count > maxLength) return undefined;
      const text = count > 0 ? sampleOf(tree.of, 0) : '';
      return text?.repeat(count);
    }
    default:
      return tree satisfies never;
  }
}

function joined(texts: (string | undefined)[]): string | undefined {
  return texts.includes(undefined) ? undefined : texts.join('');
}

import { diffLines } from 'diff';

/** A line of a comparison, or lines that are the same and folded. @internal */
export type DiffRow =
  | { kind: 'added' | 'removed' | 'same'; text: string }
  | { kind: 'folded'; count: number };

// Enough to see where in the file one is.
const context = 3;

/**
 * Two texts line by line, with what is the same folded but for a few lines
 * around each change. Pure.
 *
 * @internal
 */
export function textDiff(before: string, after: string): DiffRow[] {
  const parts = diffLines(ended(before), ended(after));
  const changed = parts.some(({ added, removed }) => added || removed);
  if (!changed) return [];
  return parts.flatMap(({ value, added, removed }, index): DiffRow[] => {
    const lines = value.replace(/\n$/, '').split('\n');
    if (added || removed) {
      const kind = added ? 'added' : 'removed';
      return lines.map(text => ({ kind, text }));
    }
    const head = index === 0 ? 0 : context;
    const tail = index === parts.length - 1 ? 0 : context;
    const same = (text: string) => ({ kind: 'same' as const, text });
    // A fold of one line says no less than the line.
    if (lines.length <= head + tail + 1) return lines.map(same);
    return [
      ...lines.slice(0, head).map(same),
      { kind: 'folded', count: lines.length - head - tail },
      ...lines.slice(lines.length - tail).map(same),
    ];
  });
}

/** A last line without its end would differ from the same line with it. */
function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

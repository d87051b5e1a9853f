import { isRecord } from './reading';

/**
 * Does a value nest deeper, or hold more values and longer texts all in all,
 * than these? Ends for what holds itself.
 *
 * @public
 */
export function largerThan(
  value: unknown,
  most: { depth: number; values: number; characters: number },
): boolean {
  let { values, characters } = most;
  const exceeds = (one: unknown, depth: number): boolean => {
    values -= 1;
    if (typeof one === 'string') characters -= one.length;
    if (values < 0 || characters < 0 || depth > most.depth) return true;
    if (Array.isArray(one)) return one.some(item => exceeds(item, depth + 1));
    if (!isRecord(one)) return false;
    return Object.entries(one).some(([key, item]) => {
      characters -= key.length;
      return exceeds(item, depth + 1);
    });
  };
  return exceeds(value, 0);
}

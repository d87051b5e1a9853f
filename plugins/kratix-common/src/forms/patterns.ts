/**
 * The members of a pattern that is an enumeration in disguise, as many Promises
 * write it: `^(small|large)$`.
 *
 * @public
 */
export function alternativesOf(pattern: string): string[] {
  const inside = pattern.match(/^\^\(([^()[\]{}.*+?\\^$]+)\)\$$/)?.[1];
  return inside?.includes('|') ? inside.split('|') : [];
}

/**
 * Whether a browser may check the pattern: JavaScript reads it, means the same
 * as RE2 by it, and can't be kept busy by it. What fails here is left to the
 * platform.
 *
 * @internal
 */
export function patternVerdict(
  pattern: string,
): 'usable' | 'not-ecmascript' | 'may-hang' {
  try {
    // The flag that ajv uses; without it unknown escapes quietly mean letters.
    RegExp(pattern, 'u');
  } catch {
    return 'not-ecmascript';
  }
  return repeatsRepetition(pattern) ? 'may-hang' : 'usable';
}

/**
 * An unbounded repetition of something that itself holds one, as in `(a+)+`:
 * what exponential time in a backtracking engine needs. Errs on the safe side.
 */
function repeatsRepetition(pattern: string): boolean {
  const withoutClasses = pattern
    .replace(/\\./gsu, 'x')
    .replace(/\[[^\]]*\]/g, 'x');
  // For each open group: does it hold an unbounded repetition?
  const groups: boolean[] = [false];
  for (let i = 0; i < withoutClasses.length; i += 1) {
    const char = withoutClasses[i];
    if (char === '(') groups.push(false);
    if (char !== ')') {
      if (unbounded(withoutClasses, i)) groups[groups.length - 1] = true;
      continue;
    }
    const inner = groups.pop() ?? false;
    const repeated = unbounded(withoutClasses, i + 1);
    if (inner && repeated) return true;
    const outer = groups.length - 1;
    groups[outer] = groups[outer] || inner || repeated;
  }
  return false;
}

/** `*`, `+` or `{n,}` at this place. */
function unbounded(text: string, at: number): boolean {
  return /^([*+]|\{\d+,\})/.test(text.slice(at, at + 12));
}

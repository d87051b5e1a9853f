import { isQuick } from './patternCost';

/** What a browser may check, or why nothing. */
type Verdict = { pattern: string } | { reason: string };

// The same few patterns occur all over a schema.
const verdicts = new Map<string, Verdict>();
const maxKept = 1000;

/**
 * The pattern as a browser may check it in a Template's form: ECMAScript (with
 * the flag `u`, as ajv reads it) means by it what RE2 means, and can't be kept
 * busy by it. Else why not.
 *
 * @internal
 */
export function templatePattern(pattern: string): Verdict {
  const known = verdicts.get(pattern);
  if (known) return known;
  const verdict = judge(pattern);
  if (verdicts.size >= maxKept) verdicts.clear();
  verdicts.set(pattern, verdict);
  return verdict;
}

function judge(pattern: string): Verdict {
  if (!isReadable(pattern)) return { reason: "a browser can't read it" };
  // RE2 has neither; an API server refuses a schema with them.
  if (/\(\?(<?[=!])|\\[1-9]/.test(pattern.replace(/\\\\/g, ''))) {
    return { reason: 'it is no pattern of RE2' };
  }
  const same = inEcmaScript(pattern);
  if (same === undefined) return { reason: 'a browser reads it differently' };
  if (!isQuick(pattern)) {
    return { reason: 'it could take a browser for ever' };
  }
  return { pattern: same };
}

/** An escape, a class of characters with the escapes in it, or a dot. */
const tokens = /\\[^]|\[(?:\\[^]|[^\]\\])*\]|\./gu;

function isReadable(pattern: string): boolean {
  // Flags in a group are read by newer engines alone. This is decided where the
  // form is made, for a browser that may be older.
  const bare = pattern.replace(tokens, token => (token === '.' ? token : ''));
  if (/\(\?[^:=!<]/.test(bare)) return false;
  try {
    // The flag that ajv uses; without it unknown escapes quietly mean letters.
    RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}

const space = '\\t\\n\\f\\r ';

/** Of `.` and `\s` RE2 and ECMAScript have different ideas. */
function inEcmaScript(pattern: string): string | undefined {
  let unsayable = false;
  const same = pattern.replace(tokens, token => {
    if (token === '.') return '[^\\n]';
    if (token === '\\s') return `[${space}]`;
    if (token === '\\S') return `[^${space}]`;
    if (!token.startsWith('[')) return token;
    return token.replace(/\\[^]/gu, escape => {
      if (escape === '\\S') unsayable = true;
      return escape === '\\s' ? space : escape;
    });
  });
  return unsayable ? undefined : same;
}

import { RE2JS } from 're2js';
import type { Pattern } from './types';

// Forms ask for the same few patterns at every keystroke.
const compiled = new Map<string, RE2JS | undefined>();
const keptPatterns = 500;

/**
 * A pattern as an API server reads it: RE2, whose syntax and running time
 * differ from JavaScript's; `undefined` where RE2 can't read it either.
 *
 * @public
 */
export function compilePattern(pattern: string): Pattern | undefined {
  const re = re2Of(pattern);
  return re && { test: text => re.matcher(text).find() };
}

/** The library's own form, for what needs more than a yes or no. @internal */
export function re2Of(pattern: string): RE2JS | undefined {
  if (!compiled.has(pattern)) {
    if (compiled.size >= keptPatterns) compiled.clear();
    compiled.set(pattern, read(pattern));
  }
  return compiled.get(pattern);
}

function read(pattern: string): RE2JS | undefined {
  try {
    return RE2JS.compile(pattern);
  } catch {
    return undefined;
  }
}

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

import { RE2JS } from 're2js';

/**
 * A matcher for a pattern as the API server has them: RE2, whose syntax and
 * running time differ from JavaScript's.
 *
 * @internal
 */
export function re2(pattern: string): { test(text: string): boolean } {
  const compiled = RE2JS.compile(pattern);
  return {
    test: text => compiled.matcher(text).find(),
    // ajv tells matchers apart by their text.
    toString: () => pattern,
  };
}

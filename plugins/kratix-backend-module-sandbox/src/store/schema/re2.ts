import { RE2JS } from 're2js';

/** @internal */
export interface Matcher {
  test(text: string): boolean;
  toString(): string;
}

/**
 * A matcher for a pattern as the API server has them: RE2, whose syntax and
 * running time differ from JavaScript's.
 *
 * @internal
 */
export function re2(pattern: string): Matcher {
  const compiled = RE2JS.compile(pattern);
  return {
    test: text => compiled.matcher(text).find(),
    // Ajv tells matchers apart by their text.
    toString: () => pattern,
  };
}

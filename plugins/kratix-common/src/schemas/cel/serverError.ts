/** What the library says where a server's own may have come to a result. */
const ofOurs =
  /^(found )?no matching overload|^unbound function|^unresolved attribute|^undeclared reference|^type mismatch|takes too long/;

/** The library's words, and those of a server (cel-go). */
const words: [RegExp, string][] = [
  [/^field not found: /, 'no such key: '],
  // Of a list; of a text its length is told.
  [/^index (-?\d+) out of bounds \[0, -1\)$/, 'index out of bounds: $1'],
  [/^index (-?\d+) out of bounds .*/, 'index out of range: $1'],
  [/^u?int divide by zero$/, 'division by zero'],
  [/^u?int modulus by zero$/, 'modulus by zero'],
  [/^int overflow.*/, 'integer overflow'],
  [/^uint overflow.*/, 'unsigned integer overflow'],
  [/^(SyntaxError: )?Cannot convert .* to a BigInt$/s, unfit('int')],
  [/^Unable to convert string .* to bool$/s, unfit('bool')],
  [/^Failed to parse duration.*/s, unfit('google.protobuf.Duration')],
  [/^Failed to parse timestamp.*/s, unfit('google.protobuf.Timestamp')],
];

function unfit(type: string): string {
  return `type conversion error from 'string' to '${type}'`;
}

/**
 * An error of an evaluation as an API server tells it.
 *
 * @returns nothing where it says more about the evaluator than about the rule
 * @internal
 */
export function serverError(message: string): string | undefined {
  if (ofOurs.test(message)) return undefined;
  for (const [pattern, replacement] of words) {
    if (pattern.test(message)) return message.replace(pattern, replacement);
  }
  return message;
}

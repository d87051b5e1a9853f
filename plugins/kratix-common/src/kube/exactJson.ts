import { parse, stringify } from 'lossless-json';
import { isRecord } from './reading';

/**
 * A whole number of sixteen digits or more, where a number may stand: what may
 * lie beyond 2^53. Digits within texts, as hashes have them, rarely look so.
 */
const mayBeLarge = /(?:^|[:,[])\s*-?\d{16,}\s*(?:$|[,}\]])/;

/** More digits than any number of Kubernetes; reading them takes time. */
const maxDigits = 40;

/**
 * JSON text as a value in which whole numbers stay what they are: those that a
 * JavaScript number can't hold exactly become `bigint`. An API server keeps
 * whole numbers as int64 and all others as float64, so nothing else can be lost.
 * Nested deeper than a stack holds, it is read as `JSON.parse` does.
 *
 * @throws SyntaxError where the text is no JSON
 * @public
 */
export function parseExact(text: string): unknown {
  if (!mayBeLarge.test(text)) return JSON.parse(text);
  try {
    return parse(text, undefined, {
      parseNumber: exactNumber,
      // The last one counts, as to JSON.parse and to an API server.
      onDuplicateKey: ({ newValue }) => newValue,
    });
  } catch (error) {
    // One object of a list must not take the others with it.
    if (error instanceof RangeError) return JSON.parse(text);
    throw error;
  }
}

/**
 * JSON text of a value that may hold `bigint`s, at any depth.
 *
 * @throws TypeError where the value holds itself
 * @public
 */
export function stringifyExact(value: unknown, indent?: number): string {
  try {
    return JSON.stringify(value, undefined, indent);
  } catch {
    // What holds itself is refused here, what holds a bigint is not.
    JSON.stringify(value, (_key, one: unknown) =>
      typeof one === 'bigint' ? undefined : one,
    );
    return stringify(value, undefined, indent) ?? 'null';
  }
}

/**
 * A number's text as `number` where that holds it, as `bigint` where it is a
 * whole number beyond.
 *
 * @public
 */
export function exactNumber(text: string): number | bigint {
  const number = Number(text);
  const isWhole = /^-?\d+$/.test(text);
  return !isWhole || Number.isSafeInteger(number) || text.length > maxDigits
    ? number
    : BigInt(text);
}

/**
 * A copy of a value read with every whole number as `bigint`, as YAML is, in
 * which those that a number holds exactly are numbers.
 *
 * @public
 */
export function exactNumbers(value: unknown): unknown {
  if (typeof value === 'bigint') return exactNumber(String(value));
  if (Array.isArray(value)) return value.map(exactNumbers);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, exactNumbers(one)]),
  );
}

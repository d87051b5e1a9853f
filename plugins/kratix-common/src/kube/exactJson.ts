import { parse, stringify } from 'lossless-json';

/** Sixteen digits in a row outside of a fraction: what may lie beyond 2^53. */
const mayBeLarge = /(?<![\w.])-?\d{16,}/;

/** More digits than any number of Kubernetes; reading them takes time. */
const maxDigits = 40;

/**
 * JSON text as a value in which whole numbers stay what they are: those that a
 * JavaScript number can't hold exactly become `bigint`. An API server keeps
 * whole numbers as int64 and all others as float64, so nothing else can be lost.
 *
 * @throws SyntaxError where the text is no JSON
 * @public
 */
export function parseExact(text: string): unknown {
  if (!mayBeLarge.test(text)) return JSON.parse(text);
  return parse(text, undefined, { parseNumber: exactNumber });
}

/**
 * JSON text of a value that may hold `bigint`s, at any depth.
 *
 * @throws TypeError where the value holds itself
 * @public
 */
export function stringifyExact(value: unknown, indent?: number): string {
  let found = false;
  const text = JSON.stringify(
    value,
    (_key, one: unknown) => {
      if (typeof one !== 'bigint') return one;
      found = true;
      return undefined;
    },
    indent,
  );
  return found ? stringify(value, undefined, indent) ?? text : text;
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

import { celFunc, CelScalar, celUint, type CelFunc } from '@bufbuild/cel';

const { DOUBLE, INT, STRING, UINT } = CelScalar;

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
/** With no more digits than can matter: to read a million takes long. */
const whole = /^([+-]?)0*(\d{1,20})$/;
const named = /^(?:(\+|-)?inf(?:inity)?|nan)$/i;

/** As Go's `ParseFloat`, which takes neither an empty text nor blanks. */
function doubleOf(text: string): number {
  const found = named.exec(text);
  if (found) {
    if (/^nan$/i.test(text)) return NaN;
    return found[1] === '-' ? -Infinity : Infinity;
  }
  // A server reads these, and what they come to only it says.
  if (/^[+-]?0x/i.test(text)) throw new Error('no matching overload');
  const number = decimal.test(text) ? Number(text) : NaN;
  if (!Number.isFinite(number)) throw unfit('double');
  return number;
}

/** As Go's `ParseInt` and `ParseUint` to the base of ten. */
function wholeOf(text: string, type: 'int' | 'uint'): bigint {
  const [, sign, digits] = whole.exec(text) ?? [];
  if (digits === undefined || (sign && type === 'uint')) throw unfit(type);
  const number = BigInt(sign === '-' ? `-${digits}` : digits);
  const held =
    type === 'int' ? BigInt.asIntN(64, number) : BigInt.asUintN(64, number);
  if (held !== number) throw unfit(type);
  return number;
}

function unfit(type: string): Error {
  return new Error(`type conversion error from 'string' to '${type}'`);
}

/**
 * Texts as numbers. The library reads them as JavaScript does: what is no
 * number at all is NaN there, an empty text is zero.
 *
 * @internal
 */
export const numberLibrary: CelFunc[] = [
  celFunc('double', [STRING], DOUBLE, doubleOf),
  celFunc('int', [STRING], INT, text => wholeOf(text, 'int')),
  celFunc('uint', [STRING], UINT, text => celUint(wholeOf(text, 'uint'))),
];

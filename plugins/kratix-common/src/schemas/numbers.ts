/** A number of JSON: whole ones beyond 2^53 are `bigint`. @internal */
export type JsonNumber = number | bigint;

/** @internal */
export function isJsonNumber(value: unknown): value is JsonNumber {
  return typeof value === 'number' || typeof value === 'bigint';
}

const int64 = { least: -(2n ** 63n), most: 2n ** 63n - 1n };

/**
 * Whole and an int64, as an API server holds whole numbers. A `number` beyond
 * 2^53 was written as a fraction, or it would be a `bigint`; a server takes it
 * for none.
 *
 * @internal
 */
export function isInt64(value: JsonNumber): boolean {
  return typeof value === 'number'
    ? Number.isSafeInteger(value)
    : value >= int64.least && value <= int64.most;
}

/**
 * The limit that a server compares this value with: of whole numbers it takes
 * the whole part of the limit (kube-openapi `MinimumNativeType`).
 *
 * @internal
 */
export function limitFor(value: JsonNumber, limit: JsonNumber): JsonNumber {
  return isInt64(value) && typeof limit === 'number'
    ? Math.trunc(limit)
    : limit;
}

// swag.IsFloat64AJSONInteger, by which a server judges multiples of fractions.
const tolerance = 1e-9;

function isNearlyWhole(value: number): boolean {
  if (!Number.isFinite(value)) return false;
  const whole = Math.trunc(value);
  if (whole === value) return true;
  const difference = Math.abs(value - whole);
  return difference / (Math.abs(value) + Math.abs(whole)) < tolerance;
}

/**
 * As a server judges: of whole numbers by the whole part of the factor, and none
 * is a multiple of nothing (kube-openapi `MultipleOfNativeType`); so it refuses
 * 3 where 0.01 is the factor.
 *
 * @internal
 */
export function isMultipleOf(value: JsonNumber, factor: JsonNumber): boolean {
  if (isInt64(value)) {
    const divisor = wholePart(factor);
    return (
      divisor !== undefined && divisor > 0n && BigInt(value) % divisor === 0n
    );
  }
  const of = Number(factor);
  if (!(of > 0)) return false;
  const times = of < 1 ? (1 / of) * Number(value) : Number(value) / of;
  return isNearlyWhole(times);
}

function wholePart(value: JsonNumber): bigint | undefined {
  if (typeof value === 'bigint') return value;
  return Number.isFinite(value) ? BigInt(Math.trunc(value)) : undefined;
}

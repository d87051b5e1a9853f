import { isRecord } from '../../kube';

/** A number that the schema of a number allows. @internal */
export function sampleNumber(schema: unknown, turn: number): number | bigint {
  const node = isRecord(schema) ? schema : {};
  const { minimum, maximum, multipleOf } = node;
  if (typeof minimum === 'bigint' && minimum > 0n) {
    return minimum + BigInt(turn + 1);
  }
  const low = asNumber(minimum);
  const high = asNumber(maximum);
  const step =
    positive(multipleOf) ?? (node.type === 'integer' ? 1 : undefined);
  const least =
    low === undefined
      ? Math.min(1, high ?? 1)
      : low + (node.exclusiveMinimum === true ? step ?? width(low, high) : 0);
  const wanted = least + turn * (step ?? 1);
  if (step === undefined) {
    return high === wanted && node.exclusiveMaximum === true
      ? wanted - width(low, high)
      : wanted;
  }
  const multiple = multipleAt(wanted, step);
  const isPast =
    high !== undefined &&
    (multiple > high || (multiple === high && node.exclusiveMaximum === true));
  return isPast ? multipleAt(high - step, step) : multiple;
}

/** Part of the way from one limit to the other. */
function width(low: number | undefined, high: number | undefined): number {
  return low !== undefined && high !== undefined ? (high - low) / 2 : 0.5;
}

/** The next multiple, in the digits in which a person would write it. */
function multipleAt(value: number, step: number): number {
  const product = Math.ceil(value / step) * step;
  const digits = String(step).split('.')[1]?.length ?? 0;
  return Number.isInteger(step) ? product : Number(product.toFixed(digits));
}

/** A limit near enough to make a difference. */
function asNumber(limit: unknown): number | undefined {
  return typeof limit === 'number' && Number.isFinite(limit)
    ? limit
    : undefined;
}

function positive(limit: unknown): number | undefined {
  const number = asNumber(limit);
  return number !== undefined && number > 0 ? number : undefined;
}

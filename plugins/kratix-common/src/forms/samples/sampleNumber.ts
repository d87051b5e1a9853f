import { isRecord } from '../../kube';

/** A number that the schema of a number allows. @internal */
export function sampleNumber(schema: unknown, turn: number): number | bigint {
  const node = isRecord(schema) ? schema : {};
  const { minimum, maximum, multipleOf } = node;
  if ([minimum, maximum, multipleOf].some(one => typeof one === 'bigint')) {
    return sampleWhole(node, turn);
  }
  const low = asNumber(minimum);
  const high = asNumber(maximum);
  const given = asNumber(multipleOf);
  const unit = node.type === 'integer' ? 1 : undefined;
  const step = given !== undefined && given > 0 ? given : unit;
  const past = node.exclusiveMinimum === true ? step ?? width(low, high) : 0;
  const least = low === undefined ? Math.min(1, high ?? 1) : low + past;
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

/** Worked out exactly, where a limit lies beyond 2^53. */
function sampleWhole(node: Record<string, unknown>, turn: number): bigint {
  const { exclusiveMinimum, exclusiveMaximum } = node;
  const low = wholeOf(node.minimum, Math.ceil);
  const high = wholeOf(node.maximum, Math.floor);
  const step = wholeOf(node.multipleOf, Math.ceil) ?? 1n;
  const by = step > 0n ? step : 1n;
  if (low !== undefined) {
    const least = low + (exclusiveMinimum === true ? 1n : 0n);
    return upTo(least, by) + BigInt(turn) * by;
  }
  const most =
    high === undefined
      ? undefined
      : high - (exclusiveMaximum === true ? 1n : 0n);
  if (most === undefined || most >= by) return by * BigInt(turn + 1);
  // The largest multiple that is not above.
  return -upTo(-most, by) - BigInt(turn) * by;
}

/** The next multiple, from here on. */
function upTo(value: bigint, by: bigint): bigint {
  const rest = ((value % by) + by) % by;
  return rest === 0n ? value : value + by - rest;
}

function wholeOf(
  limit: unknown,
  rounded: (value: number) => number,
): bigint | undefined {
  if (typeof limit === 'bigint') return limit;
  const number = asNumber(limit);
  return number === undefined ? undefined : BigInt(rounded(number));
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

function asNumber(limit: unknown): number | undefined {
  return typeof limit === 'number' && Number.isFinite(limit)
    ? limit
    : undefined;
}

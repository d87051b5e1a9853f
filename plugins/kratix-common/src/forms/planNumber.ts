import type { Place } from './notes';
import type { NumberPlan } from './plan';
import { baseOf } from './planBase';

/** So many values, at most, are chosen by a slider. */
const fewSteps = 20;

/** @internal */
export function planNumber(
  schema: Record<string, unknown>,
  place: Place,
): NumberPlan {
  const integer = schema.type === 'integer';
  const bounds = {
    ...lower(schema, integer),
    ...upper(schema, integer),
  };
  const multipleOf = limitOf(schema.multipleOf, integer);
  if (multipleOf !== undefined && Number(multipleOf) > 0) {
    bounds.multipleOf = multipleOf;
    if (!safeMultiple(bounds)) {
      place.note(
        `That it is a multiple of ${multipleOf} is checked by the platform: a Template's form can't do so exactly.`,
      );
    }
  }
  const { default: given } = schema;
  const large = [...Object.values(bounds), limitOf(given, integer)].some(
    isLarge,
  );
  if (large) {
    place.note(
      'It takes numbers beyond 2^53: in a Template they are typed as text.',
    );
  }
  return {
    kind: 'number',
    integer,
    ...baseOf(schema),
    ...bounds,
    ...(large && { large }),
    ...(typeof given === 'number' &&
      stepsOf(bounds, integer) <= fewSteps && { widget: 'slider' }),
  };
}

type Bounds = Pick<
  NumberPlan,
  'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum' | 'multipleOf'
>;

/** OpenAPI v3 says "exclusive" by a boolean beside the bound. */
function lower(schema: Record<string, unknown>, integer: boolean): Bounds {
  const bound = limitOf(schema.minimum, integer);
  if (bound !== undefined && schema.exclusiveMinimum === true) {
    return { exclusiveMinimum: bound };
  }
  const least = integer && schema.format === 'int32' ? -(2 ** 31) : undefined;
  if (bound === undefined || (least !== undefined && bound < least)) {
    return least === undefined ? {} : { minimum: least };
  }
  return { minimum: bound };
}

function upper(schema: Record<string, unknown>, integer: boolean): Bounds {
  const bound = limitOf(schema.maximum, integer);
  if (bound !== undefined && schema.exclusiveMaximum === true) {
    return { exclusiveMaximum: bound };
  }
  const most = integer && schema.format === 'int32' ? 2 ** 31 - 1 : undefined;
  if (bound === undefined || (most !== undefined && bound > most)) {
    return most === undefined ? {} : { maximum: most };
  }
  return { maximum: bound };
}

/** A limit; for whole numbers exact, even if it was read as a double. */
function limitOf(
  given: unknown,
  integer: boolean,
): number | bigint | undefined {
  if (typeof given === 'bigint') return given;
  if (typeof given !== 'number' || !Number.isFinite(given)) return undefined;
  return integer && Number.isInteger(given) && !Number.isSafeInteger(given)
    ? BigInt(given)
    : given;
}

function isLarge(value: unknown): boolean {
  return typeof value === 'bigint' && !Number.isSafeInteger(Number(value));
}

function stepsOf(bounds: Bounds, integer: boolean): number {
  const { minimum, maximum, multipleOf = 1 } = bounds;
  if (!integer || minimum === undefined || maximum === undefined) {
    return Infinity;
  }
  const steps = Number(maximum) - Number(minimum);
  return steps > 0 ? steps / Number(multipleOf) : Infinity;
}

/**
 * Whether ajv, which divides doubles, says of every value in range what an API
 * server says. A quotient below 10^7 errs by less than the 10^-8 it tolerates.
 *
 * @internal
 */
export function safeMultiple(bounds: Bounds): boolean {
  const { multipleOf } = bounds;
  if (multipleOf === undefined) return false;
  if (Number.isSafeInteger(Number(multipleOf))) return true;
  const [low, high] = [
    bounds.minimum ?? bounds.exclusiveMinimum,
    bounds.maximum ?? bounds.exclusiveMaximum,
  ];
  if (low === undefined || high === undefined) return false;
  const most = Math.max(Math.abs(Number(low)), Math.abs(Number(high)));
  return most / Number(multipleOf) < 1e7;
}

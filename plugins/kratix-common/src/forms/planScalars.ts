import type { Place } from './notes';
import { alternativesOf, patternVerdict } from './patterns';
import type { ChoicePlan, IntOrTextPlan, NumberPlan, TextPlan } from './plan';
import { baseOf } from './planBase';

/** Formats that ajv and an API server mean alike. */
const sharedFormats = new Set(['date', 'date-time', 'ipv4', 'ipv6', 'uuid']);

/** Text of this length or longer wants more than a line. */
const longText = 200;

/** @internal */
export function planText(
  schema: Record<string, unknown>,
  place: Place,
): TextPlan | ChoicePlan {
  const { pattern, format } = schema;
  const base = baseOf(schema);
  const choices = typeof pattern === 'string' ? alternativesOf(pattern) : [];
  if (choices.length > 0) {
    const values = [...new Set(choices)];
    return { kind: 'choice', values, encoded: false, ...base };
  }
  if (format === 'password') {
    place.note('A password in a request is kept as plain text.');
  }
  const usable = usablePattern(pattern, place);
  const widget = widgetOf(schema);
  return {
    kind: 'text',
    ...base,
    ...(usable !== undefined && { pattern: usable }),
    ...countsOf(schema, 'minLength', 'maxLength'),
    ...(typeof format === 'string' && sharedFormats.has(format) && { format }),
    ...(widget && { widget }),
  };
}

/** @internal */
export function planIntOrText(
  schema: Record<string, unknown>,
  place: Place,
): IntOrTextPlan {
  const usable = usablePattern(schema.pattern, place);
  return {
    kind: 'int-or-text',
    ...baseOf(schema),
    // The pattern speaks of text alone; numbers and quoted text pass it by.
    ...(usable !== undefined && {
      pattern: `^-?[0-9]+$|^".*"$|(?:${usable})`,
    }),
  };
}

/** @internal */
export function planNumber(
  schema: Record<string, unknown>,
  place: Place,
): NumberPlan {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  const integer = schema.type === 'integer';
  const int32 = schema.format === 'int32';
  const low = int32 ? -(2 ** 31) : Number.MIN_SAFE_INTEGER;
  const high = int32 ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER;
  const bounds = {
    ...lower(minimum, exclusiveMinimum),
    ...upper(maximum, exclusiveMaximum),
  };
  // Beyond these a number would be changed on its way: better refused.
  if (integer) {
    if (!(Number(bounds.minimum ?? -Infinity) >= low)) bounds.minimum = low;
    if (!(Number(bounds.maximum ?? Infinity) <= high)) bounds.maximum = high;
  }
  if (
    integer &&
    [minimum, maximum, schema.default].some(
      one => typeof one === 'number' && !Number.isSafeInteger(one),
    )
  ) {
    place.note('Numbers beyond 2^53 can only be given as YAML.');
  }
  const { multipleOf } = schema;
  return {
    kind: 'number',
    integer,
    ...baseOf(schema),
    ...bounds,
    // Of fractions, a double holds no exact multiples.
    ...(Number.isSafeInteger(multipleOf) &&
      Number(multipleOf) > 0 && { multipleOf: Number(multipleOf) }),
  };
}

type Bounds = Pick<
  NumberPlan,
  'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum'
>;

/** OpenAPI v3 says "exclusive" by a boolean beside the bound. */
function lower(bound: unknown, exclusive: unknown): Bounds {
  if (typeof bound !== 'number') return {};
  return exclusive === true ? { exclusiveMinimum: bound } : { minimum: bound };
}

function upper(bound: unknown, exclusive: unknown): Bounds {
  if (typeof bound !== 'number') return {};
  return exclusive === true ? { exclusiveMaximum: bound } : { maximum: bound };
}

/** The keywords that hold a count, where they do. @internal */
export function countsOf<K extends string>(
  schema: Record<string, unknown>,
  ...keywords: K[]
): { [keyword in K]?: number } {
  const counts: { [keyword in K]?: number } = {};
  for (const keyword of keywords) {
    const count = schema[keyword];
    if (Number.isSafeInteger(count) && Number(count) >= 0) {
      counts[keyword] = Number(count);
    }
  }
  return counts;
}

function usablePattern(pattern: unknown, place: Place): string | undefined {
  if (typeof pattern !== 'string' || pattern === '') return undefined;
  switch (patternVerdict(pattern)) {
    case 'not-ecmascript':
      place.note(
        `Its pattern ${pattern} is checked by the platform: a browser can't read it.`,
      );
      return undefined;
    case 'may-hang':
      place.note(
        `Its pattern ${pattern} is checked by the platform: it could take a browser for ever.`,
      );
      return undefined;
    default:
      return pattern;
  }
}

function widgetOf(schema: Record<string, unknown>): TextPlan['widget'] {
  if (schema.format === 'password') return 'password';
  const { default: given, maxLength } = schema;
  const long =
    (typeof given === 'string' && given.includes('\n')) ||
    (typeof maxLength === 'number' && maxLength >= longText);
  return long ? 'textarea' : undefined;
}

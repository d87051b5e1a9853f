import type { Place } from './notes';
import { alternativesOf, templatePattern } from './patterns';
import type { ChoicePlan, IntOrTextPlan, TextPlan } from './plan';
import { baseOf } from './planBase';
import { choiceOf } from './planChoice';

/** Longer than the names that Kubernetes knows: it may want several lines. */
const longText = 256;

/** @internal */
export function planText(
  schema: Record<string, unknown>,
  place: Place,
): TextPlan | ChoicePlan {
  const { pattern, format } = schema;
  const base = baseOf(schema);
  const choices = typeof pattern === 'string' ? alternativesOf(pattern) : [];
  if (choices.length > 0) {
    const texts = [...new Set(choices)];
    // A pattern speaks of text alone; null passes it by.
    return choiceOf(base.nullable ? [...texts, null] : texts, base);
  }
  if (format === 'password') {
    place.note('A password in a request is kept as plain text.');
  }
  const widget = widgetOf(schema);
  return {
    kind: 'text',
    ...base,
    ...patternOf(schema, place),
    ...countsOf(schema, 'minLength', 'maxLength'),
    ...(typeof format === 'string' && format !== '' && { format }),
    ...(widget && { widget }),
  };
}

/** @internal */
export function planIntOrText(
  schema: Record<string, unknown>,
  place: Place,
): IntOrTextPlan {
  return {
    kind: 'int-or-text',
    ...baseOf(schema),
    ...patternOf(schema, place),
  };
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

function patternOf(
  { pattern }: Record<string, unknown>,
  place: Place,
): { pattern?: string } {
  if (typeof pattern !== 'string' || pattern === '') return {};
  const verdict = templatePattern(pattern);
  if ('reason' in verdict) {
    place.note(
      `Its pattern ${pattern} is not checked by a Template's form, only by the portal's own and the platform: ${verdict.reason}.`,
    );
  }
  return { pattern };
}

function widgetOf(schema: Record<string, unknown>): TextPlan['widget'] {
  const { default: given, format, maxLength, pattern } = schema;
  if (format === 'password') return 'password';
  const long =
    (typeof given === 'string' &&
      (given.includes('\n') || given.length > 80)) ||
    format === 'byte' ||
    (typeof maxLength === 'number' &&
      maxLength > longText &&
      pattern === undefined &&
      format === undefined);
  return long ? 'textarea' : undefined;
}

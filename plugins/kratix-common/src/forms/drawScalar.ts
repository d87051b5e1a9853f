import type { Drawn, DrawOptions, FormSchema } from './drawn';
import { dataOf } from './formDataFromObject';
import { templatePattern } from './patterns';
import type {
  ChoicePlan,
  FlagPlan,
  IntOrTextPlan,
  NumberPlan,
  TextPlan,
  YamlPlan,
} from './plan';
import { safeMultiple } from './planNumber';
import { wordFor } from './words';

/** A choice among so few may be drawn as radio buttons. */
const fewChoices = 4;

/** Formats that ajv and an API server mean alike. */
const sharedFormats = new Set(['date', 'date-time', 'ipv4', 'ipv6', 'uuid']);

/** @internal */
export function drawScalar(
  plan:
    | TextPlan
    | IntOrTextPlan
    | NumberPlan
    | FlagPlan
    | ChoicePlan
    | YamlPlan,
  options: Required<DrawOptions>,
): Drawn {
  switch (plan.kind) {
    case 'text':
      return drawText(plan);
    case 'int-or-text':
      return drawIntOrText(plan);
    case 'number':
      return plan.large ? drawLarge(plan) : drawNumber(plan);
    case 'flag':
      // An untouched checkbox is no answer; where one is needed, ask for it.
      return {
        schema: { type: 'boolean' },
        ui:
          options.required && options.given === undefined
            ? { 'ui:widget': 'radio' }
            : {},
      };
    case 'choice':
      return drawChoice(plan, options);
    case 'yaml':
      return {
        schema: { type: 'string' },
        ui: {
          'ui:widget': 'textarea',
          'ui:options': { rows: 6 },
          'ui:placeholder': 'YAML',
        },
      };
    default:
      return plan satisfies never;
  }
}

function drawText(plan: TextPlan): Drawn {
  const { minLength, maxLength } = plan;
  const format =
    plan.format && sharedFormats.has(plan.format) ? plan.format : undefined;
  const widget = plan.widget ?? (format && 'text');
  return {
    schema: defined({
      type: 'string',
      pattern: patternOf(plan),
      minLength,
      maxLength,
      format,
    }),
    ui: widget ? { 'ui:widget': widget } : {},
  };
}

function patternOf({ pattern }: { pattern?: string }): string | undefined {
  if (pattern === undefined) return undefined;
  const verdict = templatePattern(pattern);
  return 'pattern' in verdict ? verdict.pattern : undefined;
}

function drawIntOrText(plan: IntOrTextPlan): Drawn {
  const pattern = patternOf(plan);
  return {
    schema: defined({
      type: 'string',
      // It speaks of text alone; numbers and quoted text pass it by.
      pattern: pattern && `^-?[0-9]+$|^".*"$|(?:${pattern})`,
    }),
    ui: { 'ui:placeholder': 'A number or text' },
  };
}

function drawNumber(plan: NumberPlan): Drawn {
  const { integer, multipleOf } = plan;
  const limits = defined({
    minimum: numberOf(plan.minimum),
    maximum: numberOf(plan.maximum),
    exclusiveMinimum: numberOf(plan.exclusiveMinimum),
    exclusiveMaximum: numberOf(plan.exclusiveMaximum),
    multipleOf: safeMultiple(plan) ? numberOf(multipleOf) : undefined,
  });
  // A browser would change numbers beyond these on their way: better refused.
  const safe = integer && {
    ...(limits.exclusiveMinimum === undefined && {
      minimum: limits.minimum ?? Number.MIN_SAFE_INTEGER,
    }),
    ...(limits.exclusiveMaximum === undefined && {
      maximum: limits.maximum ?? Number.MAX_SAFE_INTEGER,
    }),
  };
  return {
    schema: { type: integer ? 'integer' : 'number', ...limits, ...safe },
    ui: plan.widget === 'slider' ? { 'ui:widget': 'range' } : {},
  };
}

function numberOf(limit: number | bigint | undefined): number | undefined {
  return limit === undefined ? undefined : Number(limit);
}

/** A number of more digits than a browser's: text, with its limits in words. */
function drawLarge(plan: NumberPlan): Drawn {
  const { integer } = plan;
  const limits = [
    plan.minimum !== undefined && `at least ${plan.minimum}`,
    plan.exclusiveMinimum !== undefined && `more than ${plan.exclusiveMinimum}`,
    plan.maximum !== undefined && `at most ${plan.maximum}`,
    plan.exclusiveMaximum !== undefined && `less than ${plan.exclusiveMaximum}`,
    plan.multipleOf !== undefined && `a multiple of ${plan.multipleOf}`,
  ].filter(Boolean);
  const what = integer ? 'A whole number' : 'A number';
  return {
    schema: {
      type: 'string',
      pattern: integer
        ? '^-?(0|[1-9][0-9]*)$'
        : '^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$',
    },
    ui: { 'ui:help': [what, ...limits].join(', ') },
  };
}

function drawChoice(
  plan: ChoicePlan,
  { required, given }: Required<DrawOptions>,
): Drawn {
  const { values, encoded, widget, hints } = plan;
  // Without a default a radio button could never be unset again.
  const radio =
    widget === 'radio' &&
    (values.length <= fewChoices || hints?.widget === 'radio') &&
    (required || given !== undefined);
  return {
    schema: {
      type: 'string',
      enum: values.map(value => dataOf(plan, value)),
    },
    ui: {
      ...(encoded && { 'ui:enumNames': values.map(wordFor) }),
      ...(radio && { 'ui:widget': 'radio' }),
    },
  };
}

/** Without what is not there. @internal */
export function defined(schema: FormSchema): FormSchema {
  return Object.fromEntries(
    Object.entries(schema).filter(([, value]) => value !== undefined),
  );
}

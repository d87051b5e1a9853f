import { withDefaults } from './defaults';
import { dataOf } from './formDataFromObject';
import { isRecord } from '../kube';
import { own } from './keys';
import {
  type ChoicePlan,
  type FieldPlan,
  type ListPlan,
  type MapPlan,
  type MaybePlan,
  type ObjectPlan,
  restKey,
  rowKeys,
} from './plan';
import { wordFor } from './words';

/** JSON Schema of draft 7, as RJSF 5 and ajv 8 take it. @public */
export type FormSchema = Record<string, unknown>;

/** uiSchema of RJSF 5. @public */
export type FormUiSchema = Record<string, unknown>;

/** A node drawn: its schema and its uiSchema. @internal */
export interface Drawn {
  schema: FormSchema;
  ui: FormUiSchema;
}

/** A choice among so few is drawn as radio buttons. */
const fewChoices = 4;

/**
 * How a plan is asked for.
 *
 * @param given - what the object holds here if the person does nothing: the
 *   defaults of the levels above, merged as the API server does
 * @internal
 */
export function draw(
  plan: FieldPlan,
  options: { required?: boolean; given?: unknown } = {},
): Drawn {
  const { required = false } = options;
  const given = withDefaults(plan, options.given);
  const words = {
    ...(plan.title !== undefined && { title: plan.title }),
    ...(plan.description && { description: plan.description }),
  };
  const start = startOf(plan, given);
  const { schema, ui } = drawKind(plan, { required, given });
  return {
    schema: {
      ...words,
      ...schema,
      ...(start !== undefined && { default: start }),
    },
    ui,
  };
}

/** Where the form starts; an object starts with its children. */
function startOf(plan: FieldPlan, given: unknown): unknown {
  if (plan.kind === 'object' || given === undefined) return undefined;
  return dataOf(plan, given);
}

function drawKind(
  plan: FieldPlan,
  options: { required: boolean; given: unknown },
): Drawn {
  switch (plan.kind) {
    case 'text': {
      const { pattern, minLength, maxLength, format, widget } = plan;
      const shown = widget ?? (format && 'text');
      return {
        schema: defined({
          type: 'string',
          pattern,
          minLength,
          maxLength,
          format,
        }),
        ui: shown ? { 'ui:widget': shown } : {},
      };
    }
    case 'int-or-text':
      return {
        schema: defined({ type: 'string', pattern: plan.pattern }),
        ui: { 'ui:placeholder': 'A number or text' },
      };
    case 'number': {
      const { integer, kind: _kind, title, description, ...rest } = plan;
      const { default: _default, ...bounds } = rest;
      return {
        schema: { type: integer ? 'integer' : 'number', ...bounds },
        ui: {},
      };
    }
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
    case 'object':
      return drawObject(plan, options.given);
    case 'list':
      return drawList(plan);
    case 'map':
      return drawMap(plan);
    case 'maybe':
      return drawMaybe(plan);
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

function drawChoice(
  plan: ChoicePlan,
  { required, given }: { required: boolean; given: unknown },
): Drawn {
  // Without a default a radio button could never be unset again.
  const radio =
    plan.values.length <= fewChoices && (required || given !== undefined);
  return {
    schema: {
      type: 'string',
      enum: plan.values.map(value => dataOf(plan, value)),
    },
    ui: {
      ...(plan.encoded && { 'ui:enumNames': plan.values.map(wordFor) }),
      ...(radio && { 'ui:widget': 'radio' }),
    },
  };
}

function drawObject(plan: ObjectPlan, given: unknown): Drawn {
  const properties: Record<string, unknown> = {};
  const ui: FormUiSchema = {};
  for (const { key, name, required, plan: child } of plan.fields) {
    const drawn = draw(child, {
      required,
      given: isRecord(given) ? own(given, name) : undefined,
    });
    properties[key] = drawn.schema;
    ui[key] = drawn.ui;
  }
  if (plan.rest) {
    const drawn = draw({ kind: 'yaml', holds: 'mapping' });
    properties[restKey] = { ...drawn.schema, title: 'Further fields' };
    ui[restKey] = drawn.ui;
  }
  const needed = plan.fields.filter(
    field => field.required && asks(field.plan),
  );
  return {
    schema: {
      type: 'object',
      properties,
      ...(needed.length > 0 && { required: needed.map(({ key }) => key) }),
    },
    ui: { ...ui, 'ui:order': Object.keys(properties) },
  };
}

/** Lists of any kind are there once drawn; asking for them says nothing. */
function asks(plan: FieldPlan): boolean {
  return plan.kind !== 'maybe' && plan.kind !== 'list' && plan.kind !== 'map';
}

function drawList(plan: ListPlan): Drawn {
  const item = draw(plan.item, { required: true });
  const { minItems, maxItems, unique } = plan;
  return {
    schema: defined({
      type: 'array',
      // Objects are counted by RJSF; fields would be called by their index.
      items:
        plan.item.kind === 'object'
          ? item.schema
          : { title: 'Entry', ...item.schema },
      minItems,
      maxItems,
      uniqueItems: unique || undefined,
    }),
    ui: { items: item.ui },
  };
}

function drawMap(plan: MapPlan): Drawn {
  const value = draw(plan.value, { required: true });
  const { minItems, maxItems } = plan;
  return {
    schema: defined({
      type: 'array',
      minItems,
      maxItems,
      items: {
        type: 'object',
        properties: {
          [rowKeys.key]: { type: 'string', title: 'Name', minLength: 1 },
          [rowKeys.value]: { title: 'Value', ...value.schema },
        },
        required: asks(plan.value)
          ? [rowKeys.key, rowKeys.value]
          : [rowKeys.key],
      },
    }),
    ui: {
      items: {
        [rowKeys.value]: value.ui,
        'ui:order': [rowKeys.key, rowKeys.value],
      },
    },
  };
}

function drawMaybe(plan: MaybePlan): Drawn {
  const one = draw(plan.of, { required: true });
  const meant =
    plan.none === 'null'
      ? 'Left empty, it is set to nothing.'
      : 'Only there if you add it.';
  // Otherwise the one item would be called the first of several.
  const title = plan.of.kind === 'object' ? '' : plan.title ?? 'Value';
  return {
    schema: {
      type: 'array',
      maxItems: 1,
      items: { ...one.schema, title },
      description: [plan.description, meant].filter(Boolean).join(' '),
    },
    ui: { items: one.ui, 'ui:options': { orderable: false } },
  };
}

function defined(schema: FormSchema): FormSchema {
  return Object.fromEntries(
    Object.entries(schema).filter(([, value]) => value !== undefined),
  );
}

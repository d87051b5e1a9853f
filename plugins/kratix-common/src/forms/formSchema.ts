import { withDefaults } from './defaults';
import { dataOf, holdsNull } from './formDataFromObject';
import { isRecord } from '../kube';
import { own } from './keys';
import {
  type FieldPlan,
  type ListPlan,
  type MapPlan,
  type MaybePlan,
  type ObjectPlan,
  restKey,
  rowKeys,
  sayings,
} from './plan';
import type { Drawn, DrawOptions, FormUiSchema } from './drawn';
import { defined, drawScalar } from './drawScalar';
import { wishes } from './drawWishes';

/**
 * How a plan is asked for.
 *
 * @internal
 */
export function draw(plan: FieldPlan, options: DrawOptions = {}): Drawn {
  const given = withDefaults(plan, options.given);
  const start = startOf(plan, given);
  const { schema, ui } = drawKind(plan, {
    required: options.required ?? false,
    given,
  });
  return {
    schema: {
      ...(plan.title !== undefined && { title: plan.title }),
      ...(plan.description && { description: plan.description }),
      ...schema,
      ...(start !== undefined && { default: start }),
    },
    ui: { ...ui, ...wishes(plan) },
  };
}

/** Where the form starts; an object starts with its children. */
function startOf(plan: FieldPlan, given: unknown): unknown {
  if (plan.kind === 'object' || given === undefined) return undefined;
  return dataOf(plan, given);
}

function drawKind(plan: FieldPlan, options: Required<DrawOptions>): Drawn {
  switch (plan.kind) {
    case 'text':
    case 'int-or-text':
    case 'number':
    case 'flag':
    case 'choice':
    case 'yaml':
      return drawScalar(plan, options);
    case 'object':
      return drawObject(plan, options.given);
    case 'list':
      return drawList(plan);
    case 'map':
      return drawMap(plan);
    case 'maybe':
      return drawMaybe(plan);
    default:
      return plan satisfies never;
  }
}

function drawObject(plan: ObjectPlan, given: unknown): Drawn {
  const properties: Record<string, unknown> = {};
  const ui: FormUiSchema = {};
  const shown = plan.fields.filter(field => !field.plan.hints?.hidden);
  for (const { key, name, required, plan: child } of shown) {
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
  const nulls = nullsIn(plan, given);
  if (nulls.length > 0) {
    properties[sayings.null] = {
      type: 'array',
      items: { type: 'string' },
      default: nulls,
    };
    ui[sayings.null] = { 'ui:widget': 'hidden' };
  }
  const needed = shown.filter(field => field.required && asks(field.plan));
  return {
    schema: {
      type: 'object',
      properties,
      ...(needed.length > 0 && { required: needed.map(({ key }) => key) }),
    },
    ui: { ...ui, 'ui:order': Object.keys(properties) },
  };
}

/** Fields whose default is null, which their own data can't say. */
function nullsIn(plan: ObjectPlan, given: unknown): string[] {
  if (!isRecord(given)) return [];
  return plan.fields.flatMap(({ name, plan: child }) =>
    own(given, name) === null && !holdsNull(child) ? [name] : [],
  );
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

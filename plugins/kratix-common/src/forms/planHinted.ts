import { isRecord, isSecretKey } from '../kube';
import { hintsKey, readHints } from './hints';
import type { Place } from './notes';
import type { FieldHints, FieldPlan, FieldWidget } from './plan';
import { tellingOf } from './planBase';

/** What the author wishes of a field; the annotation's word counts. @internal */
export function hintsOf(schema: unknown, place: Place): FieldHints | undefined {
  const given = isRecord(schema) ? schema[hintsKey] : undefined;
  const elsewhere = place.hints;
  if (given === undefined && elsewhere === undefined) return undefined;
  const wrong = (what: string) => place.mistake(what);
  const hints = {
    ...readHints(given, wrong),
    ...readHints(elsewhere, wrong),
  };
  return Object.keys(hints).length > 0 ? hints : undefined;
}

/**
 * The plan as its author wishes, as far as the field can be shown so. Nothing
 * here changes what is valid.
 *
 * @internal
 */
export function hinted(
  plan: FieldPlan,
  hints: FieldHints | undefined,
  { schema, place }: { schema: Record<string, unknown>; place: Place },
): FieldPlan {
  if (!hints) return plan;
  const { widget, picker, ...fitting } = hints;
  const result = {
    ...(widget === 'yaml' ? asYaml(plan, schema, place) : plan),
    ...(hints.title !== undefined && { title: hints.title }),
  };
  const kept: FieldHints = { ...fitting };
  if (widget && fitsWidget(result, widget)) kept.widget = widget;
  else if (widget) {
    place.mistake(`Its hint widget is ignored: ${widget} can't show it.`);
  }
  if (picker && result.kind === 'text') kept.picker = picker;
  else if (picker) {
    place.mistake(
      'Its hint picker is ignored: the field holds more than a text.',
    );
  }
  return withWidget({ ...result, hints: kept });
}

function asYaml(
  plan: FieldPlan,
  schema: Record<string, unknown>,
  place: Place,
): FieldPlan {
  if (plan.kind === 'yaml') return plan;
  place.note('Shown as YAML: its author wishes so.');
  const { title, description, default: given, nullable, fixed } = plan;
  const holds = plan.kind === 'list' ? 'list' : 'anything';
  const isMapping = plan.kind === 'object' || plan.kind === 'map';
  return {
    kind: 'yaml',
    holds: isMapping ? 'mapping' : holds,
    ...tellingOf(schema),
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(given !== undefined && { default: given }),
    ...(nullable && { nullable }),
    ...(fixed && { fixed }),
  };
}

function fitsWidget(plan: FieldPlan, widget: FieldWidget): boolean {
  switch (widget) {
    case 'textarea':
    case 'password':
      return plan.kind === 'text';
    case 'radio':
    case 'select':
      return plan.kind === 'choice' || plan.kind === 'flag';
    case 'slider':
      return (
        plan.kind === 'number' &&
        !plan.large &&
        plan.minimum !== undefined &&
        plan.maximum !== undefined
      );
    case 'updown':
      return plan.kind === 'number' && !plan.large;
    case 'yaml':
      return plan.kind === 'yaml';
    default:
      return widget satisfies never;
  }
}

/** The wish takes the place of what the engine would have chosen. */
function withWidget(plan: FieldPlan): FieldPlan {
  const { widget } = plan.hints ?? {};
  if (
    plan.kind === 'text' &&
    (widget === 'textarea' || widget === 'password')
  ) {
    return { ...plan, widget };
  }
  if (plan.kind === 'choice' && (widget === 'radio' || widget === 'select')) {
    return { ...plan, widget };
  }
  if (plan.kind === 'number' && widget === 'slider') return { ...plan, widget };
  if (plan.kind === 'number' && widget === 'updown') {
    const { widget: _slider, ...rest } = plan;
    return rest;
  }
  return plan;
}

const clearlySecret =
  /passw|pwd|passphrase|token|credential|(api|access)[\W_]*key/i;

/**
 * A text whose name says that it is secret is typed unseen. Of `key` and `auth`
 * alone nobody can tell, and private keys have lines, which such a field loses.
 *
 * @internal
 */
export function unseen(plan: FieldPlan, name: string, place: Place): FieldPlan {
  if (plan.kind !== 'text' || plan.widget || plan.hints?.widget) return plan;
  if (!clearlySecret.test(name) || !isSecretKey(name)) return plan;
  place.note('It looks like a secret; a request keeps it as plain text.');
  return { ...plan, widget: 'password' };
}

import type { FieldHints, FieldPlan, MaybePlan } from './plan';

/**
 * Wraps a plan whose absence, or whose null, has to be a decision: where
 * leaving everything empty would otherwise mean something else, or could not be
 * said at all.
 *
 * @internal
 */
export function decided(plan: FieldPlan, required: boolean): FieldPlan {
  if (plan.kind === 'choice' || plan.kind === 'yaml') return plan;
  if (plan.nullable && (required || plan.default !== undefined)) {
    return maybe(plan, 'null');
  }
  if (required || plan.default !== undefined) return plan;
  return presenceMatters(plan) ? maybe(plan, 'absent') : plan;
}

/** @internal */
export function maybe(plan: FieldPlan, none: MaybePlan['none']): MaybePlan {
  const { title, description, default: given, hints, ...inner } = plan;
  const { nullable, fixed, ...of } = inner;
  const { ofValue, ofField } = split(hints);
  return {
    kind: 'maybe',
    none,
    of: { ...of, ...(ofValue && { hints: ofValue }) },
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(given !== undefined && { default: given }),
    ...(nullable && { nullable }),
    ...(fixed && { fixed }),
    ...(ofField && { hints: ofField }),
  };
}

/** How a value is typed is said of the value, all else of the field. */
function split(hints: FieldHints = {}): {
  ofValue?: FieldHints;
  ofField?: FieldHints;
} {
  const { placeholder, widget, field, picker, ...ofField } = hints;
  const ofValue = {
    ...(placeholder !== undefined && { placeholder }),
    ...(widget && { widget }),
    ...(field && { field }),
    ...(picker && { picker }),
  };
  return {
    ...(Object.keys(ofValue).length > 0 && { ofValue }),
    ...(Object.keys(ofField).length > 0 && { ofField }),
  };
}

/** Being there says more than its content does, or asks for content. */
function presenceMatters(plan: FieldPlan): boolean {
  switch (plan.kind) {
    case 'object':
      return plan.fields.some(
        ({ required, plan: child }) => required || child.default !== undefined,
      );
    case 'list':
    case 'map':
      return (plan.minItems ?? 0) > 0;
    default:
      return false;
  }
}

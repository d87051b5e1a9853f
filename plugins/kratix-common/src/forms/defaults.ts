import { isRecord } from '../kube';
import { sameJson } from './json';
import { own } from './keys';
import type { FieldPlan, ObjectPlan } from './plan';

/**
 * The value as the API server would store it: what is absent and has a default
 * is filled in, parents before children, lists and maps item by item.
 *
 * @internal
 */
export function withDefaults(plan: FieldPlan, value: unknown): unknown {
  // Where null is a value of its own, it is no reason for a default.
  if (value === null && plan.nullable) return null;
  const given = value ?? plan.default ?? value;
  if (given === null || given === undefined) return given;
  switch (plan.kind) {
    case 'maybe':
      return withDefaults(plan.of, given);
    case 'list':
      return Array.isArray(given)
        ? given.map(item => withDefaults(plan.item, item))
        : given;
    case 'map':
      return isRecord(given)
        ? Object.fromEntries(
            Object.entries(given).map(([key, one]) => [
              key,
              withDefaults(plan.value, one),
            ]),
          )
        : given;
    case 'object':
      return isRecord(given) ? objectWithDefaults(plan, given) : given;
    default:
      return given;
  }
}

function objectWithDefaults(
  plan: FieldPlan & { kind: 'object' },
  given: Record<string, unknown>,
): Record<string, unknown> {
  const added = plan.fields.flatMap(field => {
    const value = withDefaults(field.plan, own(given, field.name));
    return value === undefined ? [] : [[field.name, value] as const];
  });
  return Object.fromEntries([...Object.entries(given), ...added]);
}

/**
 * What an object holds by its author's will, although it says nothing new: the
 * names of such fields, by the object they are in.
 *
 * @internal
 */
export type Given = WeakMap<object, ReadonlySet<string>>;

/**
 * The value without what the API server would fill in anyway: optional fields
 * that equal their default, by value, at all levels.
 *
 * @internal
 */
export function withoutDefaults(plan: FieldPlan, value: unknown): unknown {
  return without(plan, value, isDefault);
}

/**
 * The same of a value that came out of a form host, which fills in more:
 * optional lists, maps and objects that hold nothing are left out as well.
 *
 * @internal
 */
export function withoutFilling(
  plan: FieldPlan,
  value: unknown,
  given: Given,
): unknown {
  const fills: Left = (child, one, { name, of, kept }) =>
    !given.get(of)?.has(name) &&
    (isDefault(child, one) || saysNothing(child, kept()));
  return without(plan, value, fills);
}

/** Whether a field is left out; `kept` is what would remain of its value. */
type Left = (
  plan: FieldPlan,
  value: unknown,
  place: { name: string; of: object; kept: () => unknown },
) => boolean;

function without(plan: FieldPlan, value: unknown, left: Left): unknown {
  if (value === null || value === undefined) return value;
  switch (plan.kind) {
    case 'maybe':
      return without(plan.of, value, left);
    case 'list':
      return Array.isArray(value)
        ? value.map(item => without(plan.item, item, left))
        : value;
    case 'map':
      return isRecord(value)
        ? Object.fromEntries(
            Object.entries(value).map(([key, one]) => [
              key,
              without(plan.value, one, left),
            ]),
          )
        : value;
    case 'object':
      return isRecord(value) ? objectWithout(plan, value, left) : value;
    default:
      return value;
  }
}

function objectWithout(
  plan: ObjectPlan,
  value: Record<string, unknown>,
  left: Left,
): Record<string, unknown> {
  const fields = new Map(plan.fields.map(field => [field.name, field]));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      const field = fields.get(name);
      if (!field) return [[name, one]];
      let kept: { value: unknown } | undefined;
      const keep = () => {
        kept ??= { value: without(field.plan, one, left) };
        return kept.value;
      };
      // Compared whole: a parent's default may differ from its children's.
      const isLeft =
        !field.required &&
        left(field.plan, one, { name, of: value, kept: keep });
      return isLeft ? [] : [[name, keep()]];
    }),
  );
}

function isDefault(plan: FieldPlan, value: unknown): boolean {
  return (
    plan.default !== undefined &&
    sameJson(withDefaults(plan, value), withDefaults(plan, plan.default))
  );
}

/** Empty, where empty and absent mean the same. */
function saysNothing(plan: FieldPlan, value: unknown): boolean {
  if (plan.default !== undefined) return false;
  switch (plan.kind) {
    case 'object':
    case 'map':
      return isRecord(value) && Object.keys(value).length === 0;
    case 'list':
      return Array.isArray(value) && value.length === 0;
    default:
      return false;
  }
}

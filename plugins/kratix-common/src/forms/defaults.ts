import { isRecord } from '../kube';
import { sameJson } from './json';
import { own } from './keys';
import type { FieldPlan } from './plan';

/**
 * The value as the API server would store it: what is absent and has a default
 * is filled in, parents before children, lists and maps item by item.
 *
 * @internal
 */
export function withDefaults(plan: FieldPlan, value: unknown): unknown {
  // Where null is a value of its own, it is no reason for a default.
  if (value === null && plan.kind === 'maybe') return null;
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
 * The value without what the API server would fill in anyway: optional fields
 * that equal their default, and optional lists, maps and objects that hold
 * nothing and have none.
 *
 * @internal
 */
export function withoutDefaults(plan: FieldPlan, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  switch (plan.kind) {
    case 'maybe':
      return withoutDefaults(plan.of, value);
    case 'list':
      return Array.isArray(value)
        ? value.map(item => withoutDefaults(plan.item, item))
        : value;
    case 'map':
      return isRecord(value)
        ? Object.fromEntries(
            Object.entries(value).map(([key, one]) => [
              key,
              withoutDefaults(plan.value, one),
            ]),
          )
        : value;
    case 'object':
      return isRecord(value) ? objectWithoutDefaults(plan, value) : value;
    default:
      return value;
  }
}

function objectWithoutDefaults(
  plan: FieldPlan & { kind: 'object' },
  value: Record<string, unknown>,
): Record<string, unknown> {
  const fields = new Map(plan.fields.map(field => [field.name, field]));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      const field = fields.get(name);
      if (!field) return [[name, one]];
      // Compared whole: a parent's default may differ from its children's.
      if (!field.required && isDefault(field.plan, one)) return [];
      const kept = withoutDefaults(field.plan, one);
      if (!field.required && saysNothing(field.plan, kept)) return [];
      return [[name, kept]];
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
      return isRecord(value) && Object.keys(value).length === 0;
    case 'list':
      return Array.isArray(value) && value.length === 0;
    case 'map':
      return isRecord(value) && Object.keys(value).length === 0;
    default:
      return false;
  }
}

/**
 * Whether the value is of the kind that the plan expects, so that the form can
 * show it unchanged.
 *
 * @internal
 */
export function fits(plan: FieldPlan, value: unknown): boolean {
  switch (plan.kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return plan.integer
        ? Number.isSafeInteger(value)
        : typeof value === 'number' && Number.isFinite(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'choice':
      return plan.values.some(one => sameJson(one, value));
    case 'int-or-text':
      return typeof value === 'string' || Number.isSafeInteger(value);
    case 'list':
      return Array.isArray(value) && value.every(one => fits(plan.item, one));
    case 'map':
      return (
        isRecord(value) &&
        Object.values(value).every(one => fits(plan.value, one))
      );
    case 'object':
      return isRecord(value) && objectFits(plan, value);
    case 'maybe':
      return (plan.none === 'null' && value === null) || fits(plan.of, value);
    case 'yaml':
      if (plan.holds === 'list') return Array.isArray(value);
      return plan.holds === 'anything' || isRecord(value);
    default:
      return plan satisfies never;
  }
}

function objectFits(
  plan: FieldPlan & { kind: 'object' },
  value: Record<string, unknown>,
): boolean {
  return plan.fields.every(({ name, plan: child }) => {
    const one = own(value, name);
    return one === undefined || fits(child, one);
  });
}

import { sameValue } from '../conflicts';
import { isRecord } from '../../kube';
import { withDefaults } from '../defaults';
import type { FieldPlan } from '../plan';
import { memberOf, objectOf } from './values';

/**
 * The value without what a platform fills in by itself: an optional field that
 * equals its default, compared by value and whole, as defaults of parents and
 * children may differ. What is left out comes back the same; an empty object
 * that a person asked for stays, since only its presence brings in the defaults
 * of its fields.
 *
 * @internal
 */
export function leaveOutDefaults(plan: FieldPlan, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  switch (plan.kind) {
    case 'maybe':
      return leaveOutDefaults(plan.of, value);
    case 'list':
      return Array.isArray(value)
        ? value.map(item => leaveOutDefaults(plan.item, item))
        : value;
    case 'map':
      return isRecord(value)
        ? objectOf(
            Object.entries(value).map(
              ([name, one]) =>
                [name, leaveOutDefaults(plan.value, one)] as const,
            ),
          )
        : value;
    case 'object':
      return isRecord(value) ? fieldsWithoutDefaults(plan, value) : value;
    default:
      return value;
  }
}

function fieldsWithoutDefaults(
  plan: FieldPlan & { kind: 'object' },
  value: Record<string, unknown>,
): Record<string, unknown> {
  const fields = new Map(plan.fields.map(field => [field.name, field]));
  return objectOf(
    Object.keys(value).flatMap(name => {
      const one = memberOf(value, name);
      const field = fields.get(name);
      if (!field) return [[name, one] as const];
      if (!field.required && isDefault(field.plan, one)) return [];
      return [[name, leaveOutDefaults(field.plan, one)] as const];
    }),
  );
}

function isDefault(plan: FieldPlan, value: unknown): boolean {
  return (
    plan.default !== undefined &&
    sameValue(withDefaults(plan, value), withDefaults(plan, plan.default))
  );
}

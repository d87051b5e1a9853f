import { isRecord } from '../kube';
import { sameJson } from './json';
import { own } from './keys';
import type { FieldPlan } from './plan';

/**
 * Whether the value is of the kind that the plan expects, so that the form can
 * show it unchanged.
 *
 * @internal
 */
export function fits(plan: FieldPlan, value: unknown): boolean {
  if (value === null && plan.nullable) return true;
  switch (plan.kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return isWhole(value) || (!plan.integer && Number.isFinite(value));
    case 'flag':
      return typeof value === 'boolean';
    case 'choice':
      return plan.values.some(one => sameJson(one, value));
    case 'int-or-text':
      return typeof value === 'string' || isWhole(value);
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
      return fits(plan.of, value);
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

/** A whole number that is what it was written as. */
function isWhole(value: unknown): boolean {
  return typeof value === 'bigint' || Number.isSafeInteger(value);
}

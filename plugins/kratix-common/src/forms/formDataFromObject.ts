import { stringify } from 'yaml';
import { isRecord } from '../kube';
import { sameJson } from './json';
import { own } from './keys';
import { type FieldPlan, type ObjectPlan, restKey, rowKeys } from './plan';

/**
 * What the form holds for a value. What the plan can't show is left out.
 *
 * @internal
 */
export function dataOf(plan: FieldPlan, value: unknown): unknown {
  if (value === undefined) return undefined;
  switch (plan.kind) {
    case 'text':
      return typeof value === 'string' ? value : undefined;
    case 'number':
      return typeof value === 'number' ? value : undefined;
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'choice':
      if (!plan.values.some(one => sameJson(one, value))) return undefined;
      return plan.encoded ? JSON.stringify(value) : value;
    case 'int-or-text':
      return dataOfIntOrText(value);
    case 'object':
      return isRecord(value) ? dataOfObject(plan, value) : undefined;
    case 'list':
      return Array.isArray(value)
        ? value.map(item => dataOf(plan.item, item))
        : undefined;
    case 'map':
      return isRecord(value)
        ? Object.entries(value).map(([key, one]) => ({
            [rowKeys.key]: key,
            [rowKeys.value]: dataOf(plan.value, one),
          }))
        : undefined;
    case 'maybe':
      return value === null ? [] : [dataOf(plan.of, value)];
    case 'yaml':
      return stringify(value);
    default:
      return plan satisfies never;
  }
}

function dataOfIntOrText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  // Text that would be read back as a number or as quoted text is quoted.
  return /^-?(0|[1-9][0-9]*)$|^".*"$/s.test(value)
    ? JSON.stringify(value)
    : value;
}

function dataOfObject(
  plan: ObjectPlan,
  value: Record<string, unknown>,
): Record<string, unknown> {
  const entries = plan.fields.flatMap(({ name, key, plan: child }) => {
    const data = dataOf(child, own(value, name));
    return data === undefined ? [] : [[key, data] as const];
  });
  if (!plan.rest) return Object.fromEntries(entries);
  const known = new Set(plan.fields.map(({ name }) => name));
  const others = Object.entries(value).filter(([name]) => !known.has(name));
  return Object.fromEntries([
    ...entries,
    ...(others.length > 0
      ? [[restKey, stringify(Object.fromEntries(others))] as const]
      : []),
  ]);
}

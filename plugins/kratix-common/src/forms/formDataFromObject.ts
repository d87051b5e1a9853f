import { isRecord, stringifyExact } from '../kube';
import { sameJson } from './json';
import { own } from './keys';
import {
  type FieldOfObject,
  type FieldPlan,
  type ObjectPlan,
  restKey,
  rowKeys,
  sayings,
} from './plan';
import { yamlOf } from './yamlText';

/**
 * What the form holds for a value. What the plan can't show is left out.
 *
 * @param exact - also says which optional fields are there although they are
 *   empty or equal their default
 * @internal
 */
export function dataOf(
  plan: FieldPlan,
  value: unknown,
  exact: boolean = false,
): unknown {
  if (value === undefined) return undefined;
  switch (plan.kind) {
    case 'text':
      return typeof value === 'string' ? value : undefined;
    case 'number':
      return dataOfNumber(value, plan.large === true);
    case 'flag':
      return typeof value === 'boolean' ? value : undefined;
    case 'choice':
      if (!plan.values.some(one => sameJson(one, value))) return undefined;
      return plan.encoded ? stringifyExact(value) : value;
    case 'int-or-text':
      return dataOfIntOrText(value);
    case 'object':
      return isRecord(value) ? dataOfObject(plan, value, exact) : undefined;
    case 'list':
      return Array.isArray(value)
        ? value.map(item => dataOf(plan.item, item, exact))
        : undefined;
    case 'map':
      return isRecord(value)
        ? Object.entries(value).map(([key, one]) => ({
            [rowKeys.key]: key,
            [rowKeys.value]: dataOf(plan.value, one, exact),
          }))
        : undefined;
    case 'maybe':
      return value === null ? [] : [dataOf(plan.of, value, exact)];
    case 'yaml':
      return yamlOf(value);
    default:
      return plan satisfies never;
  }
}

/** Form data are JSON as browsers read it: what they would round is text. */
function dataOfNumber(value: unknown, asText: boolean): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'number') return undefined;
  return asText ? String(value) : value;
}

function dataOfIntOrText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') {
    return String(value);
  }
  if (typeof value !== 'string') return undefined;
  // Text that would be read back as a number or as quoted text is quoted.
  return /^-?(0|[1-9][0-9]*)$|^".*"$/s.test(value)
    ? JSON.stringify(value)
    : value;
}

function dataOfObject(
  plan: ObjectPlan,
  value: Record<string, unknown>,
  exact: boolean,
): Record<string, unknown> {
  const data: [string, unknown][] = [];
  const given: string[] = [];
  const nulls: string[] = [];
  for (const field of plan.fields) {
    const one = own(value, field.name);
    if (one === undefined) continue;
    if (one === null && !holdsNull(field.plan)) {
      nulls.push(field.name);
      continue;
    }
    if (mayBeFilledIn(field)) given.push(field.name);
    data.push([field.key, dataOf(field.plan, one, exact)]);
  }
  if (plan.rest) {
    const known = new Set(plan.fields.map(({ name }) => name));
    const others = Object.entries(value).filter(([name]) => !known.has(name));
    if (others.length > 0) {
      data.push([restKey, yamlOf(Object.fromEntries(others))]);
    }
  }
  if (exact && given.length > 0) data.push([sayings.given, given]);
  if (nulls.length > 0) data.push([sayings.null, nulls]);
  return Object.fromEntries(data.filter(([, one]) => one !== undefined));
}

/** Whether its data can say that the value is null. @internal */
export function holdsNull(plan: FieldPlan): boolean {
  if (plan.kind === 'choice') return plan.values.includes(null);
  return (
    plan.kind === 'yaml' || (plan.kind === 'maybe' && plan.none === 'null')
  );
}

/** A form host fills these in by itself, so that being there says nothing. */
function mayBeFilledIn({ required, plan }: FieldOfObject): boolean {
  if (required) return false;
  return (
    plan.default !== undefined ||
    plan.kind === 'object' ||
    plan.kind === 'list' ||
    plan.kind === 'map'
  );
}

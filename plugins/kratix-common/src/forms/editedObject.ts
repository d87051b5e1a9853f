import { objectFromForm } from './conversions';
import { dataOf } from './formDataFromObject';
import { isRecord } from '../kube';
import { jsonText } from './json';
import { own } from './keys';
import type { FieldPlan, ListPlan, ObjectPlan } from './plan';
import { envelope, type RequestForm } from './requestForm';

/**
 * An existing object as the form data change it: what the form does not show
 * stays, its envelope and status included.
 *
 * @param data - of {@link formDataFromObject}, as a person left them
 * @throws RefusedInputError naming the field whose data can't be read
 * @public
 */
export function editedObject(
  form: RequestForm,
  data: unknown,
  original: Record<string, unknown>,
): Record<string, unknown> {
  const value = objectFromForm(form, data);
  const kept = withUnshown(form.plan, value, original);
  const around = Object.entries(original).filter(([name]) =>
    envelope.has(name),
  );
  return { ...Object.fromEntries(around), ...(isRecord(kept) ? kept : value) };
}

function withUnshown(
  plan: FieldPlan,
  value: unknown,
  original: unknown,
): unknown {
  switch (plan.kind) {
    case 'maybe':
      return withUnshown(plan.of, value, original);
    case 'list':
      return listWithUnshown(plan, value, original);
    case 'map':
      if (!isRecord(value) || !isRecord(original)) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [
          key,
          withUnshown(plan.value, one, own(original, key)),
        ]),
      );
    case 'object':
      return isRecord(value) && isRecord(original)
        ? objectWithUnshown(plan, value, original)
        : value;
    default:
      return value;
  }
}

function objectWithUnshown(
  plan: ObjectPlan,
  value: Record<string, unknown>,
  original: Record<string, unknown>,
): Record<string, unknown> {
  const fields = new Map(plan.fields.map(field => [field.name, field.plan]));
  const unshown = Object.entries(original).filter(([name, one]) => {
    const field = fields.get(name);
    // What is not named is a text that was shown where the schema allows it.
    if (!field) return !plan.rest;
    const isShown = !field.hints?.hidden && isShowable(field, one);
    return !isShown && own(value, name) === undefined;
  });
  return Object.fromEntries([
    ...Object.entries(value).map(([name, one]) => {
      const field = fields.get(name);
      const kept = field && withUnshown(field, one, own(original, name));
      return [name, field ? kept : one] as const;
    }),
    ...unshown,
  ]);
}

/** An older object may hold what its schema no longer allows. */
function isShowable(plan: FieldPlan, value: unknown): boolean {
  return value === null || dataOf(plan, value) !== undefined;
}

/** Entries are the same by their keys, otherwise by their place. */
function listWithUnshown(
  plan: ListPlan,
  value: unknown,
  original: unknown,
): unknown {
  if (!Array.isArray(value) || !Array.isArray(original)) return value;
  const { keys, item } = plan;
  const identity = (entry: unknown) =>
    keys && isRecord(entry) ? jsonText(keys.map(key => own(entry, key))) : '';
  const sameLength = value.length === original.length;
  const before = new Map(original.map(entry => [identity(entry), entry]));
  return value.map((entry, index) => {
    const found = keys
      ? before.get(identity(entry))
      : sameLength && original[index];
    return found === undefined || found === false
      ? entry
      : withUnshown(item, entry, found);
  });
}

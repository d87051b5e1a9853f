import { type Given, withoutFilling } from './defaults';
import { RefusedInputError } from '../errors';
import { dataOf } from './formDataFromObject';
import { isRecord } from '../kube';
import { own } from './keys';
import { valueOf } from './objectFromForm';
import { envelope, type RequestForm } from './requestForm';

/**
 * The fields beside the envelope that the form data stand for. Optional fields
 * that equal their default are left out, an optional object that nobody asked
 * for stays absent. Data of {@link formDataFromObject} give back that object.
 *
 * @throws RefusedInputError naming the field whose data can't be read
 * @public
 */
export function objectFromForm(
  form: RequestForm,
  data: unknown,
): Record<string, unknown> {
  const given: Given = new WeakMap();
  const filled = valueOf(form.plan, data ?? {}, given);
  const value = withoutFilling(form.plan, filled, given);
  if (value === undefined) return {};
  if (!isRecord(value)) {
    throw new RefusedInputError('The form must hold fields', []);
  }
  for (const name of envelope) {
    if (own(value, name) !== undefined) {
      const message = `${name} is not part of the form`;
      throw new RefusedInputError(message, [{ field: name, message }]);
    }
  }
  return value;
}

/**
 * The form data for an existing object (its envelope is ignored).
 *
 * @public
 */
export function formDataFromObject(
  form: RequestForm,
  object: Record<string, unknown>,
): unknown {
  return dataOf(
    form.plan,
    Object.fromEntries(
      Object.entries(object).filter(([name]) => !envelope.has(name)),
    ),
    true,
  );
}

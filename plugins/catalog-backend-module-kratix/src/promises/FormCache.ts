import {
  formOf,
  stringifyExact,
  type RequestForm,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Keeps the last form of each Promise: its status changes all the time, its API
 * hardly ever.
 *
 * @internal
 */
export class FormCache {
  readonly #forms = new Map<string, { text: string; form: RequestForm }>();

  formOf(key: string, schema: unknown): RequestForm {
    const text = stringifyExact(schema) ?? '';
    const known = this.#forms.get(key);
    if (known?.text === text) return known.form;
    const form = formOf(schema);
    this.#forms.set(key, { text, form });
    return form;
  }

  forget(key: string): void {
    this.#forms.delete(key);
  }
}

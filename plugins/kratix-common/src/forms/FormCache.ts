import { sha256 } from '@noble/hashes/sha256';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { stringifyExact } from '../kube';
import { formOf, type FormOptions } from './formOf';
import type { RequestForm } from './requestForm';

/** More Promises than a portal's busiest page asks for. */
const defaultSize = 200;

/**
 * The forms of schemas, kept as long as they are asked for: a Promise's status
 * changes all the time, its API hardly ever. Equal schemas and hints have one
 * form, whatever Promise or version they belong to.
 *
 * @public
 */
export class FormCache {
  readonly #forms = new Map<string, RequestForm>();
  readonly #keys = new WeakMap<object, string>();
  readonly #size: number;

  constructor(options: { size?: number } = {}) {
    this.#size = options.size ?? defaultSize;
  }

  /** As the engine itself makes it; see {@link formOf}. */
  readonly formOf = (
    schema: unknown,
    options: FormOptions = {},
  ): RequestForm => {
    const key = `${this.#keyOf(schema)} ${stringifyExact(options.hints ?? {})}`;
    const form = this.#forms.get(key) ?? formOf(schema, options);
    // A failure is told with the Promise's own name.
    if (form.error) return form;
    this.#keep(key, form);
    return form;
  };

  /** Those asked for longest ago go first. */
  #keep(key: string, form: RequestForm): void {
    this.#forms.delete(key);
    this.#forms.set(key, form);
    const [oldest] = this.#forms.keys();
    if (this.#forms.size > this.#size) this.#forms.delete(oldest);
  }

  #keyOf(schema: unknown): string {
    if (typeof schema !== 'object' || schema === null) return String(schema);
    const known = this.#keys.get(schema);
    if (known) return known;
    const text = stringifyExact(schema) ?? '';
    const key = bytesToHex(sha256(utf8ToBytes(text)));
    this.#keys.set(schema, key);
    return key;
  }
}

/**
 * {@link formOf}, with what it made before for whoever in this process asked.
 * The form is shared: it must not be changed.
 *
 * @public
 */
export const cachedFormOf = new FormCache().formOf;

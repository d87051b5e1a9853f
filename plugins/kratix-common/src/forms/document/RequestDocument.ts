import type { Document } from 'yaml';
import type { KubeObject } from '../../kube';
import type { ValuePath } from '../../schemas';
import { sameValue, type FieldPatch } from '../conflicts';
import type { FieldPlan } from '../plan';
import { newDocument, readText, type DocumentError } from './documentText';
import {
  expandAliases,
  insertNode,
  moveNode,
  removeNode,
  renameNode,
  setNode,
} from './editNode';
import { leaveOutDefaults } from './leaveOutDefaults';
import { manifestOf, patchOfManifest } from './patch';
import {
  hasAt,
  memberOf,
  objectOf,
  sharedWith,
  valueAt,
  withoutValueAt,
  withValueAt,
} from './values';
import { isRecord } from '../../kube';

/**
 * A request while a person writes it: one object that a form and a YAML text
 * show and change. Edits of a field keep the text's comments and order; a text
 * that can't be read leaves the value as it was.
 *
 * Values are plain and never changed in place: a branch that did not change
 * stays the same object, so that a view may compare by identity.
 *
 * @public
 */
export class RequestDocument {
  #document: Document;
  #value: Record<string, unknown>;
  /** Absent while the tree is newer. */
  #text: string | undefined;
  #errors: readonly DocumentError[] = [];
  readonly #listeners = new Set<() => void>();

  private constructor(
    document: Document,
    value: Record<string, unknown>,
    text?: string,
  ) {
    this.#document = document;
    this.#value = value;
    this.#text = text;
  }

  /** Of a value, such as a template's or a draft's. */
  static of(value: Record<string, unknown>): RequestDocument {
    return new RequestDocument(newDocument(value), value);
  }

  /** Of an object on a platform, without what the platform wrote into it. */
  static ofObject(object: KubeObject): RequestDocument {
    return RequestDocument.of(manifestOf(object));
  }

  /** Of a text; one that can't be read is kept, with its errors, over nothing. */
  static ofText(text: string): RequestDocument {
    const document = RequestDocument.of({});
    document.setText(text);
    return document;
  }

  /** The whole object, as of the last text that could be read. */
  get value(): Record<string, unknown> {
    return this.#value;
  }

  /** What is wrong with the text; while there is anything, `value` lags. */
  get errors(): readonly DocumentError[] {
    return this.#errors;
  }

  get text(): string {
    this.#text ??= this.#document.toString({ lineWidth: 0 });
    return this.#text;
  }

  /** Replaces the text. @returns what is wrong with it */
  setText(text: string): readonly DocumentError[] {
    if (text === this.#text) return this.#errors;
    const read = readText(text);
    this.#text = text;
    if ('errors' in read) {
      this.#errors = read.errors;
    } else {
      this.#errors = [];
      this.#document = read.document;
      const shared = sharedWith(this.#value, read.value);
      if (isRecord(shared)) this.#value = shared;
    }
    this.#tell();
    return this.#errors;
  }

  get(path: ValuePath): unknown {
    return valueAt(this.#value, path);
  }

  /** Absent and null are told apart. */
  has(path: ValuePath): boolean {
    return hasAt(this.#value, path);
  }

  /** Sets a value; the objects and lists above it are made where need be. */
  set(path: ValuePath, value: unknown): void {
    if (value === undefined) {
      this.remove(path);
      return;
    }
    if (this.has(path) && sameValue(this.get(path), value)) return;
    this.#edit(
      document => setNode(document, path, value),
      old => withValueAt(old, path, value),
    );
  }

  remove(path: ValuePath): void {
    if (!this.has(path)) return;
    this.#edit(
      document => removeNode(document, path),
      old => withoutValueAt(old, path),
    );
  }

  /** Into the list at the path, before the position. */
  insert(path: ValuePath, index: number, value: unknown): void {
    this.#edit(
      document => insertNode(document, path, index, value),
      old => {
        const list = listAt(old, path);
        const next = [...list.slice(0, index), value, ...list.slice(index)];
        return withValueAt(old, path, next);
      },
    );
  }

  /** An item of the list at the path to another position. */
  move(path: ValuePath, from: number, to: number): void {
    const { length } = listAt(this.#value, path);
    if (from === to || !isIndex(from, length) || !isIndex(to, length)) return;
    this.#edit(
      document => moveNode(document, path, from, to),
      old => {
        const list = [...listAt(old, path)];
        list.splice(to, 0, ...list.splice(from, 1));
        return withValueAt(old, path, list);
      },
    );
  }

  /**
   * Gives a member of the map at the path another name, in its place.
   *
   * @returns false where that name is taken or the member is not there
   */
  rename(path: ValuePath, from: string, to: string): boolean {
    if (from === to) return true;
    if (!this.has([...path, from]) || this.has([...path, to])) return false;
    this.#edit(
      document => renameNode(document, path, from, to),
      old => {
        const map = valueAt(old, path);
        const entries = Object.keys(isRecord(map) ? map : {}).map(
          name => [name === from ? to : name, memberOf(map, name)] as const,
        );
        return withValueAt(old, path, objectOf(entries));
      },
    );
    return true;
  }

  /** @returns a function that ends it */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /**
   * What an edit sends: the steps from the object as it was to what is here, in
   * the Promise's fields and in labels and annotations that people write.
   */
  patchFrom(original: KubeObject): FieldPatch[] {
    return patchOfManifest(original, this.#value);
  }

  /**
   * What a new request sends: optional fields that equal their default are left
   * out, by value. All else stays as it is.
   */
  withoutDefaults(plan: FieldPlan): Record<string, unknown> {
    const value = leaveOutDefaults(plan, this.#value);
    return isRecord(value) ? value : this.#value;
  }

  #edit(
    editNode: (document: Document) => void,
    editValue: (value: unknown) => unknown,
  ): void {
    expandAliases(this.#document, this.#value);
    editNode(this.#document);
    const value = editValue(this.#value);
    if (isRecord(value)) this.#value = value;
    // A text that could not be read gives way to the form that was used instead.
    this.#text = undefined;
    this.#errors = [];
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function isIndex(index: number, length: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < length;
}

function listAt(value: unknown, path: ValuePath): readonly unknown[] {
  const list = valueAt(value, path);
  return Array.isArray(list) ? list : [];
}

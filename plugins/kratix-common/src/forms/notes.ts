/**
 * What the form simplifies, for the author of the Promise.
 *
 * @public
 */
export interface FormNote {
  /** JSON pointer from the root of the schema. */
  pointer: string;
  text: string;
}

/**
 * Where the engine is in a schema, and what it has to say about it.
 *
 * @internal
 */
export class Place {
  readonly #notes: FormNote[];
  readonly #segments: string[];

  constructor(notes: FormNote[], segments: string[] = []) {
    this.#notes = notes;
    this.#segments = segments;
  }

  get depth(): number {
    return this.#segments.length;
  }

  get pointer(): string {
    return this.#segments
      .map(one => `/${one.replace(/~/g, '~0').replace(/\//g, '~1')}`)
      .join('');
  }

  /** The place below. */
  at(...segments: string[]): Place {
    return new Place(this.#notes, [...this.#segments, ...segments]);
  }

  note(text: string): void {
    this.#notes.push({ pointer: this.pointer, text });
  }
}

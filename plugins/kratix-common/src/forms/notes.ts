import type { FixedField } from './plan';

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

/** What is known of fields from outside of their own schemas. @internal */
export interface FieldKnowledge {
  /** As they are written. */
  hintsAt?(place: Place): unknown;
  fixedAt?(place: Place): FixedField | undefined;
}

/** More nodes than an API server would store; a schema may be hostile. */
const maxNodes = 20_000;

interface Walk extends FieldKnowledge {
  notes: FormNote[];
  nodes: number;
}

/**
 * Where the engine is in a schema, and what it has to say about it.
 *
 * @internal
 */
export class Place {
  readonly #walk: Walk;
  readonly #parent?: Place;
  readonly #segments: readonly string[];
  /** Name of the field, `*` for what a list or map holds. */
  readonly #field?: string;
  readonly depth: number;

  private constructor(options: {
    walk: Walk;
    parent?: Place;
    segments: readonly string[];
    field?: string;
  }) {
    this.#walk = options.walk;
    this.#parent = options.parent;
    this.#segments = options.segments;
    this.#field = options.field;
    this.depth = (options.parent?.depth ?? 0) + (options.parent ? 1 : 0);
  }

  static root(notes: FormNote[], knowledge: FieldKnowledge = {}): Place {
    return new Place({ walk: { notes, nodes: 0, ...knowledge }, segments: [] });
  }

  /** Of the schema node. */
  get pointer(): string {
    const above = this.#parent?.pointer ?? '';
    return this.#segments.reduce(
      (path, one) => `${path}/${one.replace(/~/g, '~0').replace(/\//g, '~1')}`,
      above,
    );
  }

  /** Of the field in the object; items and values of maps are `*`. */
  get fieldPath(): string[] {
    const above = this.#parent?.fieldPath ?? [];
    return this.#field === undefined ? above : [...above, this.#field];
  }

  /** Whether the schema is larger than anybody would write. */
  get exhausted(): boolean {
    this.#walk.nodes += 1;
    return this.#walk.nodes > maxNodes;
  }

  field(name: string): Place {
    return this.#below(['properties', name], name);
  }

  /** The items of a list, or the values of a map. */
  inside(keyword: 'items' | 'additionalProperties'): Place {
    return this.#below([keyword], '*');
  }

  #below(segments: readonly string[], field: string): Place {
    return new Place({ walk: this.#walk, parent: this, segments, field });
  }

  note(text: string): void {
    this.#walk.notes.push({ pointer: this.pointer, text });
  }

  /** What is wished of the field by other means than its schema. */
  get hints(): unknown {
    return this.#walk.hintsAt?.(this);
  }

  get fixed(): FixedField | undefined {
    return this.#walk.fixedAt?.(this);
  }
}

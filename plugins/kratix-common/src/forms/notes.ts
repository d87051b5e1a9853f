import type { ValuePath } from '../schemas';
import type { FixedField } from './plan';

/**
 * What the form simplifies, and what the author wrote that has no effect, for
 * the author of the Promise.
 *
 * @public
 */
export interface FormNote {
  /** A mistake is to be mended; what is simplified may stay as it is. */
  level: 'author-mistake' | 'simplified';
  /** JSON pointer from the root of the schema. */
  pointer: string;
  text: string;
}

/** What is known of fields from outside of their own schemas. @internal */
export interface FieldKnowledge {
  /** As they are written. */
  hintsAt?(place: Place): unknown;
}

/** More nodes than an API server would store; a schema may be hostile. */
const maxNodes = 20_000;

/** A page of them has an end. */
const maxNotes = 1000;

interface Walk extends FieldKnowledge {
  notes: FormNote[];
  nodes: number;
  /** What rules of nodes above say about fields below, by path. */
  fixed: Map<string, FixedField>;
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
  /** Without one no rule can compare with what was before. */
  readonly hasPast: boolean;

  private constructor(options: {
    walk: Walk;
    parent?: Place;
    segments: readonly string[];
    field?: string;
    hasPast?: boolean;
  }) {
    this.#walk = options.walk;
    this.#parent = options.parent;
    this.#segments = options.segments;
    this.#field = options.field;
    this.hasPast = options.hasPast ?? true;
    this.depth = (options.parent?.depth ?? 0) + (options.parent ? 1 : 0);
  }

  static root(notes: FormNote[], knowledge: FieldKnowledge = {}): Place {
    return new Place({
      walk: { notes, nodes: 0, fixed: new Map(), ...knowledge },
      segments: [],
    });
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

  /**
   * The items of a list, or the values of a map.
   *
   * @param known - whether one can tell what each of them was before
   */
  inside(keyword: 'items' | 'additionalProperties', known: boolean): Place {
    return this.#below([keyword], '*', known);
  }

  #below(segments: readonly string[], field: string, known = true): Place {
    const place = { walk: this.#walk, parent: this, segments, field };
    return new Place({ ...place, hasPast: this.hasPast && known });
  }

  /** What is simplified. */
  note(text: string): void {
    this.#tell('simplified', text);
  }

  /** What the author wrote and nobody will ever see. */
  mistake(text: string): void {
    this.#tell('author-mistake', text);
  }

  #tell(level: FormNote['level'], text: string): void {
    const { notes } = this.#walk;
    if (notes.length > maxNotes) return;
    const isLast = notes.length === maxNotes;
    notes.push({
      level,
      pointer: isLast ? '' : this.pointer,
      text: isLast ? 'There is more, which nobody would read.' : text,
    });
  }

  /** What is wished of the field by other means than its schema. */
  get hints(): unknown {
    return this.#walk.hintsAt?.(this);
  }

  /** Remembers what a rule of this node says about a field below. */
  fixBelow(path: ValuePath, fixed: FixedField): void {
    const whole = [...this.fieldPath, ...path.map(String)];
    this.#walk.fixed.set(JSON.stringify(whole), fixed);
  }

  /** What a rule of a node above says about this field. */
  get fixed(): FixedField | undefined {
    const { fixed } = this.#walk;
    return fixed.size > 0
      ? fixed.get(JSON.stringify(this.fieldPath))
      : undefined;
  }
}

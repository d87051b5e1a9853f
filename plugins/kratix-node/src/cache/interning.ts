const mostTexts = 50_000;
const longestText = 256;
// Deeper than any schema, and far above what a stack holds.
const deepest = 300;
// No two objects share it.
const unique = new Set(['resourceVersion']);

/**
 * Makes equal texts one. The API server sends the same label
 * values, images and messages with every object, and JSON.parse makes each a
 * text of its own: without this, most of the cache would be repetition.
 *
 * What is nested too deep is left out on the way: all who read the cache call
 * themselves for every level, and one such object would end the reading of its
 * kind.
 *
 * @internal
 */
export class Interning {
  #texts = new Map<string, string>();

  /** Changes the value in place; it must be fresh from the parser. */
  intern<T>(value: T): T {
    return this.#visit(value, 0) as T;
  }

  #visit(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return this.#text(value);
    if (typeof value !== 'object' || value === null) return value;
    const holder = value as Record<string, unknown>;
    // Own keys alone: this comes from JSON. Entries would be two more arrays
    // for each of millions of objects.
    for (const key of Object.keys(holder)) {
      const entry = holder[key];
      if (typeof entry === 'string') {
        if (!unique.has(key)) holder[key] = this.#text(entry);
      } else if (typeof entry === 'object' && entry !== null) {
        if (depth < deepest) this.#visit(entry, depth + 1);
        else delete holder[key];
      }
    }
    return value;
  }

  #text(text: string): string {
    if (text.length > longestText) return text;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    // Texts that do not repeat fill it up; to forget costs only sharing.
    if (this.#texts.size >= mostTexts) this.#texts = new Map();
    this.#texts.set(text, text);
    return text;
  }
}

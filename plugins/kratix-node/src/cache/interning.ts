const mostTexts = 50_000;
const longestText = 256;

/**
 * Makes equal texts and equal parts one. The API server sends the same label
 * values, images and messages with every object, and JSON.parse makes each a
 * text of its own: without this, most of the cache would be repetition.
 *
 * @internal
 */
export class Interning {
  #texts = new Map<string, string>();
  #parts = new Map<string, object>();

  /** Changes the value in place; it must be fresh from the parser. */
  intern<T>(value: T): T {
    return this.#visit(value) as T;
  }

  #visit(value: unknown): unknown {
    if (typeof value === 'string') return this.#text(value);
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) value[i] = this.#visit(value[i]);
      return value;
    }
    if (typeof value === 'object' && value !== null) {
      for (const [key, entry] of Object.entries(value)) {
        if (typeof entry !== 'number' && typeof entry !== 'boolean') {
          Reflect.set(value, key, this.#visit(entry));
        }
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

  /** One object for all parts that say the same, such as Job templates. */
  share<T extends object>(part: T): T {
    const key = JSON.stringify(part);
    const known = this.#parts.get(key);
    if (known !== undefined) return known as T;
    if (this.#parts.size >= mostTexts / 10) this.#parts = new Map();
    this.#parts.set(key, part);
    return part;
  }
}

/**
 * Equal texts as one text. Rows share few owners, namespaces and labels: shared
 * texts are counted many times faster, and held once.
 *
 * @internal
 */
export class Interner {
  readonly #known = new Map<string, string>();

  of(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, text);
    return text;
  }
}

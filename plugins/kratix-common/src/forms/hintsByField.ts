import { parseDocument } from 'yaml';
import {
  isRecord,
  largerThan,
  valueAt,
  yamlTrouble,
  type KubeObject,
} from '../kube';
import type { Place } from './notes';

/**
 * Hints of fields by their paths: `spec.size`, `spec.users[].name` for what
 * each item of a list or value of a map holds, `spec["a.b"]` for a name that
 * is no plain word.
 *
 * @public
 */
export type HintsByField = Readonly<Record<string, unknown>>;

/** Of the annotation, once its aliases are written out. */
const most = { characters: 256 * 1024, values: 20_000, depth: 20 };

/**
 * The hints that a Promise carries in its annotation `<prefix>form`.
 *
 * @returns a sentence for the author where the annotation can't be read
 * @public
 */
export function hintsOfPromise(
  promise: KubeObject | undefined,
  annotationPrefix: string,
): { hints?: HintsByField; problem?: string } {
  const name = `${annotationPrefix}form`;
  const text = valueAt(promise, 'metadata', 'annotations', name);
  if (typeof text !== 'string' || text.trim() === '') return {};
  const ignored = (why: string) => ({
    problem: `The annotation ${name} is ignored: ${why}`,
  });
  if (text.length > most.characters) return ignored('it is too long');
  const trouble = yamlTrouble(text);
  if (trouble) return ignored(`it ${trouble.problem}`);
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) return ignored(error.message.split('\n')[0]);
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    // Aliases may hold themselves, and what is sent on must end.
    if (largerThan(value, most)) return ignored('it is too large');
    return isRecord(value)
      ? { hints: value }
      : ignored('it must be a map of field paths');
  } catch {
    return ignored('it repeats itself without end');
  }
}

/**
 * The names along a field's path, `*` for items and values.
 *
 * @returns nothing where it is none
 * @internal
 */
export function namesOfPath(path: string): string[] | undefined {
  const names: string[] = [];
  const segment = /\.?([^.[\]"']+)|\[\]|\[("(?:[^"\\]|\\.)*"|'[^']*')\]/uy;
  while (segment.lastIndex < path.length) {
    const found = segment.exec(path);
    if (!found) return undefined;
    const [, plain, quoted] = found;
    if (plain !== undefined) names.push(plain);
    else if (quoted === undefined) names.push('*');
    else {
      const name = unquoted(quoted);
      if (name === undefined) return undefined;
      names.push(name);
    }
  }
  return names.length > 0 ? names : undefined;
}

function unquoted(text: string): string | undefined {
  if (text.startsWith("'")) return text.slice(1, -1);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Hints by field, and which of them found none. @internal */
export class HintsIndex {
  readonly #hints = new Map<string, { path: string; hints: unknown }>();
  readonly #unused: Set<string>;

  constructor(given: HintsByField) {
    this.#unused = new Set(Object.keys(given));
    for (const [path, hints] of Object.entries(given)) {
      const names = namesOfPath(path);
      if (names) this.#hints.set(JSON.stringify(names), { path, hints });
    }
  }

  at(place: Place): unknown {
    const found = this.#hints.get(JSON.stringify(place.fieldPath));
    if (found) this.#unused.delete(found.path);
    return found?.hints;
  }

  /** Paths that name no field. */
  get unused(): string[] {
    return [...this.#unused];
  }
}

import type {
  RequestDocument,
  ValuePath,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { FieldProblem } from './FieldProblem';
import { isWithin, pathKey } from './fieldPath';

const quietMs = 200;
const none: readonly FieldProblem[] = [];

/** A default of something above a field, which holds while that is absent. */
export interface Inherited {
  path: ValuePath;
  value: unknown;
}

/**
 * What the fields of one form share beside the document: writes that wait for
 * typing to pause, problems, folds that have to open. Outside of React, so that
 * a field hears of its own alone.
 *
 * @internal
 */
export class FieldsStore {
  readonly #pending = new Map<string, () => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #problems = new Map<string, readonly FieldProblem[]>();
  readonly #listeners = new Set<() => void>();
  #revealed: readonly ValuePath[] = [];
  #said = '';
  /** As it was when the form was opened. */
  readonly #opened: Record<string, unknown>;

  constructor(readonly document: RequestDocument) {
    this.#opened = document.value;
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Writes once typing pauses, or at {@link FieldsStore.flush}. */
  later(path: ValuePath, write: () => void): void {
    this.#pending.set(pathKey(path), write);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.flush, quietMs);
  }

  isPending(path: ValuePath): boolean {
    return this.#pending.has(pathKey(path));
  }

  /** Writes what waits. To be called before the document is read or ordered anew. */
  flush = (): void => {
    clearTimeout(this.#timer);
    const writes = [...this.#pending.values()];
    this.#pending.clear();
    for (const write of writes) write();
  };

  /**
   * Sets or, with `undefined`, removes a value. Defaults of what is above come
   * into being with their first part: a platform takes them whole or not.
   */
  write(options: {
    path: ValuePath;
    value: unknown;
    inherited: readonly Inherited[];
    /** Objects above it that may go with their last field; by path length. */
    keep: number;
  }): void {
    const { path, value, inherited, keep } = options;
    this.bringIn(inherited);
    if (value !== undefined) {
      this.document.set(path, value);
      return;
    }
    this.document.remove(path);
    this.#prune(path.slice(0, -1), keep);
  }

  /**
   * Changes rows after all that was typed into them, together with the defaults
   * they are part of.
   */
  edit<T>(
    inherited: readonly Inherited[],
    change: (document: RequestDocument) => T,
  ): T {
    this.flush();
    this.bringIn(inherited);
    return change(this.document);
  }

  bringIn(inherited: readonly Inherited[]): void {
    for (const { path, value } of inherited) {
      if (!this.document.has(path)) this.document.set(path, value);
    }
  }

  /** What only typing brought into being goes when nothing is left of it. */
  #prune(path: ValuePath, keep: number): void {
    if (path.length <= keep || path.length === 0) return;
    const value = this.document.get(path);
    const isEmpty =
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.keys(value).length === 0;
    if (!isEmpty || this.wasThere(path)) return;
    this.document.remove(path);
    this.#prune(path.slice(0, -1), keep);
  }

  /** Whether the value was there when the form was opened. */
  wasThere(path: ValuePath): boolean {
    return this.openedWith(path) !== undefined;
  }

  /** What was there when the form was opened. */
  openedWith(path: ValuePath): unknown {
    let value: unknown = this.#opened;
    for (const segment of path) {
      if (typeof value !== 'object' || value === null) return undefined;
      if (!Object.prototype.hasOwnProperty.call(value, segment)) {
        return undefined;
      }
      value = (value as Record<string | number, unknown>)[segment];
    }
    return value;
  }

  setProblems(problems: readonly FieldProblem[]): void {
    const next = new Map<string, FieldProblem[]>();
    for (const problem of problems) {
      const key = pathKey(problem.path);
      next.set(key, [...(next.get(key) ?? []), problem]);
    }
    const old = this.#problems;
    this.#problems = new Map(
      [...next].map(([key, list]) => {
        const before = old.get(key) ?? none;
        return [key, sameProblems(before, list) ? before : list];
      }),
    );
    this.#tell();
  }

  /** Of that very field; the same list while it says the same. */
  problemsAt(path: ValuePath): readonly FieldProblem[] {
    return this.#problems.get(pathKey(path)) ?? none;
  }

  problemPaths(): ValuePath[] {
    return [...this.#problems.values()].flatMap(list =>
      list.slice(0, 1).map(({ path }) => path),
    );
  }

  /** Opens the folds around a field. */
  reveal(path: ValuePath): void {
    this.#revealed = [...this.#revealed, path];
    this.#tell();
  }

  get revealed(): readonly ValuePath[] {
    return this.#revealed;
  }

  /** Said to those who can't see what happened. */
  say(text: string): void {
    this.#said = text;
    this.#tell();
  }

  said = (): string => this.#said;

  hasProblemWithin(path: ValuePath): boolean {
    return this.problemPaths().some(one => isWithin(one, path));
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function sameProblems(
  one: readonly FieldProblem[],
  other: readonly FieldProblem[],
): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ message, source }, index) =>
        message === other[index].message && source === other[index].source,
    )
  );
}

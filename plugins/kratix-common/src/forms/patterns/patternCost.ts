import { type PatternTree, patternTree } from './patternTree';
import { overlapsOf, type Positions, positionsOf } from './positions';

/** Steps that a search may take; a pattern that needs more is not judged. */
const maxSteps = 200_000;

function repeats(tree: PatternTree): boolean {
  switch (tree.kind) {
    case 'repeat':
      return tree.max > 1 || repeats(tree.of);
    case 'seq':
      return tree.parts.some(repeats);
    case 'or':
      return tree.options.some(repeats);
    default:
      return false;
  }
}

/** Of two or three readers who see the same text. */
class Walk {
  readonly #follow: number[][];
  readonly #overlaps: boolean[][];
  /** Which positions come after which, sooner or later. */
  readonly #after: ReadonlySet<number>[];
  readonly #looping: number[];
  #steps = 0;

  constructor(positions: Positions) {
    this.#follow = positions.follow.map(one => [...one]);
    this.#overlaps = overlapsOf(positions);
    const positionsAt = this.#follow.map((_, at) => at);
    this.#after = positionsAt.map(at => new Set(this.#reachable([at]).keys()));
    this.#looping = positionsAt.filter(at => this.#after[at].has(at));
  }

  get tooFar(): boolean {
    return this.#steps > maxSteps;
  }

  loopsInTwoWays(): boolean {
    return this.#looping.some(at => {
      const from = this.#around(at);
      return [...from.values()].some(
        ([one, other]) =>
          one !== other && this.#reaches([one, other], [at, at]),
      );
    });
  }

  /** Where two readers can be on their ways from one place back to it. */
  #around(at: number): Map<number, number[]> {
    const pairs = this.#reachable([at, at]);
    for (const [key, pair] of pairs) {
      const returns = pair.every(one => this.#after[one].has(at));
      if (!returns) pairs.delete(key);
    }
    return pairs;
  }

  loopsInTurn(): boolean {
    return this.#looping.some(one =>
      this.#looping.some(
        other =>
          one !== other &&
          this.#overlaps[one][other] &&
          this.#after[one].has(other) &&
          this.#reaches([one, one, other], [one, other, other]),
      ),
    );
  }

  #reaches(from: number[], to: number[]): boolean {
    return this.#reachable(from, to).has(this.#key(to));
  }

  /** Where all readers can be after at least one character, up to a place. */
  #reachable(from: number[], to: number[] = []): Map<number, number[]> {
    const seen = new Map<number, number[]>();
    const wanted = to.length > 0 ? this.#key(to) : undefined;
    const open = [from];
    for (let at = open.pop(); at && !this.tooFar; at = open.pop()) {
      for (const next of this.#next(at)) {
        this.#steps += 1;
        const key = this.#key(next);
        if (seen.has(key)) continue;
        // Who is past the place that is asked for never gets there.
        const isLost = to.some(
          (one, index) =>
            one !== next[index] && !this.#after[next[index]].has(one),
        );
        if (isLost) continue;
        seen.set(key, next);
        if (key === wanted) return seen;
        open.push(next);
      }
    }
    return seen;
  }

  #key(at: number[]): number {
    return at.reduce((key, one) => key * this.#follow.length + one, 0);
  }

  #next(at: number[]): number[][] {
    return at.reduce<number[][]>(
      (before, one) =>
        before.flatMap(others =>
          this.#follow[one]
            .filter(next => others.every(other => this.#overlaps[next][other]))
            .map(next => [...others, next]),
        ),
      [[]],
    );
  }
}

/**
 * Whether a backtracking engine takes time in proportion to the text at most.
 * It takes more where a text can be read in two ways again and again: along two
 * loops through one place (exponential time), or first along one loop and then
 * along another (a power of the length). Errs on the safe side.
 *
 * Weber and Seidl, "On the degree of ambiguity of finite automata", 1991.
 *
 * @internal
 */
export function isQuick(pattern: string): boolean {
  const tree = patternTree(pattern);
  if (tree && !repeats(tree)) return true;
  const positions = tree && positionsOf(tree);
  if (!positions || positions.doubled) return false;
  const walk = new Walk(positions);
  return !walk.loopsInTwoWays() && !walk.loopsInTurn() && !walk.tooFar;
}

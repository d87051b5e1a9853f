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
  readonly #looping: number[];
  #steps = 0;

  constructor(positions: Positions) {
    this.#follow = positions.follow.map(one => [...one]);
    this.#overlaps = overlapsOf(positions);
    this.#looping = this.#follow
      .map((_, at) => at)
      .filter(at => this.#reaches([at], [at]));
  }

  get tooFar(): boolean {
    return this.#steps > maxSteps;
  }

  loopsInTwoWays(): boolean {
    return this.#looping.some(at => {
      const from = this.#reachable([at, at]);
      return [...from.values()].some(
        ([one, other]) =>
          one !== other && this.#reaches([one, other], [at, at]),
      );
    });
  }

  loopsInTurn(): boolean {
    return this.#looping.some(one =>
      this.#looping.some(
        other =>
          one !== other &&
          this.#overlaps[one][other] &&
          this.#reaches([one], [other]) &&
          this.#reaches([one, one, other], [one, other, other]),
      ),
    );
  }

  #reaches(from: number[], to: number[]): boolean {
    return this.#reachable(from).has(to.join());
  }

  /** Where all readers can be after at least one character. */
  #reachable(from: number[]): Map<string, number[]> {
    const seen = new Map<string, number[]>();
    const open = [from];
    for (let at = open.pop(); at && !this.tooFar; at = open.pop()) {
      for (const next of this.#next(at)) {
        this.#steps += 1;
        const key = next.join();
        if (seen.has(key)) continue;
        seen.set(key, next);
        open.push(next);
      }
    }
    return seen;
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
